// The drill in a lesson: the coach answers at once, from what was sent when the drill was opened,
// so that no key press waits for the kernel. Nothing is recorded but the review schedule.

/** Points for kind and move; the rule is that of salescoach/signals/scoring.py. */
function drillPoints(card, choice) {
  return {
    kind: choice.kind === card.kind ? 1 : 0,
    move: choice.move === card.best ? 1 : card.parts[choice.move] ?? 0,
  };
}

/** What a coach says: what decides it, then the kind, then the move. */
function drillFeedback(words, card, choice) {
  const name = (list, id) => words[list].find((o) => o.id === id).name;
  const points = drillPoints(card, choice);
  const kind = name("kinds", card.kind);
  const quote = Array.from(card.situation).slice(...card.quote).join("");
  const why = card.feedback[choice.kind] ?? `“${name("kinds", choice.kind)}” means: ${words.kinds.find((o) => o.id === choice.kind).about}`;
  const best = name("moves", card.best);
  const move = points.move === 1 ? `“${best}” is the best move.`
    : points.move > 0 ? `“${name("moves", choice.move)}” earns ${points.move} of the credit. Better: “${best}”.`
      : `“${name("moves", choice.move)}” earns nothing here. Better: “${best}”.`;
  const mood = (share) => (share === 1 ? "right" : share > 0 ? "partly" : "wrong");
  return [
    h("p", { class: `sc-reply sc-${mood(points.kind)}`, "data-testid": "kind-said" },
      h("strong", {}, points.kind ? `“${kind}” is right.` : `It is “${kind}”.`), points.kind ? "" : ` ${why}`,
      h("br"), "What decides it: ", h("q", {}, quote)),
    h("p", { class: `sc-reply sc-${mood(points.move)}`, "data-testid": "move-said" }, h("strong", {}, move), ` ${card.reason}`),
    h("p", { class: "sc-note", "data-testid": "points" }, `${points.kind + points.move} of 2 points.`),
  ];
}

/** The confusion matrix as a picture; the sentences beside it say the same. */
function confusionPicture(words, pairs) {
  const kinds = words.kinds;
  const count = (key, named) => pairs.filter(([k, n]) => k === key && n === named).length;
  const cell = (attributes, content = "") => h("span", attributes, content);
  const cells = [cell({ class: "sc-cm-head" }), ...kinds.map((k, n) => cell({ class: "sc-cm-head" }, KEYS[n]))];
  kinds.forEach((key, row) => {
    cells.push(cell({ class: "sc-cm-head" }, KEYS[row]));
    kinds.forEach((named) => {
      const times = count(key.id, named.id);
      const what = times === 0 ? "sc-cm" : key.id === named.id ? "sc-cm sc-cm-right" : "sc-cm sc-cm-wrong";
      cells.push(cell({ class: what }, times ? String(times) : ""));
    });
  });
  return h("figure", { class: "sc-figure" },
    h("figcaption", {}, "Rows: what it was. Columns: what you took it for."),
    h("div", { class: "sc-matrix", role: "img", "aria-label": "Confusion matrix; the sentences beside it say the same.", "data-testid": "matrix" }, ...cells),
    h("p", { class: "sc-note" }, kinds.map((k, n) => `${KEYS[n]} ${k.name}`).join(" · ")));
}

