// What is due now and in the next four weeks; the questions among it are asked and answered here.
// Only the review goes to the kernel: which question, which option, when.
async function renderDue({ model, el }) {
  const headingId = freshId("heading");
  const warning = h("div", { class: "sc-warning", role: "status", hidden: true });
  const said = h("p", { "data-testid": "due-said" });
  const known = h("p", { class: "sc-note" });
  const weeks = h("ul", { class: "sc-due" });
  const begin = h("button", { type: "button", class: "sc-main", "data-testid": "review", onclick: () => model.send({ type: "open" }) }, "Review these questions");
  const stage = h("div", { class: "sc-quiz-stage", "data-testid": "review-stage", hidden: true });
  const root = h("section", { class: "sc", "aria-labelledby": headingId, "data-testid": "due" },
    h("h3", { class: "sc-title", id: headingId }, "What is due"), warning, said, known, weeks, begin, stage);
  let round = [];
  let at = 0;
  let right = 0;
  let asking = false;
  let latest = model.get("view");

  function show(view) {
    latest = view;
    const most = Math.max(1, ...view.weeks.map((week) => week.count));
    said.textContent = view.said;
    tell(view.message);
    known.hidden = weeks.hidden = !view.known;
    known.textContent = `${view.known} met so far, ${view.reviewed} of them reviewed, ${view.missed} missed at least once in a review.`;
    weeks.replaceChildren(...view.weeks.map((week) => h("li", {},
      h("span", {}, week.title), h("span", { class: "sc-due-bar", style: `inline-size: ${Math.round(60 * week.count / most)}%`, "aria-hidden": "true" }),
      h("span", {}, `${week.count} to review`))));
    begin.hidden = !view.questions || asking;
  }
  function tell(message) {
    warning.hidden = !message;
    warning.textContent = message || "";
  }
  function ask() {
    const card = round[at];
    const name = freshId("review");
    const reply = h("div", { role: "status", "data-testid": "review-said" });
    const next = h("button", { type: "button", class: "sc-quiz-next", disabled: true, onclick: forward },
      at < round.length - 1 ? "Next question" : "How did it go?");
    const rows = card.options.map((option) => {
      const radio = h("input", { type: "radio", name, id: freshId("option"), value: option.id });
      const row = h("label", { class: "sc-option", for: radio.id }, radio,
        h("span", {}, h("strong", {}, `${option.id} `), option.text));
      return { radio, row, option };
    });
    const check = h("button", { type: "button", class: "sc-main", disabled: true, onclick: () => {
      const chosen = rows.find((r) => r.radio.checked);
      rows.forEach((r) => { r.radio.disabled = true; });
      check.hidden = true;
      next.disabled = false;
      const credit = card.credit[chosen.option.id];
      const most = Math.max(...Object.values(card.credit));
      const best = rows.filter((r) => card.credit[r.option.id] === most);
      const hit = credit === most;
      right += hit;
      reply.replaceChildren(
        h("p", { class: `sc-reply sc-${hit ? "right" : credit > 0 ? "partly" : "wrong"}` },
          h("strong", {}, hit ? "Still there." : credit > 0 ? "Partly." : "Not this time."), " ", card.said[chosen.option.id]),
        hit ? "" : h("p", { class: "sc-works" }, "Better: ", best.map((r) => `${r.option.id} ${r.option.text}`).join(" / ")));
      model.send({ type: "answered", id: card.id, choice: chosen.option.id });
      next.focus({ preventScroll: true });
    } }, "That is my answer");
    rows.forEach((r) => r.radio.addEventListener("change", () => {
      check.disabled = false;
      rows.forEach((other) => other.row.classList.toggle("sc-chosen", other.radio.checked));
    }));
    stage.replaceChildren(
      h("p", { class: "sc-quiz-progress", role: "status" }, `Question ${at + 1} of ${round.length}. ${card.lesson}.`),
      h("fieldset", { class: "sc-options" }, h("legend", {}, card.stem), ...rows.map((r) => r.row)),
      reply, h("div", { class: "sc-moves" }, check, next));
    rows[0].radio.focus({ preventScroll: true });
  }
  function forward() {
    at += 1;
    if (at < round.length) { ask(); return; }
    const done = h("p", { tabindex: "-1", "data-testid": "review-done" },
      h("strong", {}, `${right} of ${round.length} were still there. `),
      "What was missed comes back first, the rest after some days. A wrong answer now is worth more than none: it is what makes it stay.");
    stage.replaceChildren(done);
    done.focus({ preventScroll: true });
    asking = false;
    begin.textContent = "Review what is still due";
    show(latest);
  }
  function receive(message) {
    if (message.view) show(message.view);
    if (message.warning) tell(message.warning);
    if (message.deck?.length) {
      round = message.deck; at = 0; right = 0;
      asking = true;
      stage.hidden = false; begin.hidden = true;
      ask();
    }
  }
  el.replaceChildren(root);
  show(model.get("view"));
  model.on("msg:custom", receive);
  const found = await waitForCell(el);
  const stopFollowing = found ? followNotebookKeys(found, root) : null;
  return () => { stopFollowing?.(); model.off("msg:custom", receive); };
}
