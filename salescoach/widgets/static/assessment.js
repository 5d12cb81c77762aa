// The skills assessment: one question at a time; what is chosen goes into the cell at once.
function assessmentInside(frame, inside) {
  const questions = frame.model.get("questions");
  let at = null;
  let choices = {};
  let linked = true;
  let blocked = false;
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const progress = h("p", { class: "sc-quiz-progress", role: "status", "data-testid": "progress" });
  const jumps = questions.map((_, n) =>
    h("button", { type: "button", class: "sc-quiz-jump", onclick: () => go(n, true) }, String(n + 1)));
  const stage = h("div", { class: "sc-quiz-stage", "data-testid": "stage" });
  const back = h("button", { type: "button", onclick: () => go(at - 1, true) }, "Back");
  const next = h("button", { type: "button", class: "sc-quiz-next", onclick: () => forward() }, "Next");
  const result = h("div", { class: "sc-quiz-result", tabindex: "-1", "data-testid": "result", hidden: true });
  const hint = h("p", { class: "sc-note" }, "Keys: a to d choose, Enter goes on, Backspace goes back. Nothing says right or wrong until all are answered.");
  inside.append(fault, progress,
    h("div", { class: "sc-quiz-jumps", role: "group", "aria-label": "All questions" }, ...jumps),
    stage, h("div", { class: "sc-quiz-moves" }, back, next), hint, result);

  let radios = [];
  function draw() {
    const question = questions[at];
    const name = freshId("question");
    radios = question.options.map((option) => {
      const radio = h("input", { type: "radio", name, id: freshId("option"), value: option.id });
      radio.addEventListener("change", () => choose(option.id));
      return { radio, row: h("label", { class: "sc-option", for: radio.id }, radio,
        h("span", {}, h("strong", {}, `${option.id} `), option.text)) };
    });
    stage.replaceChildren(h("fieldset", { class: "sc-options" },
      h("legend", {}, h("span", { class: "sc-quiz-number" }, `Question ${at + 1}. `), question.stem),
      ...radios.map((r) => r.row)));
    mark();
  }
  function mark() {
    const chosen = choices[questions[at].name];
    radios.forEach(({ radio, row }) => {
      radio.checked = radio.value === chosen;
      radio.disabled = blocked || !linked;
      row.classList.toggle("sc-chosen", radio.checked);
    });
    const answered = questions.filter((q) => choices[q.name]).length;
    const said = `Question ${at + 1} of ${questions.length}. ${answered} answered.`;
    if (progress.textContent !== said) progress.textContent = said;
    jumps.forEach((jump, n) => {
      const done = Boolean(choices[questions[n].name]);
      jump.dataset.state = done ? "answered" : "open";
      jump.setAttribute("aria-label", `Question ${n + 1}, ${done ? "answered" : "open"}`);
      if (n === at) jump.setAttribute("aria-current", "true"); else jump.removeAttribute("aria-current");
    });
    back.disabled = at === 0;
    next.textContent = at < questions.length - 1 ? "Next" : result.hidden ? "To the first open question" : "See the profile";
    next.disabled = at === questions.length - 1 && result.hidden && answered === questions.length;
  }
  function choose(letter) {
    if (blocked || !linked) return;
    choices = { ...choices, [questions[at].name]: letter };
    frame.set(questions[at].name, letter);
    mark();
  }
  function go(n, focus) {
    at = Math.max(0, Math.min(n, questions.length - 1));
    draw();
    const target = radios.find((r) => r.radio.checked) ?? radios[0];
    if (focus && !target.radio.disabled) target.radio.focus({ preventScroll: true });
  }
  function forward() {
    if (at < questions.length - 1) { go(at + 1, true); return; }
    if (!result.hidden) { result.focus(); return; }
    const open = questions.findIndex((q) => !choices[q.name]);
    if (open >= 0) go(open, true);
  }
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const key = event.key.toLowerCase();
    const option = radios.find((r) => r.radio.value === key);
    if (option) { option.radio.focus(); choose(key); } else if (key === "enter") forward();
    else if (key === "backspace" && at > 0) go(at - 1, true);
    else return;
    event.preventDefault();
  });

  return {
    linked(value) { linked = value; if (at !== null) mark(); },
    show(view) {
      fault.hidden = !view.fault;
      fault.textContent = view.fault || "";
      blocked = Boolean(view.fault);
      if (!blocked) choices = view.choices;
      const was = result.hidden;
      result.hidden = !view.result && !(view.said || "").includes("hand in");
      if (view.result) result.replaceChildren(...assessmentResult(view.result));
      else if (!result.hidden) result.replaceChildren(h("p", {}, view.said));
      if (at === null) {
        const open = questions.findIndex((q) => !choices[q.name]);
        go(open < 0 ? 0 : open, false);
      } else mark();
      if (was && !result.hidden && stage.contains(document.activeElement)) next.focus({ preventScroll: true });
    },
  };
}

/** The profile in words: the total, each topic, where to begin, and what was missed. */
function assessmentResult(result) {
  const headingId = freshId("profile");
  const parts = [
    h("h4", { id: headingId }, result.heading), h("p", {}, result.interval),
    h("ul", { class: "sc-quiz-topics", "aria-labelledby": headingId }, ...result.topics.map((topic) =>
      h("li", {}, h("span", {}, topic.title),
        h("span", { class: "sc-quiz-dots", "aria-hidden": "true" }, "●".repeat(topic.right) + "○".repeat(topic.asked - topic.right)),
        h("span", {}, `${topic.right} of ${topic.asked}`)))),
    h("p", { class: "sc-change" }, h("strong", {}, "Where to begin: "), result.path),
  ];
  if (result.missed.length > 0) {
    parts.push(h("details", {}, h("summary", {}, `The ${result.missed.length} that went otherwise, with the reasons`),
      ...result.missed.map((missed) => h("div", { class: "sc-quiz-missed" },
        h("p", {}, h("strong", {}, `${missed.title}. `), missed.stem),
        h("p", { class: "sc-cap" }, "You chose ", missed.yours),
        h("p", { class: "sc-works" }, "Better ", missed.better),
        h("p", {}, missed.reason), h("p", { class: "sc-note" }, `${missed.see}.`)))));
  }
  return parts;
}