async function renderPractice({ model, el }) {
  const words = model.get("words");
  const size = model.get("round_size");
  const headingId = freshId("heading");
  const warning = h("div", { class: "sc-warning", role: "status", hidden: true, "data-testid": "drill-warning" });
  const progress = h("p", { class: "sc-progress", role: "status", "data-testid": "progress" }, "Opening the situations …");
  const summary = h("div", { class: "sc-summary", "data-testid": "summary", hidden: true, tabindex: "-1" });
  let deck = [];
  let round = [];
  let at = 0;
  let answers = []; // of this round: {card, choice, points}
  let timer = null;

  const board = drillBoard(words, {
    choose(field, value, choice) {
      if (choice.kind === undefined || choice.move === undefined || choice.sure === undefined) return;
      const card = round[at];
      board.reveal(...drillFeedback(words, card, choice));
      answers.push({ card, choice, points: drillPoints(card, choice) });
      model.send({ type: "answered", id: card.id, kind: choice.kind, move: choice.move, sure: choice.sure });
      board.next.disabled = false;
      board.next.lastChild.textContent = at === round.length - 1 ? " How did it go?" : " Next situation";
      count();
    },
    next() {
      if (answers.length <= at) return;
      at += 1;
      if (at < round.length) show(); else finish();
    },
  });
  const stage = board.stage;
  const root = h("section", { class: "sc", "aria-labelledby": headingId, "data-testid": "practice-drill" },
    h("h3", { id: headingId, class: "sc-title" }, model.get("title")), warning, progress, stage, summary,
    h("p", { class: "sc-note" }, KEY_HINT), drillWords(words));
  stage.hidden = true;
  el.replaceChildren(root);
  const stopKeys = ownKeys(root, (event) => (stage.hidden || !stage.contains(event.target) ? false : board.key(event)));

  function count() {
    const right = answers.filter((a) => a.points.kind === 1).length;
    progress.textContent = `Situation ${Math.min(at + 1, round.length)} of ${round.length}. ${answers.length} answered, ${right} kinds right.`;
  }
  function show() {
    board.next.disabled = true;
    board.show(round[at], {});
    count();
    if (root.contains(document.activeElement)) stage.focus({ preventScroll: true });
  }
  function begin(cards) {
    round = cards; at = 0; answers = [];
    summary.hidden = true; stage.hidden = false;
    show();
  }
  function finish() {
    stage.hidden = true; summary.hidden = false;
    const points = answers.reduce((sum, a) => sum + a.points.kind + a.points.move, 0);
    const missed = answers.filter((a) => a.points.kind === 0).map((a) => a.card);
    progress.textContent = `Done: ${answers.length} situations, ${Math.round(points * 10) / 10} of ${2 * answers.length} points.`;
    const more = deck.slice(0, size);
    const buttons = h("div", { class: "sc-moves" },
      missed.length ? h("button", { type: "button", class: "sc-main", "data-testid": "again", onclick: () => { begin(missed); stage.focus({ preventScroll: true }); } }, `Practise the ${missed.length} missed again`) : null,
      more.length ? h("button", { type: "button", "data-testid": "more", onclick: () => { deck = deck.slice(size); begin(more); stage.focus({ preventScroll: true }); } }, `${more.length} more situations`) : null);
    const told = h("div", { "data-testid": "told" });
    summary.replaceChildren(h("h4", {}, "How it went"),
      missed.length ? h("div", {}, h("p", {}, "Missed, to look at again:"), h("ul", { class: "sc-list" }, ...answers.filter((a) => a.points.kind === 0).map((a) =>
        h("li", {}, `${words.kinds.find((k) => k.id === a.card.kind).name}: `, h("q", {}, Array.from(a.card.situation).slice(...a.card.quote).join("")))))) : h("p", {}, "Every kind was right."),
      buttons, told);
    model.send({ type: "summary" });
    summary.focus({ preventScroll: true });
  }
  function receive(message) {
    if (message.warning) { warning.hidden = false; warning.textContent = message.warning; }
    if (message.deck && stage.hidden && summary.hidden) {
      clearTimeout(timer);
      deck = message.deck;
      root.dataset.cards = String(deck.length);
      root.dataset.state = "answered";
      const first = deck.slice(0, size);
      deck = deck.slice(size);
      begin(first);
    }
    if (message.told) {
      summary.querySelector("[data-testid='told']")?.replaceChildren(
        h("p", {}, h("strong", {}, "In this sitting: "), message.agreement),
        h("div", { class: "sc-columns" },
          h("div", {}, h("ul", { class: "sc-list" }, ...message.told.map((line) => h("li", {}, line))),
            h("ul", { class: "sc-list" }, ...message.certainty.map((line) => h("li", {}, line)))),
          confusionPicture(words, message.pairs)));
    }
  }
  model.on("msg:custom", receive);
  timer = setTimeout(() => { progress.textContent = "The coach is not answering. Run the cell above (Shift+Enter) to wake it up."; root.dataset.state = "silent"; }, 4000);
  model.send({ type: "open" });
  const found = await waitForCell(el);
  const stopFollowing = found ? followNotebookKeys(found, root) : null;
  return () => { clearTimeout(timer); stopKeys(); stopFollowing?.(); model.off("msg:custom", receive); };
}
