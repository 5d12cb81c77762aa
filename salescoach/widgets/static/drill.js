// The drill: one situation at a time. Kind, certainty and next move, by mouse or by keys.
//
// Keys 1 to 9, then A and B, stand for the buttons of the step that is open; they are shown on
// the buttons. They work while the focus is inside the drill, and nowhere else.

const KEYS = "123456789AB";

/** The place of the button that a key stands for; -1 for other keys. */
function placeOfKey(event) {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1] ?? (/^[0-9]$/.test(event.key) ? event.key : null);
  if (digit !== null) return digit === "0" ? 9 : Number(digit) - 1;
  return event.key.length === 1 ? KEYS.indexOf(event.key.toUpperCase()) : -1;
}

/**
 * Give a widget its own keys. The notebook listens before the widget does, and its keys are
 * dangerous here (1 makes a heading of the cell, D D deletes it), so single keys are taken at the
 * window. What is typed into a field, and keys with Ctrl, Alt or ⌘, stay as they are.
 */
function ownKeys(root, onKey) {
  const listen = (event) => {
    if (!root.contains(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.matches("textarea, input[type='text']")) return;
    const taken = onKey(event);
    if (taken) event.preventDefault();
    if (taken || /^[a-z0-9]$/i.test(event.key)) event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", listen, true);
  return () => window.removeEventListener("keydown", listen, true);
}

/** A situation; once the key may be shown, with the words marked that decide. */
function situationText(card, shown) {
  if (!shown) return [card.situation];
  const points = Array.from(card.situation); // Python counts code points
  const [start, end] = card.quote;
  return [points.slice(0, start).join(""),
    h("mark", { class: "sc-mark sc-good" }, points.slice(start, end).join("")),
    points.slice(end).join("")];
}

/**
 * The board on which a situation is answered.
 * `on.choose(field, value)` is called for each choice, `on.next()` and `on.previous()` to move.
 */
function drillBoard(words, on) {
  const steps = [
    { field: "kind", ask: "1. Which kind of signal is it?", done: "Kind", options: words.kinds },
    { field: "sure", ask: "2. How sure are you of that?", done: "Sure", options: words.sure },
    { field: "move", ask: "3. What is the best next move?", done: "Move", options: words.moves },
  ];
  let step = 0;
  let card = null;
  let choice = {};
  let shown = false;
  let enabled = true;
  const meta = h("p", { class: "sc-note sc-meta" });
  const text = h("p", { class: "sc-situation", "data-testid": "situation" });
  const stage = h("div", { class: "sc-stage", tabindex: "-1", role: "group", "aria-label": "Situation and choices" });
  const asked = steps.map((it, place) => {
    const buttons = it.options.map((option, n) => {
      const button = h("button", { type: "button", class: "sc-pick", "data-value": option.id, "aria-pressed": "false", title: option.about ?? "" },
        h("kbd", { "aria-hidden": "true" }, KEYS[n]), h("span", {}, option.name));
      button.addEventListener("click", (event) => {
        pick(place, option.id);
        // From the keyboard: go on to where the next choice is. With the mouse: let keys work.
        const target = event.detail === 0 && !shown ? asked[step]?.buttons[0] : null;
        (target && !target.disabled ? target : stage).focus({ preventScroll: true });
      });
      return button;
    });
    const box = h("fieldset", { class: "sc-step", "data-step": it.field },
      h("legend", {}, it.ask), h("div", { class: "sc-picks" }, ...buttons));
    const line = h("button", { type: "button", class: "sc-done-step", "data-back": it.field, onclick: () => { step = place; draw(); stage.focus({ preventScroll: true }); } });
    return { box, line, buttons, holder: h("div", {}, line, box) };
  });
  const previous = h("button", { type: "button", "data-testid": "previous", onclick: () => on.previous?.() }, h("kbd", { "aria-hidden": "true" }, "←"), " Previous");
  const next = h("button", { type: "button", class: "sc-main", "data-testid": "next", onclick: () => on.next() }, h("kbd", { "aria-hidden": "true" }, "Enter"), " Next situation");
  const said = h("div", { class: "sc-drill-said", role: "status", "data-testid": "drill-feedback" });
  const moves = h("div", { class: "sc-moves" }, on.previous ? previous : null, next);
  stage.append(meta, text, ...asked.map((a) => a.holder), said, moves);

  const nameOf = (place) => steps[place].options.find((o) => String(o.id) === String(choice[steps[place].field]))?.name;

  function pick(place, value) {
    if (!enabled || shown || !card) return;
    const field = steps[place].field;
    choice = { ...choice, [field]: value };
    step = steps.findIndex((s, n) => n > place && choice[s.field] === undefined);
    if (step < 0) step = steps.findIndex((s) => choice[s.field] === undefined);
    if (step < 0) step = steps.length;
    on.choose(field, value, choice);
    draw();
  }

  function draw() {
    asked.forEach(({ box, line, buttons }, place) => {
      const chosen = nameOf(place);
      const open = place === step && !shown;
      box.hidden = !open;
      line.hidden = open || chosen === undefined;
      line.disabled = shown || !enabled;
      line.textContent = `${steps[place].done}: ${chosen ?? ""}${shown ? "" : " (change)"}`;
      buttons.forEach((button) => {
        button.disabled = !enabled;
        button.setAttribute("aria-pressed", String(String(choice[steps[place].field]) === button.dataset.value));
      });
    });
    text.replaceChildren(...(card ? situationText(card, shown) : []));
  }

  return {
    stage,
    next,
    key(event) {
      if (event.key === "Enter" && !event.shiftKey && !event.target.matches("button, summary, a")) { on.next(); return true; }
      if (event.key === "ArrowRight") { on.next(); return true; }
      if (event.key === "ArrowLeft" && on.previous) { on.previous(); return true; }
      if (event.key === "Backspace" && !shown) { step = Math.max(0, step - 1); draw(); return true; }
      const place = placeOfKey(event);
      const button = step < steps.length && !shown ? asked[step].buttons[place] : undefined;
      if (!button || button.disabled) return false;
      pick(step, steps[step].options[place].id);
      stage.focus({ preventScroll: true });
      return true;
    },
    /** Show a situation with what has been chosen so far. */
    show(nextCard, nextChoice) {
      const same = card?.id === nextCard.id;
      card = nextCard;
      choice = { ...nextChoice };
      if (!same) {
        shown = false;
        said.replaceChildren();
        step = steps.findIndex((s) => choice[s.field] === undefined);
        if (step < 0) step = steps.length;
      }
      meta.textContent = card.where;
      draw();
    },
    /** Show the key: the words that decide are marked, and nothing can be changed any more. */
    reveal(...told) { shown = true; draw(); said.replaceChildren(...told); },
    enable(yes) { enabled = yes; draw(); },
  };
}

/** What the words mean, folded away. */
function drillWords(words) {
  const list = (options) => h("dl", { class: "sc-words" }, ...options.flatMap((o, n) =>
    [h("dt", {}, `${KEYS[n]}  ${o.name}`), h("dd", {}, o.about)]));
  return h("details", {}, h("summary", {}, "What the kinds and moves mean"),
    h("h4", {}, "Kinds of signal"), list(words.kinds), h("h4", {}, "Next moves"), list(words.moves));
}

const KEY_HINT = "Keys: the sign on a button chooses it, Enter goes on, Backspace goes back a step. Click into the box first, or reach it with Tab.";

/** Where a widget cannot write its cell: the text to copy into it. */
function copyBox() {
  const area = h("textarea", { class: "sc-text sc-copy", readonly: true, rows: 6, id: freshId("copy"), "data-testid": "copy" });
  const box = h("div", { hidden: true }, h("label", { class: "sc-label", for: area.id },
    "Copy this into the cell, below its first line, and save:"), area);
  return { box, area };
}
