// The strategy lab: sliders that write the cell, and what came of thousands of prospects.

const SVG = "http://www.w3.org/2000/svg";
function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Two distributions over the same axis: bars for one's own, a stepped line for the rival. */
function distributions(bars, rival) {
  const [width, height, floor] = [640, 170, 140];
  const most = Math.max(...bars.own, ...bars.rival, 1);
  const step = width / bars.own.length;
  const y = (count) => floor - (count / most) * (floor - 18);
  const chart = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "sc-chart", "aria-hidden": "true" });
  bars.own.forEach((count, i) => chart.append(
    svg("rect", { x: i * step + 1, y: y(count), width: step - 2, height: floor - y(count), class: "sc-own-bar" })));
  const path = bars.rival.map((count, i) => `${i ? "L" : "M"}${i * step},${y(count)} L${(i + 1) * step},${y(count)}`).join(" ");
  chart.append(svg("path", { d: path, class: "sc-rival-line" }));
  chart.append(svg("line", { x1: 0, x2: width, y1: floor, y2: floor, class: "sc-axis" }));
  const texts = [[2, floor + 16, "start", `${bars.low} k€`], [width / 2, floor + 16, "middle", "worth of one simulated year"],
    [width - 2, floor + 16, "end", `${bars.high} k€`], [2, 12, "start", "filled: yours"], [width - 2, 12, "end", `dashed line: ${rival}`]];
  texts.forEach(([x, top, anchor, text]) => chart.append(svg("text", { x, y: top, "text-anchor": anchor, class: "sc-chart-text" }, text)));
  return chart;
}

function parBar(score) {
  const shown = Math.max(0, Math.min(100, score));
  return h("div", { class: "sc-par" },
    h("p", {}, h("strong", { "data-testid": "score" }, `${score} of 100`),
      " on the way from the weekly check-in (0) to par (100), a strong strategy found by search."),
    h("div", { class: "sc-par-track", "aria-hidden": "true" }, h("div", { class: "sc-par-fill", style: `width: ${shown}%` })));
}

function resultView(view) {
  const head = ["", "yours", view.rival, "difference (95 % interval)"];
  return h("div", { class: "sc-result" },
    view.rough ? h("p", { class: "sc-note", "data-testid": "rough" }, view.rough) : null,
    h("p", { class: "sc-headline", "data-testid": "headline" }, view.headline),
    distributions(view.bars, view.rival),
    view.score === null ? null : parBar(view.score),
    h("div", { class: "sc-wide", tabindex: "0", role: "region", "aria-label": "Outcomes of both strategies" },
      h("table", { class: "sc-table" },
        h("thead", {}, h("tr", {}, ...head.map((text) => text ? h("th", { scope: "col" }, text) : h("td", {})))),
        h("tbody", {}, ...view.table.map((row) => h("tr", {}, h("th", { scope: "row" }, row.words),
          h("td", {}, row.own), h("td", {}, row.rival), h("td", {}, row.gain)))))),
    h("p", { class: "sc-note" }, `${view.years} simulated years of one salesperson; both strategies met the same prospects. A model, not the world.`));
}

function valueWords(control, value) {
  if (control.kind === "bool") return value ? "yes" : "no";
  if (control.zero && Number(value) === 0) return control.zero;
  const number = Number(value);
  const rounded = Math.round(number * 100) / 100;
  if (control.unit === "share") return `${Math.round(number * 100)} %`;
  if (control.unit === "factor") return `× ${rounded}`;
  return `${rounded} ${control.unit}`;
}

function controlRow(frame, control) {
  const id = freshId(control.name);
  const output = h("output", { for: id, class: "sc-value" });
  const bool = control.kind === "bool";
  const input = bool
    ? h("input", { type: "checkbox", id })
    : h("input", { type: "range", id, min: control.low, max: control.high, step: control.step });
  const value = () => (bool ? input.checked : Number(input.value));
  const say = () => {
    output.textContent = valueWords(control, value());
    if (!bool) input.setAttribute("aria-valuetext", output.textContent);
  };
  input.addEventListener("input", () => { say(); frame.set(control.name, value()); });
  return {
    name: control.name, input, say,
    show(given) { if (bool) input.checked = Boolean(given); else input.value = given; say(); },
    row: h("div", { class: bool ? "sc-control sc-switch" : "sc-control" }, h("label", { for: id }, control.words), input, output),
  };
}

function chooser(frame, name, words, options) {
  const id = freshId(name);
  const select = h("select", { id, class: "sc-select" }, ...options.map((o) => h("option", { value: o.name }, o.title)));
  select.addEventListener("change", () => frame.set(name, select.value));
  return { select, row: h("div", { class: "sc-field" }, h("label", { for: id }, words), select) };
}

function strategyInside(frame, inside) {
  const { model } = frame;
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const story = h("p", { class: "sc-note" });
  const fixed = model.get("fixed_scenario");
  const scenario = chooser(frame, "scenario", "Scenario", model.get("scenarios"));
  const rival = chooser(frame, "against", "Compare with", model.get("rivals"));
  const groups = model.get("controls").map(({ group, controls }) => {
    const rows = controls.map((control) => controlRow(frame, control));
    return { rows, box: h("fieldset", { class: "sc-group" }, h("legend", {}, group), ...rows.map((r) => r.row)) };
  });
  const rows = groups.flatMap((g) => g.rows);
  const words = fixed ? [
    ["reason", "Why should this work here?"], ["fails_in", ""], ["because", "Why does it fail there?"],
  ].map(([name, text]) => {
    if (name === "fails_in") return { name, ...chooser(frame, name, "A scenario in which it fails", [{ name: "", title: "choose one" }, ...model.get("scenarios").filter((s) => s.name !== fixed)]) };
    const input = h("input", { type: "text", id: freshId(name), class: "sc-input" });
    input.addEventListener("input", () => frame.set(name, input.value));
    return { name, select: input, row: h("div", { class: "sc-field" }, h("label", { for: input.id }, text), input) };
  }) : [];
  const result = h("div", { "data-testid": "feedback", "aria-busy": "true" }, h("p", { class: "sc-note" }, "Simulating …"));
  const spoken = h("p", { class: "sc-live", role: "status" });
  inside.append(fault, fixed ? "" : scenario.row, rival.row, story,
    h("div", { class: "sc-groups" }, ...groups.map((g) => g.box)), spoken, result, ...words.map((w) => w.row));
  let saying;
  let again;
  const controls = () => [...rows.map((r) => r.input), scenario.select, rival.select, ...words.map((w) => w.select)];
  return {
    linked(linked) { this.isLinked = linked; controls().forEach((c) => { c.disabled = !linked; }); },
    show(view) {
      fault.hidden = !view.fault;
      fault.textContent = view.fault;
      controls().forEach((c) => { c.disabled = Boolean(view.fault) || !this.isLinked; });
      if (view.fault) return;
      const busy = document.activeElement;
      rows.forEach((r) => { if (r.input !== busy) r.show(view.settings[r.name]); });
      if (scenario.select !== busy) scenario.select.value = view.scenario;
      if (rival.select !== busy) rival.select.value = view.against;
      words.forEach((w) => { if (w.select !== busy) w.select.value = view.words[w.name]; });
      story.textContent = view.story;
      result.replaceChildren(resultView(view));
      result.setAttribute("aria-busy", "false");
      clearTimeout(saying);
      saying = setTimeout(() => { spoken.textContent = view.headline; }, 1200);
      // A rough picture is drawn again until the model is ready.
      clearTimeout(again);
      if (view.rough) again = setTimeout(() => frame.ask({ type: "body" }), 1500);
    },
  };
}
