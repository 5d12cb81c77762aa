// One of several options; what is chosen is written into the cell as TOML.
function choiceInside(frame, inside) {
  const name = freshId("choice");
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const radios = frame.item.options.map((option) => {
    const radio = h("input", { type: "radio", name, id: freshId("option"), value: option.id });
    radio.addEventListener("change", () => frame.set("choice", option.id));
    return { radio, row: h("label", { class: "sc-option", for: radio.id }, radio,
      h("span", {}, h("strong", {}, `${option.id} `), option.text)) };
  });
  const said = h("div", { class: "sc-said-choice", role: "status", "data-testid": "feedback" });
  inside.append(fault, h("fieldset", { class: "sc-options" },
    h("legend", {}, "Choose one"), ...radios.map((r) => r.row)), said);
  return {
    linked(linked) { radios.forEach((r) => { r.radio.disabled = !linked; }); this.isLinked = linked; },
    show(view) {
      fault.hidden = !view.fault;
      fault.textContent = view.fault || "";
      radios.forEach(({ radio, row }) => {
        radio.checked = radio.value === view.choice;
        radio.disabled = Boolean(view.fault) || !this.isLinked;
        row.classList.toggle("sc-chosen", radio.checked);
      });
      said.replaceChildren(...(view.said ? [h("p", { class: `sc-reply sc-${view.mood}` },
        h("strong", {}, view.heading), " ", view.said)] : []));
    },
  };
}
