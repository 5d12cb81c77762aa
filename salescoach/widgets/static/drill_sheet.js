// The drill of an exercise: choices go into the cell; nothing here knows what is right.
function drillSheetInside(frame, inside) {
  const words = frame.model.get("words");
  const cards = frame.model.get("situations");
  let at = null;
  let choices = {};
  let waiting = {}; // chosen here, but not yet seen in the cell
  let isLinked = true;
  let late = null;
  const lost = h("div", { class: "sc-warning", role: "alert", hidden: true, "data-testid": "lost" },
    "Your last choices are not in the cell, because the coach is not answering. Run the first cell of this notebook and the cell above, then give them again. Everything that stands in the cell is safe.");
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const slips = h("div", { class: "sc-warning", role: "status", hidden: true, "data-testid": "slips" });
  const progress = h("p", { class: "sc-progress", role: "status", "data-testid": "progress" });
  const jumps = cards.map((card, n) => h("button", { type: "button", class: "sc-jump", onclick: () => go(n) }, String(n + 1)));
  const copy = copyBox();

  const of = (card) => ({ ...choices[card.id], ...waiting[card.id] });
  const whole = (card) => { const c = of(card); return c.kind !== undefined && c.move !== undefined && c.sure !== undefined; };
  const board = drillBoard(words, {
    choose(field, value) {
      const card = cards[at];
      waiting[card.id] = { ...waiting[card.id], [field]: value };
      const changes = Object.entries(waiting).flatMap(([table, values]) =>
        Object.entries(values).map(([name, chosen]) => ({ table, name, value: chosen })));
      frame.ask({ type: "set", changes });
      count();
      // What has not reached the cell would be lost: say so, and take no more of it.
      clearTimeout(late);
      late = setTimeout(() => {
        lost.hidden = Object.keys(waiting).length === 0;
        if (!lost.hidden) board.enable(false);
      }, 3500);
    },
    next() { go(Math.min(at + 1, cards.length - 1)); },
    previous() { go(Math.max(at - 1, 0)); },
  });
  const stop = ownKeys(inside, (event) => board.key(event));

  function go(n) {
    at = n;
    board.show(cards[at], of(cards[at]));
    board.next.disabled = at === cards.length - 1;
    board.stage.focus({ preventScroll: true });
    count();
  }
  function count() {
    const answered = cards.filter(whole).length;
    const said = `Situation ${at + 1} of ${cards.length}. ${answered} answered.`;
    if (progress.textContent !== said) progress.textContent = said;
    jumps.forEach((jump, n) => {
      const state = whole(cards[n]) ? "answered" : Object.keys(of(cards[n])).length ? "begun" : "open";
      jump.dataset.state = state;
      jump.setAttribute("aria-label", `Situation ${n + 1}, ${state}`);
      if (n === at) jump.setAttribute("aria-current", "true"); else jump.removeAttribute("aria-current");
    });
  }

  board.stage.hidden = true; // until it is known what the cell says
  inside.append(lost, fault, slips, progress, h("div", { class: "sc-jumps", role: "group", "aria-label": "All situations" }, ...jumps),
    board.stage, h("p", { class: "sc-note" }, KEY_HINT), copy.box, drillWords(words));
  return {
    linked(linked) { isLinked = linked; copy.box.hidden = linked; },
    show(view, body) {
      fault.hidden = !view.fault;
      fault.textContent = view.fault;
      slips.hidden = view.slips.length === 0;
      slips.textContent = view.slips.join("\n");
      choices = view.choices;
      for (const [id, values] of Object.entries(waiting)) {
        for (const [name, value] of Object.entries(values)) {
          if (view.fault || choices[id]?.[name] === value) delete values[name];
        }
        if (Object.keys(values).length === 0) delete waiting[id];
      }
      lost.hidden = true;
      if (!isLinked) copy.area.value = body;
      if (at === null) {
        const open = cards.findIndex((card) => !whole(card));
        at = open < 0 ? 0 : open;
        board.stage.hidden = false;
        board.next.disabled = at === cards.length - 1;
      }
      board.enable(!view.fault);
      board.show(cards[at], of(cards[at]));
      count();
    },
    close() { clearTimeout(late); stop(); },
  };
}
