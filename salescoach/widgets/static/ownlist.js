// A list of one's own: which file, which columns, what is wrong with it, and the same funnel.
function ownListInside(frame, inside) {
  const fault = faultBox();
  const file = labelledSelect("Your file, beside this notebook", [["", "none yet"]], (value) => frame.set(["file"], value || null));
  const told = h("p", { role: "status", "data-testid": "told" });
  const notes = h("ul", { class: "sc-list", "data-testid": "notes" });
  const columns = h("div", {});
  const mapping = h("details", { class: "sc-names", hidden: true }, h("summary", {}, "Which column is what"), columns);
  const below = h("div", { hidden: true });
  inside.append(fault.box, file.row, told, notes, mapping, below);
  const funnel = qualifyInside(frame, below, ["keep"]);
  let selects = null;
  let linkedNow = false;
  return {
    linked(linked) { linkedNow = linked; file.select.disabled = !linked; funnel.linked(linked); },
        show(view, body) {
      fault.show(view.fault);
      const files = view.files.includes(view.file) || !view.file ? view.files : [...view.files, view.file];
      file.fill([["", files.length ? "none yet" : "no CSV file here yet: drag one into the file list on the left"], ...files.map((one) => [one, one])]);
      file.select.value = view.file;
      file.select.disabled = !linkedNow;
      const list = view.list;
      below.hidden = !list;
      mapping.hidden = !list && !selects;
      if (!list) { told.textContent = ""; notes.replaceChildren(); return; }
      told.textContent = list.told;
      notes.replaceChildren(...list.notes.map((note) => h("li", {}, note)));
      if (!selects) {
        selects = list.mapping.map(({ id, label }) => ({ id, ...labelledSelect(label, [], (value) => frame.set(["columns", id], value)) }));
        columns.replaceChildren(...selects.map((s) => s.row));
      }
      selects.forEach((one) => {
        one.fill([["", "no column"], ...list.header.map((name) => [name, name])]);
        one.select.value = list.mapping.find((m) => m.id === one.id).column;
        one.select.disabled = !linkedNow;
      });
      funnel.show({ ...view, fault: "" }, body);
    },
  };
}
