// A meeting with branches: what was said, the time, the points, and what can be said next.

function clockAndPoints(view) {
  const clock = h("div", { class: "sc-clock" },
    h("div", { class: "sc-track", "aria-hidden": "true" },
      h("div", { class: "sc-used", style: `width:${Math.round(100 * view.minutes / view.most)}%` })),
    h("p", { class: "sc-note" }, `${view.minutes} of ${view.most} minutes used`));
  const points = h("ul", { class: "sc-points" }, ...view.points.map((point) =>
    h("li", { class: point.done ? "sc-done" : "" },
      h("span", { "aria-hidden": "true" }, point.done ? "✓ " : "○ "), point.text,
      h("span", { class: "sc-live" }, point.done ? ": settled" : ": open"))));
  return [clock, points];
}

function talkOf(view) {
  const lines = view.turns.flatMap((turn) => [
    h("p", { class: "sc-them" }, h("strong", {}, `${view.person}: `), turn.says),
    h("p", { class: "sc-me" }, h("strong", {}, "You: "), turn.reply,
      h("span", { class: "sc-minutes" }, ` ${turn.minutes} min`)),
    turn.remark ? h("p", { class: "sc-remark" }, h("strong", {}, "Coach: "), turn.remark) : null,
  ].filter(Boolean));
  if (view.ending) {
    const end = view.ending;
    lines.push(h("div", { class: "sc-ending", tabindex: "-1", "data-testid": "ending" },
      h("h4", {}, end.title), h("p", {}, end.says),
      end.remark ? h("p", { class: "sc-remark" }, h("strong", {}, "Coach: "), end.remark) : null));
  } else if (view.says) {
    lines.push(h("p", { class: "sc-them sc-now", tabindex: "-1" },
      h("strong", {}, `${view.person}: `), view.says));
  }
  return lines;
}

function dialogueInside(frame, inside) {
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const opening = h("p", { class: "sc-opening" });
  const state = h("div", { class: "sc-state" });
  const talk = h("div", { class: "sc-talk", "data-testid": "talk" });
  const replies = h("div", { class: "sc-replies", role: "group", "aria-label": "What do you say?" });
  const back = h("button", { type: "button" }, "Take back the last reply");
  const over = h("button", { type: "button" }, "Start over");
  const said = h("p", { class: "sc-live", role: "status", "data-testid": "feedback" });
  inside.append(fault, opening, state, talk, replies, h("div", { class: "sc-tools" }, back, over), said);
  let path = [];
  let isLinked = false;
  let follow = false;
  const go = (next) => { follow = true; frame.set("path", next.join(", ")); };
  back.addEventListener("click", () => go(path.slice(0, -1)));
  over.addEventListener("click", () => go([]));
  return {
    linked(linked) { isLinked = linked; },
    show(view) {
      path = view.path;
      fault.hidden = !view.fault;
      fault.textContent = view.fault;
      opening.textContent = view.opening;
      state.replaceChildren(...clockAndPoints(view));
      talk.replaceChildren(...talkOf(view));
      replies.hidden = view.replies.length === 0;
      replies.replaceChildren(...view.replies.map((reply) =>
        h("button", { type: "button", class: "sc-say", disabled: !isLinked, "data-reply": reply.id,
          onclick: () => go([...view.path, reply.id]) },
        h("span", {}, reply.text), h("span", { class: "sc-minutes" }, ` ${reply.minutes} min`))));
      back.disabled = !isLinked || path.length === 0;
      over.disabled = !isLinked || (path.length === 0 && !view.fault);
      said.textContent = view.said;
      // The button that was pressed is gone: go where the talk goes on, so that keys still work.
      if (follow) talk.querySelector(".sc-now, .sc-ending")?.focus({ preventScroll: true });
      follow = false;
    },
  };
}

function renderReplay({ model, el }) {
  const view = model.get("view");
  const headingId = freshId("heading");
  el.replaceChildren(h("section", { class: "sc", "aria-labelledby": headingId },
    h("h3", { class: "sc-title", id: headingId }, model.get("title")),
    h("p", { class: "sc-opening" }, view.opening),
    h("div", { class: "sc-talk" }, ...talkOf(view)),
    h("div", { class: "sc-state" }, ...clockAndPoints(view)),
    h("p", { class: "sc-reply sc-partly" }, model.get("note"))));
}
