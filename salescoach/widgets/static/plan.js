// The practice plan: days, time, length and focus; the sessions of four weeks below.
function planInside(frame, inside) {
  let view = {};
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const said = h("p", { class: "sc-note", role: "status", "data-testid": "feedback" });
  const weeks = h("div", { class: "sc-columns", "data-testid": "weeks" });

  const ticks = (name, choices) => choices.map(({ id, text }) => {
    const box = h("input", { type: "checkbox", id: freshId(name), value: id });
    box.addEventListener("change", () => {
      // The order of ticking is kept: what was ticked first comes first.
      const before = (view[name] || "").split(/\s+/).filter((word) => word && word !== id);
      view[name] = (box.checked ? [...before, id] : before).join(" ");
      frame.set(name, view[name]);
    });
    return { box, row: h("label", { class: "sc-plan-tick", for: box.id }, box, h("span", {}, text)) };
  });
  const days = ticks("days", frame.model.get("days"));
  const focus = ticks("focus", frame.model.get("topics"));
  const zones = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
  const zoneList = h("datalist", { id: freshId("zones") }, ...zones.map((zone) => h("option", { value: zone })));
  const fields = [
    ["start", "First day", { type: "date" }], ["at", "Time of day", { type: "time" }],
    ["zone", "Time zone, like Europe/London", { type: "text", list: zoneList.id, autocomplete: "off" }],
    ["minutes", "Minutes each time, 5 to 60", { type: "number", min: 5, max: 60, step: 5 }],
    ["after", "It follows … (what you do anyway)", { type: "text", maxlength: 80, autocomplete: "off" }],
  ].map(([name, label, attributes]) => {
    const input = h("input", { ...attributes, id: freshId(name), class: "sc-input" });
    input.addEventListener("input", () => frame.set(name, input.value));
    return { name, input, row: h("div", { class: "sc-field" }, h("label", { for: input.id }, label), input) };
  });
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const mine = h("button", { type: "button", onclick: () => frame.set("zone", here) }, `Use ${here}`);
  fields.find((f) => f.name === "zone").row.append(mine, zoneList);
  inside.append(fault,
    h("fieldset", { class: "sc-options" }, h("legend", {}, "On which days?"), h("div", { class: "sc-plan-ticks" }, ...days.map((d) => d.row))),
    ...fields.map((f) => f.row),
    h("fieldset", { class: "sc-options" }, h("legend", {}, "Which lessons? None ticked means all in turn."),
      h("div", { class: "sc-plan-ticks" }, ...focus.map((f) => f.row))),
    said, weeks);
  return {
    linked(linked) { this.isLinked = linked; },
    show(shown) {
      view = { ...shown };
      fault.hidden = !view.fault;
      fault.textContent = view.fault || "";
      const unreadable = Boolean(view.fault) && !view.mendable;
      const off = unreadable || !this.isLinked;
      for (const [name, boxes] of [["days", days], ["focus", focus]]) {
        const ticked = (view[name] || "").split(/[\s,]+/);
        boxes.forEach(({ box }) => {
          box.disabled = off;
          if (!unreadable) box.checked = ticked.includes(box.value);
        });
      }
      fields.forEach(({ name, input }) => {
        // What is being typed is newer than what comes back, and stays editable while it is wrong.
        if (document.activeElement === input) return;
        input.disabled = off;
        if (!unreadable) input.value = name === "at" ? (view[name] || "").slice(0, 5) : view[name] || "";
      });
      mine.disabled = off;
      said.textContent = view.said;
      weeks.replaceChildren(...(view.weeks || []).map((week) => h("section", { class: "sc-column" },
        h("h4", {}, week.title), h("ul", { class: "sc-list" }, ...week.sessions.map((session) =>
          h("li", {}, h("strong", {}, `${session.when}: ${session.title}. `), session.task))))));
    },
  };
}
