// Calls, conversations, yes: three numbers, two pictures, and the same in words.
function calculatorInside(frame, inside) {
  const fault = faultBox();
  const inputs = frame.model.get("inputs").map(({ id, label, low, high }) => {
    const number = h("input", { type: "number", id: freshId(id), min: low, max: high, step: id === "calls" ? 1 : "any", class: "sc-input sc-number" });
    const slider = h("input", { type: "range", min: low, max: id === "calls" ? 200 : high, step: 1, class: "sc-slider", "aria-label": `${label}, as a slider`, "data-testid": `slider-${id}` });
    const send = (text) => {
      const value = Number(text);
      if (text === "" || !Number.isFinite(value) || value < low || value > high) return;
      frame.set([id], id === "calls" ? Math.round(value) : value);
    };
    number.addEventListener("input", () => { slider.value = number.value; send(number.value); });
    // What lies outside moves to the nearest number that is possible, so that it is seen to count.
    number.addEventListener("change", () => {
      const value = Number(number.value);
      if (number.value === "" || (value >= low && value <= high)) return;
      number.value = slider.value = String(value < low ? low : high);
      send(number.value);
    });
    slider.addEventListener("input", () => { number.value = slider.value; send(slider.value); });
    return { id, number, slider, row: h("div", { class: "sc-field" }, h("label", { for: number.id }, label),
      h("span", { class: "sc-slide" }, slider, number)) };
  });
  const whose = h("p", { class: "sc-note" });
  const pictures = h("div", { class: "sc-columns" });
  const week = h("p", { class: "sc-said-week" });
  const first = h("p", {});
  const words = h("div", { role: "status", "data-testid": "feedback" }, week, first);
  inside.append(fault.box, ...inputs.map((i) => i.row), whose, pictures, words);
  return {
    linked(linked) {
      this.isLinked = linked;
      inputs.forEach((i) => { i.number.readOnly = !linked; i.slider.disabled = !linked; });
    },
    show(view) {
      fault.show(view.fault);
      inputs.forEach((i) => { i.number.readOnly = Boolean(view.fault) || !this.isLinked; });
      if (view.fault) return;
      inputs.forEach(({ id, number, slider }) => {
        setValue(number, view.values[id]);
        setValue(slider, view.values[id]);
      });
      whose.textContent = view.own ? "Your numbers stand in the cell." : "These are Priya's numbers. Put in your own.";
      fitPictures(pictures);
      pictures.replaceChildren(
        bars("Yes in a week", view.week, "yes in the week", view.bars),
        ...(view.curve.length ? [risingCurve("The first yes has come", view.first, "calls", view.curve,
          [[view.half, 50, `call ${view.half}`], [view.most, 90, `call ${view.most}`]])] : []));
      if (week.textContent !== view.week) week.textContent = view.week;
      if (first.textContent !== view.first) first.textContent = view.first;
    },
  };
}
