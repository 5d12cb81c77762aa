// What all widgets with several settings share: labelled inputs.

/** A warning about the TOML of the cell, shown instead of guessing what was meant. */
function faultBox() {
  const box = h("div", { class: "sc-warning", role: "alert", hidden: true });
  return { box, show(fault) { box.hidden = !fault; box.textContent = fault || ""; } };
}

/** What is being typed is newer than what comes back. */
function setValue(input, value) {
  if (document.activeElement !== input && input.value !== String(value)) input.value = value;
}

/** A labelled menu: options are [value, text] pairs. */
function labelledSelect(label, options, onChange) {
  const select = h("select", { id: freshId("select"), class: "sc-input" });
  select.addEventListener("change", () => onChange(select.value));
  const fill = (pairs) => {
    const before = select.value;
    select.replaceChildren(...pairs.map(([value, text]) => h("option", { value }, text)));
    select.value = before;
  };
  fill(options);
  return { select, fill, row: h("div", { class: "sc-field" }, h("label", { for: select.id }, label), select) };
}
