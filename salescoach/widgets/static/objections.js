// What the trainee holds against verdicts; the studios write it into this cell.
function objectionsInside(frame, inside) {
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const list = h("ul", { class: "sc-list", "data-testid": "objections" });
  const note = h("p", { class: "sc-note", role: "status" });
  inside.append(fault, list, note);
  return {
    show(view) {
      fault.hidden = !view.fault;
      fault.textContent = view.fault;
      list.replaceChildren(...view.said.map((text) => h("li", {}, text)));
      note.textContent = view.note;
    },
  };
}
