// The review queue of instructors: one answer at a time, by mouse or by keys.

/** A text as its trainee wrote it, with the marks of the rubric if there are any. */
function answerText(text, criteria) {
  return criteria.length ? markedText(text, criteria) : h("div", { class: "sc-marked" }, text || "(nothing)");
}

function renderReview({ model, el }) {
  const headingId = freshId("heading");
  const heading = h("h3", { class: "sc-title", id: headingId, tabindex: "-1" }, "Review");
  const status = h("p", { class: "sc-note", role: "status", "data-testid": "review-status" });
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const card = h("div", { "data-testid": "review-item" });
  const who = h("input", { type: "text", id: freshId("who"), class: "sc-input", autocomplete: "name" });
  const points = h("input", { type: "number", id: freshId("points"), class: "sc-input", min: 0, step: "any" });
  const why = h("input", { type: "text", id: freshId("why"), class: "sc-input", autocomplete: "off" });
  const field = (input, text) => h("div", { class: "sc-field" }, h("label", { for: input.id }, text), input);
  const pointsField = field(points, "Points");
  const whyField = field(why, "Reason (the trainee can read it)");
  const accept = h("button", { type: "button", onclick: () => decide("accept") }, "");
  const give = h("button", { type: "button", onclick: () => decide("override") }, "Give these points (Enter)");
  const back = h("button", { type: "button", onclick: () => look(-1) }, "Previous (P)");
  const next = h("button", { type: "button", onclick: () => look(1) }, "Next (N)");
  const actions = h("div", { class: "sc-actions" }, accept, give, back, next);
  const form = h("div", {}, pointsField, whyField, field(who, "Who decides"), actions);
  const silent = h("p", { class: "sc-note", hidden: true },
    "The notebook is not answering. Nothing more is saved until you run the cell above again (Shift+Enter).");
  // Letters typed here are ours: the notebook's own keys would add cells.
  const root = h("section", { class: "sc", "aria-labelledby": headingId, "data-testid": "review", "data-lm-suppress-shortcuts": "true" },
    heading, status, fault, card, form, silent);
  el.replaceChildren(root);

  let view = null;
  let moved = false;
  const exchange = new Exchange(model, {
    onReply(message) { silent.hidden = true; show(message.view); },
    onSilence() { silent.hidden = false; },
  });
  const look = (step) => { if (view) { moved = true; exchange.send({ type: "look", place: view.place + step }); } };
  const decide = (kind) => {
    if (!view?.item || (kind === "accept" && view.item.score === null)) return;
    moved = true;
    exchange.send({ type: "decide", place: view.place, kind, who: who.value, why: why.value, score: points.value });
  };

  function show(given) {
    const another = !view || view.place !== given.place;
    view = given;
    const item = view.item;
    root.dataset.place = String(view.place);
    fault.hidden = !view.fault;
    fault.textContent = view.fault;
    form.hidden = !item;
    const left = view.left === 0 ? "Nothing waits for you any more." : `${view.left} of ${view.count} still wait for you.`;
    status.textContent = [view.said, left].filter(Boolean).join(" ");
    if (!item) { card.replaceChildren(); return; }
    heading.textContent = `${item.label}: ${item.title}`;
    if (another) {
      points.value = item.score === null ? "" : String(item.score);
      why.value = "";
      if (document.activeElement !== who) who.value = view.who;
    }
    points.max = item.max;
    pointsField.querySelector("label").textContent = `Points, 0 to ${item.max}`;
    accept.hidden = item.score === null;
    accept.textContent = `Accept ${item.score} points (A)`;
    back.disabled = view.place === 0;
    next.disabled = view.place >= view.count - 1;
    const answer = item.item ? answerText(item.body, item.criteria) : null;
    card.replaceChildren(...[
      h("p", { class: "sc-stem" }, `${view.place + 1} of ${view.count}. ${item.exercise}. ${item.stem}`),
      h("p", { class: item.urgent ? "sc-cap" : "sc-change" }, item.reason),
      view.decided ? h("p", { class: "sc-works" }, view.decided) : null,
      item.before ? h("div", { class: "sc-columns" },
        h("div", {}, h("h4", {}, "The answer that was looked at before"), answerText(item.before, [])),
        h("div", {}, h("h4", {}, "The answer now"), answer)) : answer,
      item.criteria.length ? h("details", {}, h("summary", {}, `All ${item.criteria.length} criteria`),
        h("ol", { class: "sc-criteria" }, ...item.criteria.map((c) => criterionRow(c)))) : null,
      item.options.length ? h("details", { open: true }, h("summary", {}, "The options, and what each earns"),
        h("ul", { class: "sc-list" }, ...item.options.map((o) => h("li", {}, h("strong", {}, `${o.id} `), `${o.text} (${o.points} points)`)))) : null,
      h("p", { class: "sc-note" }, item.file),
    ].filter(Boolean));
    // Whoever works with the keys goes on reading at the top.
    if (moved && !view.fault) heading.focus();
    moved = false;
  }

  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === "Escape" && typing) heading.focus();
    else if (event.key === "Enter" && typing) decide("override");
    else if (typing) return;
    else if (event.key === "a" || event.key === "A") decide("accept");
    else if (event.key === "o" || event.key === "O") points.focus();
    else if (event.key === "n" || event.key === "N" || event.key === "ArrowRight") look(1);
    else if (event.key === "p" || event.key === "P" || event.key === "ArrowLeft") look(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  exchange.send({ type: "look", place: 0 });
  return () => exchange.close();
}
