// Open or closed: each question with the words that decide.
function questionRow(criterion) {
  const sign = { open: "✓", none: "?" }[criterion.form] ?? "○";
  return h("li", { class: `sc-criterion ${criterion.met ? "sc-met" : "sc-open"}`, "data-form": criterion.form },
    h("span", { class: "sc-sign", "aria-hidden": "true" }, sign),
    h("div", {}, h("p", { class: "sc-row" }, h("span", { class: "sc-tag" }, String(criterion.tag)), " ", h("strong", {}, criterion.label)),
      h("p", { class: "sc-why" }, criterion.why),
      criterion.try ? h("p", { class: "sc-try" }, criterion.try) : null));
}

function questionVerdict(view) {
  return [
    h("p", { class: "sc-score" }, h("strong", { "data-testid": "count" }, view.count)),
    ...(view.works ? [h("p", { class: "sc-works" }, h("strong", {}, "What works: "), view.works, ".")] : []),
    ...(view.change ? [h("p", { class: "sc-change" }, h("strong", {}, "The change that helps most: "), view.change)] : []),
    h("ol", { class: "sc-criteria" }, ...view.criteria.map(questionRow)),
  ];
}

function questionsInside(frame, inside) {
  const area = h("textarea", { class: "sc-text", id: freshId("text"), rows: 5, spellcheck: "true", "data-testid": "script" });
  const label = h("label", { for: area.id, class: "sc-label" }, frame.model.get("text_label"));
  const behind = h("div", { class: "sc-behind", "aria-hidden": "true" });
  const spoken = h("p", { class: "sc-live", role: "status" });
  const verdict = h("div", { "data-testid": "feedback", class: "sc-feedback" });
  inside.append(label, h("div", { class: "sc-paper" }, behind, area), spoken, verdict);
  let saying;
  const fit = () => { area.style.height = "auto"; area.style.height = `${Math.max(area.scrollHeight, 80)}px`; };
  const plain = (text) => behind.replaceChildren(text);
  area.addEventListener("input", () => {
    plain(area.value); fit();
    frame.write(area.value);
    frame.ask({ type: "body", body: area.value });
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
      verdict.replaceChildren(...questionVerdict(view));
      clearTimeout(saying);
      saying = setTimeout(() => { spoken.textContent = view.spoken; }, 1200);
    },
  };
}

function renderQuestions({ model, el }) {
  const headingId = freshId("heading");
  const view = model.get("shown");
  el.replaceChildren(h("section", { class: "sc", "aria-labelledby": headingId },
    h("h3", { class: "sc-title", id: headingId }, "Open or closed?"),
    markedText(model.get("text"), view.criteria), ...questionVerdict(view)));
}
