// The script studio: the text with the words marked that the coach goes by, and its verdict.

/** Cut a text at code points: Python counts code points, JavaScript UTF-16 units. */
function codePoints(text) {
  return Array.from(text);
}

/** Split a text into runs; each run lists the numbers of the marks that cover it. */
function runsOf(length, marks) {
  const edges = new Set([0, length]);
  marks.forEach(([start, end]) => { edges.add(Math.min(start, length)); edges.add(Math.min(end, length)); });
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => ({
    start, end: sorted[i + 1],
    covers: marks.filter(([s, e]) => s <= start && e >= sorted[i + 1]),
  }));
}

/** The text with its evidence: underlined, and tagged with the number of the criterion. */
function markedText(text, criteria) {
  const points = codePoints(text);
  const marks = criteria.flatMap((c) => c.evidence.map(([s, e]) => [s, e, c]));
  const box = h("div", { class: "sc-marked" });
  for (const run of runsOf(points.length, marks)) {
    const words = points.slice(run.start, run.end).join("");
    if (run.covers.length === 0) { box.append(words); continue; }
    const opening = run.covers.filter(([s]) => s === run.start);
    const bad = run.covers.some(([, , c]) => !c.met);
    box.append(h("mark", { class: bad ? "sc-mark sc-bad" : "sc-mark sc-good" },
      opening.length ? h("sup", { class: "sc-tag" }, opening.map(([, , c]) => c.tag).join(" ")) : null, words));
  }
  return box;
}

/** The way to object to a verdict: a reason, noted for the instructor in the objections cell. */
function objectionForm(criterion, note) {
  const reason = h("input", { type: "text", class: "sc-input", id: freshId("reason") });
  const said = h("span", { class: "sc-note", role: "status" });
  const button = h("button", { type: "button" }, "Note it for my instructor");
  button.addEventListener("click", () => {
    const text = reason.value.trim();
    said.textContent = text ? note(criterion.name, text) : "Give your reason first.";
  });
  return h("details", { class: "sc-objection" },
    h("summary", {}, "I see it differently", h("span", { class: "sc-live" }, `: ${criterion.label}`)),
    h("div", { class: "sc-field" }, h("label", { for: reason.id }, "Why?"), reason, button, said));
}

function criterionRow(criterion, note) {
  const state = criterion.unsure ? "check" : criterion.met ? "met" : "open";
  const said = { met: "Met", open: "Open", check: criterion.met ? "Met, but check it yourself" : "Open, but check it yourself" }[state];
  const sign = { met: "✓", open: "○", check: "?" }[state];
  return h("li", { class: `sc-criterion sc-${state}`, "data-criterion": criterion.name, "data-met": String(criterion.met) },
    h("span", { class: "sc-sign", "aria-hidden": "true" }, sign),
    h("div", {},
      h("p", { class: "sc-row" }, h("span", { class: "sc-tag" }, String(criterion.tag)), " ",
        h("strong", {}, criterion.label), h("span", { class: "sc-said" }, ` ${said}.`)),
      h("p", { class: "sc-why" }, criterion.why),
      criterion.try ? h("p", { class: "sc-try" }, criterion.try) : null,
      note ? objectionForm(criterion, note) : null));
}

/** The verdict as a coach tells it: what works, the one change, the rest folded away. */
function verdictView(view, open, note = null) {
  const box = h("div", { class: "sc-verdict" });
  box.append(h("p", { class: "sc-score" },
    h("strong", { class: "sc-total", "data-testid": "total" }, view.total), " of 10",
    h("span", { class: "sc-length" }, `${view.length}`)));
  if (view.works) box.append(h("p", { class: "sc-works" }, h("strong", {}, "What works: "), view.works));
  if (view.change) box.append(h("p", { class: "sc-change" }, h("strong", {}, "The change that helps most: "), view.change));
  view.caps.forEach((cap) => box.append(h("p", { class: "sc-cap" }, cap)));
  const list = h("details", { class: "sc-all", open },
    h("summary", {}, `All ${view.criteria.length} criteria: ${view.count}`),
    h("ol", { class: "sc-criteria" }, ...view.criteria.map((c) => criterionRow(c, note))));
  box.append(list);
  return box;
}

function studioInside(frame, inside) {
  const area = h("textarea", { class: "sc-text", id: freshId("text"), rows: 3, spellcheck: "true", "data-testid": "script" });
  const label = h("label", { for: area.id, class: "sc-label" }, frame.model.get("text_label"));
  const behind = h("div", { class: "sc-behind", "aria-hidden": "true" });
  const paper = h("div", { class: "sc-paper" }, behind, area);
  const verdict = h("div", { "data-testid": "feedback", class: "sc-feedback" });
  const spoken = h("p", { class: "sc-live", role: "status" });
  inside.append(label, paper, spoken, verdict);
  let open = false;
  let saying;

  const fit = () => { area.style.height = "auto"; area.style.height = `${Math.max(area.scrollHeight, 80)}px`; };
  // Until the coach answers, old marks would stand under new words: show none.
  const plain = (text) => behind.replaceChildren(text);
  area.addEventListener("input", () => {
    plain(area.value); fit();
    frame.write(area.value);
    frame.ask({ type: "body" });
  });
  return {
    linked(linked) { area.readOnly = !linked; },
    reset(body) { if (area.value !== body) { area.value = body; plain(body); fit(); } },
    show(view, body) {
      if (area.value !== body) area.value = body;
      fit();
      if (view.note !== undefined) {
        plain(body);
        verdict.replaceChildren(h("p", { class: "sc-note" }, view.note));
        return;
      }
      behind.replaceChildren(...markedText(body, view.criteria).childNodes);
      open = verdict.querySelector("details.sc-all")?.open ?? open;
      verdict.replaceChildren(verdictView(view, open, frame.canObject ? frame.object : null));
      // Spoken by a screen reader once typing pauses, not at each letter.
      clearTimeout(saying);
      saying = setTimeout(() => { spoken.textContent = view.spoken; }, 1200);
    },
  };
}
