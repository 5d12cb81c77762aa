// Lines to fill in: texts of a form, or numbers.
function fieldsInside(frame, inside) {
  const fault = faultBox();
  const numeric = frame.item.kind === "numbers";
  const fields = frame.model.get("fields").map((field) => {
    const id = freshId(field.id);
    const hintId = freshId("hint");
    const saidId = freshId("said");
    const input = numeric
      ? h("input", { type: "number", step: "any", id, class: "sc-input sc-number", "aria-describedby": `${hintId} ${saidId}` })
      : h("textarea", { id, rows: field.check === "sentence" ? 2 : 1, class: "sc-input", "aria-describedby": `${hintId} ${saidId}` });
    input.addEventListener("input", () => {
      if (numeric && (!input.validity.valid || !Number.isFinite(Number(input.value)))) return;
      frame.set([field.id], numeric ? (input.value === "" ? null : Number(input.value)) : (input.value.trim() ? input.value : null));
    });
    const said = h("p", { class: "sc-line-said", id: saidId });
    return { field, input, said, row: h("div", { class: "sc-line" },
      h("label", { for: id }, field.label),
      h("span", { class: "sc-hint", id: hintId }, field.unit), input, said) };
  });
  const said = h("p", { class: "sc-note", role: "status", "data-testid": "feedback" });
  inside.append(fault.box, ...fields.map((f) => f.row), said);
  return {
    linked(linked) { this.isLinked = linked; fields.forEach((f) => { f.input.readOnly = !linked; }); },
    show(view) {
      fault.show(view.fault);
      fields.forEach(({ field, input, said: told }) => {
        input.readOnly = Boolean(view.fault) || !this.isLinked;
        const line = view.lines.find((one) => one.id === field.id);
        if (!line) return;
        setValue(input, line.value);
        told.className = `sc-line-said ${line.mood ? `sc-reply sc-${line.mood}` : ""}`;
        if (told.textContent !== line.said) told.textContent = line.said;
      });
      if (said.textContent !== view.said) said.textContent = view.said;
    },
  };
}
