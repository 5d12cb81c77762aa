// The pipeline: what an hour brings with each prospect, the price of an hour, and decisions.

function ratePicture(view) {
  const rows = new Map(view.rows.map((row) => [row.id, row]));
  const at = (rate) => `${Math.min(100, 100 * rate / view.scale).toFixed(1)}%`;
  const line = view.price > 0 ? h("div", { class: "sc-price", style: `left:${at(view.price)}` }) : null;
  return h("div", { class: "sc-rates", role: "img", "aria-label": view.words },
    ...view.order.map((id) => rows.get(id)).map((row) => h("div", { class: `sc-rate sc-${row.standing}` },
      h("span", { class: "sc-rate-name" }, row.name),
      h("div", { class: "sc-rate-track" },
        h("div", { class: "sc-rate-range", style: `left:${at(row.low)};width:${((row.high - row.low) * 100 / view.scale).toFixed(1)}%` }),
        h("div", { class: "sc-rate-dot", style: `left:${at(row.rate)}` }), line?.cloneNode()),
      h("span", { class: "sc-rate-words" }, `${row.rate_words}; ${row.standing_words}`))),
    h("p", { class: "sc-note" }, `Dot: the guess. Bar: from the lowest to the highest guess. The scale runs from 0 to ${view.scale_words}.`,
      line ? " Dashed line: the price of an hour." : ""));
}

function choose(frame, name, label, options, first) {
  const select = h("select", { class: "sc-select", "aria-label": label, "data-field": name },
    h("option", { value: "" }, first), ...Object.entries(options).map(([value, text]) => h("option", { value }, text)));
  select.addEventListener("change", () => frame.set(name, select.value));
  return select;
}

function pipelineInside(frame, inside) {
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const hours = h("input", { type: "number", id: freshId("hours"), class: "sc-input sc-short", min: "1", max: "10000", step: "5", "data-field": "hours" });
  hours.addEventListener("input", () => frame.set("hours", hours.value === "" ? "" : Number(hours.value)));
  const picture = h("div", { "data-testid": "picture" });
  const first = h("p", { class: "sc-words", role: "status", "data-testid": "feedback" });
  const twin = h("ul", { class: "sc-list" });
  const cards = h("div", { class: "sc-cards" });
  const add = h("button", { type: "button", hidden: true }, "Add a prospect");
  inside.append(fault,
    h("div", { class: "sc-field" }, h("label", { for: hours.id }, "Hours that you have for them"), hours),
    cards, add, first, picture,
    h("details", { class: "sc-all" }, h("summary", {}, "The picture in words"), twin));
  let made = [];
  let isLinked = false;
  const usable = () => made.forEach(({ inputs }) => inputs.forEach((i) => { i.disabled = !isLinked; }));

  const ownLine = (n) => {
    const wide = [["name", "Prospect", "text"], ["worth", "Worth", "number"], ["chance", "Chance, %", "number"], ["hours", "Hours still", "number"]];
    const inputs = wide.map(([word, label, type]) => {
      const input = h("input", { type, class: "sc-input", "aria-label": `${label}, line ${n}`, min: type === "number" ? "0" : null, step: "any", autocomplete: "off" });
      input.addEventListener("input", () => frame.set(`${word}-${n}`, type === "number" && input.value !== "" ? Number(input.value) : input.value));
      input.dataset.word = word;
      return input;
    });
    cards.append(h("div", { class: "sc-own" }, ...inputs.map((input, i) =>
      h("div", {}, h("span", { class: "sc-mini", "aria-hidden": "true" }, wide[i][1]), input))));
    made.push({ inputs });
  };
  const card = (view, row) => {
    const decision = choose(frame, row.id, `Decision on ${row.name}`, view.decisions, "decide");
    const reason = choose(frame, `${row.id}-why`, `Main reason for ${row.name}`, view.reasons, "main reason");
    const remark = h("p", { hidden: true });
    cards.append(h("div", { class: "sc-card" }, h("h4", {}, row.name),
      h("p", { class: "sc-note" }, row.facts), h("p", {}, row.story),
      h("div", { class: "sc-pair" }, decision, reason), remark));
    made.push({ id: row.id, inputs: [decision, reason], decision, reason, remark });
  };
  add.addEventListener("click", () => { ownLine(made.length + 1); usable(); made.at(-1).inputs[0].focus(); add.hidden = made.length >= 8; });
  return {
    linked(linked) { isLinked = linked; hours.disabled = !linked; add.disabled = !linked; usable(); },
    show(view) {
      fault.hidden = !view.fault;
      fault.textContent = view.fault;
      if (document.activeElement !== hours && !view.fault) hours.value = view.hours;
      if (view.own) while (made.length < Math.max(3, view.lines.length)) ownLine(made.length + 1);
      else if (made.length === 0) view.rows.forEach((row) => card(view, row));
      add.hidden = !view.own || made.length >= view.most;
      usable();
      view.lines.forEach((line, i) => made[i].inputs.forEach((input) => {
        if (document.activeElement !== input) input.value = line[input.dataset.word];
      }));
      if (!view.own) view.rows.forEach((row, i) => {
        made[i].decision.value = row.decision;
        made[i].reason.value = row.reason;
        made[i].remark.hidden = !row.remark;
        made[i].remark.className = row.remark ? `sc-reply sc-${row.remark.mood}` : "";
        made[i].remark.textContent = row.remark ? row.remark.said : "";
      });
      const [head, ...rest] = view.words.split("\n");
      first.textContent = head;
      twin.replaceChildren(...rest.map((text) => h("li", {}, text)));
      picture.replaceChildren(...(view.rows.length ? [ratePicture(view)] : []));
    },
  };
}
