// Things to sort into classes: one group of radio buttons for each thing.
function sortInside(frame, inside) {
  const fault = faultBox();
  const things = frame.item.options.map((option) => {
    const name = freshId("sort");
    const radios = frame.model.get("classes").map((one) => {
      const radio = h("input", { type: "radio", name, id: freshId("class"), value: one.id });
      radio.addEventListener("change", () => frame.set([option.id], one.id));
      return { radio, row: h("label", { class: "sc-chip", for: radio.id }, radio, h("span", {}, one.label)) };
    });
    const said = h("p", { class: "sc-line-said" });
    return { option, radios, said, row: h("fieldset", { class: "sc-options sc-thing" },
      h("legend", {}, h("strong", {}, `${option.id} `), option.text),
      h("div", { class: "sc-chips" }, ...radios.map((r) => r.row)), said) };
  });
  const said = h("p", { class: "sc-note", role: "status", "data-testid": "feedback" });
  inside.append(fault.box, ...things.map((t) => t.row), said);
  return {
    linked(linked) { this.isLinked = linked; },
    show(view) {
      fault.show(view.fault);
      things.forEach(({ option, radios, said: told }) => {
        const line = view.lines.find((one) => one.id === option.id);
        radios.forEach(({ radio, row }) => {
          radio.disabled = Boolean(view.fault) || !this.isLinked;
          if (line) radio.checked = radio.value === line.value;
          row.classList.toggle("sc-chosen", radio.checked);
        });
        if (!line) return;
        told.className = `sc-line-said ${line.mood ? `sc-reply sc-${line.mood}` : ""}`;
        told.textContent = line.said;
      });
      if (said.textContent !== view.said) said.textContent = view.said;
    },
  };
}
