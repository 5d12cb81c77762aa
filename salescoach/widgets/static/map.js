// The decision map: parts of people, the day, and a picture of it with its words.

function mapPicture(view) {
  const lanes = view.lanes.filter((lane) => lane.names.length > 0 || ["decides", "veto"].includes(lane.role));
  return h("div", { class: "sc-lanes", role: "img", "aria-label": `${view.words} ${view.gaps.join(" ")}` },
    ...lanes.map((lane) => h("div", { class: `sc-lane sc-lane-${lane.role}` },
      h("p", { class: "sc-lane-name" }, lane.label),
      ...(lane.names.length > 0 ? lane.names.map((name) => h("p", { class: "sc-chip" }, name))
        : [h("p", { class: "sc-chip sc-empty" }, "who?")]))),
    h("div", { class: "sc-lane sc-lane-day" }, h("p", { class: "sc-lane-name" }, "by"),
      h("p", { class: view.by ? "sc-chip" : "sc-chip sc-empty" }, view.by_words || "which day?")));
}

function roleSelect(frame, name, label) {
  const select = h("select", { id: freshId("role"), class: "sc-select", "aria-label": label },
    h("option", { value: "" }, "choose a part"),
    ...Object.entries(frame.model.get("roles")).map(([role, text]) => h("option", { value: role }, text)));
  select.addEventListener("change", () => frame.set(name, select.value));
  return select;
}

function mapInside(frame, inside) {
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const list = h("div", { class: "sc-people" });
  const add = h("button", { type: "button", hidden: true }, "Add a person");
  const day = h("input", { type: "date", id: freshId("by"), class: "sc-input" });
  day.addEventListener("change", () => frame.set("by", day.value));
  const picture = h("div", { "data-testid": "picture" });
  const words = h("p", { class: "sc-words", role: "status", "data-testid": "feedback" });
  const gaps = h("ul", { class: "sc-list" });
  const remarks = h("div");
  inside.append(fault, list, add,
    h("div", { class: "sc-field" }, h("label", { for: day.id }, "Decided by"), day), picture, words, gaps, remarks);
  let lines = [];
  let most = 0;
  let isLinked = false;
  const usable = () => lines.forEach(({ input, select }) => {
    if (input) input.readOnly = !isLinked;
    select.disabled = !isLinked;
  });

  /** The lines are built once, so that nobody loses the place while typing. */
  const build = (view) => {
    const wanted = view.own ? Math.max(3, view.lines.length, lines.length) : view.rows.length;
    while (lines.length < wanted) {
      const n = lines.length + 1;
      if (view.own) {
        const input = h("input", { type: "text", class: "sc-input", "aria-label": `Person ${n}`, placeholder: "name", autocomplete: "off" });
        input.addEventListener("input", () => frame.set(`person-${n}`, input.value));
        const select = roleSelect(frame, `role-${n}`, `Part of person ${n}`);
        lines.push({ input, select });
        list.append(h("div", { class: "sc-person" }, input, select));
      } else {
        const row = view.rows[lines.length];
        const select = roleSelect(frame, row.id, `Part of ${row.name}`);
        lines.push({ select });
        list.append(h("div", { class: "sc-person" },
          h("p", {}, h("strong", {}, row.name), h("br"), row.about), select));
      }
    }
    add.hidden = !view.own || lines.length >= view.most;
    usable();
  };
  add.addEventListener("click", () => {
    build({ own: true, lines: Array(lines.length + 1), most });
    lines.at(-1).input.focus();
  });
  return {
    linked(linked) { isLinked = linked; day.disabled = !linked; add.disabled = !linked; usable(); },
    show(view) {
      fault.hidden = !view.fault;
      fault.textContent = view.fault;
      most = view.most;
      build(view);
      const blank = { name: "", role: "" };
      if (!view.fault) lines.forEach(({ input, select }, i) => {
        const row = (view.own ? view.lines : view.rows)[i] ?? blank;
        if (input && document.activeElement !== input) input.value = row.name;
        select.value = row.role;
      });
      if (document.activeElement !== day) day.value = view.by;
      picture.replaceChildren(mapPicture(view));
      words.textContent = view.words;
      gaps.replaceChildren(...view.gaps.map((gap) => h("li", {}, gap)));
      remarks.replaceChildren(...view.remarks.map((r) =>
        h("p", { class: `sc-reply sc-${r.mood}` }, h("strong", {}, `${r.name}: `), r.said)));
    },
  };
}
