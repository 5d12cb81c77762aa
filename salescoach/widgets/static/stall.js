// A stall case: evidence arrives week by week, and each week asks for a decision and a reason.
function stallInside(frame, inside) {
  const decisions = frame.model.get("decisions");
  const least = frame.model.get("reason_words");
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const slips = h("div", { class: "sc-warning", role: "status", hidden: true, "data-testid": "slips" });
  const past = h("ol", { class: "sc-weeks" });
  const heading = h("h4", { tabindex: "-1", "data-testid": "week" });
  const evidence = h("p", { class: "sc-situation", "data-testid": "evidence" });
  const name = freshId("decision");
  const radios = decisions.map((d, n) => {
    const radio = h("input", { type: "radio", name, id: freshId("option"), value: d.id });
    return { radio, row: h("label", { class: "sc-option", for: radio.id }, radio,
      h("span", {}, h("strong", {}, d.name), ` ${d.about}`)) };
  });
  const reason = h("textarea", { class: "sc-text sc-reason", id: freshId("reason"), rows: 2, spellcheck: "true", "data-testid": "reason" });
  const missing = h("p", { class: "sc-note", role: "status", "data-testid": "missing" });
  const decide = h("button", { type: "button", class: "sc-main", "data-testid": "decide" }, "Decide, and see what comes next");
  const now = h("div", { class: "sc-now" }, heading, evidence,
    h("fieldset", { class: "sc-options" }, h("legend", {}, "What do you do this week?"), ...radios.map((r) => r.row)),
    h("label", { for: reason.id, class: "sc-label" }, "Why? One sentence."), reason, missing, decide);
  const copy = copyBox();
  const opening = h("p", { class: "sc-situation" });
  const end = h("div", { class: "sc-debrief", "data-testid": "debrief", tabindex: "-1", hidden: true });
  let week = null;
  let moved = false;
  let isLinked = true;
  now.hidden = true; // until it is known what the cell says
  inside.append(fault, slips, opening, past, now, end, copy.box);
  radios.forEach(({ radio }) => radio.addEventListener("change", () => {
    radios.forEach((r) => r.row.classList.toggle("sc-chosen", r.radio.checked));
  }));
  // Letters in a field are text; elsewhere they must not reach the notebook's own keys.
  const stop = ownKeys(inside, () => false);

  decide.addEventListener("click", () => {
    const chosen = radios.find((r) => r.radio.checked)?.radio.value;
    const why = reason.value.replace(/\s+/g, " ").trim();
    missing.textContent = !chosen ? "Choose what you do first."
      : why.split(" ").filter(Boolean).length < least ? `Give your reason in a sentence, at least ${least} words: without it the decision counts half.` : "";
    if (missing.textContent) return;
    moved = true;
    frame.ask({ type: "set", changes: [
      { table: `week-${week}`, name: "decision", value: chosen }, { table: `week-${week}`, name: "reason", value: why }] });
  });

  const weekRow = (w) => h("li", {}, h("p", {}, h("strong", {}, `Week ${w.week}. `), w.evidence),
    h("p", { class: "sc-reply" }, h("strong", {}, `You: ${w.decided}. `), w.reason));
  const facts = (title, list) => (list.length ? h("div", {}, h("strong", {}, title), h("ul", { class: "sc-list" }, ...list.map((f) => h("li", {}, f)))) : null);
  const debriefRow = (w) => h("li", {}, h("p", {}, h("strong", {}, `Week ${w.week}: ${w.decided}, ${w.points} of 1. `)),
    facts("Known then:", w.known), facts("True, but not known yet:", w.hidden),
    h("p", { class: `sc-reply sc-${w.mood}` }, w.said));

  return {
    linked(linked) { isLinked = linked; copy.box.hidden = linked; },
    show(view, body) {
      fault.hidden = !view.fault;
      fault.textContent = view.fault;
      slips.hidden = view.slips.length === 0;
      slips.textContent = view.slips.join("\n");
      opening.textContent = view.opening;
      if (!isLinked) copy.area.value = body;
      past.replaceChildren(...view.past.map(weekRow));
      const next = view.next;
      now.hidden = next === null;
      if (next !== null && next.week !== week) {
        radios.forEach((r) => { r.radio.checked = false; r.row.classList.remove("sc-chosen"); });
        reason.value = "";
        missing.textContent = "";
        heading.textContent = `Week ${next.week}`;
        evidence.textContent = next.evidence;
        if (moved) heading.focus({ preventScroll: false });
      }
      week = next?.week ?? null;
      [decide, reason, ...radios.map((r) => r.radio)].forEach((one) => { one.disabled = Boolean(view.fault); });
      end.hidden = next !== null;
      if (next === null) {
        end.replaceChildren(...(view.debrief ? [
          h("h4", {}, `What was known when: ${view.points}`),
          h("ol", { class: "sc-weeks" }, ...view.debrief.map(debriefRow)),
          h("p", {}, h("strong", {}, "What was the matter: "), view.truth),
          h("p", {}, h("strong", {}, "How it ended: "), view.ending),
          h("button", { type: "button", onclick: () => { frame.write(""); week = null; frame.ask({ type: "body" }); } }, "Empty the cell and go through it again"),
        ] : [h("p", { class: "sc-note" }, "All weeks are decided. It is in the cell; you may still change a decision or a reason there.")]));
        if (moved) end.focus({ preventScroll: false });
      }
      moved = false;
    },
    close: stop,
  };
}
