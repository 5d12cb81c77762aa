// Who hands in: two fields, written into the cell as TOML.
function identityInside(frame, inside) {
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const fields = [["name", "Your name", "name"], ["id", "Your id, if you were given one", "off"]].map(([name, text, complete]) => {
    const input = h("input", { type: "text", id: freshId(name), class: "sc-input", autocomplete: complete });
    input.addEventListener("input", () => frame.set(name, input.value));
    return { name, input, row: h("div", { class: "sc-field" }, h("label", { for: input.id }, text), input) };
  });
  const said = h("p", { class: "sc-note", role: "status", "data-testid": "feedback" });
  inside.append(fault, ...fields.map((f) => f.row), said);
  return {
    linked(linked) { fields.forEach((f) => { f.input.readOnly = !linked; }); this.isLinked = linked; },
    show(view) {
      fault.hidden = !view.fault;
      fault.textContent = view.fault || "";
      fields.forEach(({ name, input }) => {
        input.readOnly = Boolean(view.fault) || !this.isLinked;
        // What is being typed is newer than what comes back.
        if (document.activeElement !== input) input.value = view[name] || "";
      });
      said.textContent = view.said;
    },
  };
}
