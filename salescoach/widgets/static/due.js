// Which reviews are due now and in the next four weeks.
function renderDue({ model, el }) {
  const view = model.get("view");
  const headingId = freshId("heading");
  const most = Math.max(1, ...view.weeks.map((week) => week.count));
  el.replaceChildren(h("section", { class: "sc", "aria-labelledby": headingId, "data-testid": "due" },
    h("h3", { class: "sc-title", id: headingId }, "What is due"),
    view.message ? h("div", { class: "sc-warning" }, view.message) : null,
    h("p", {}, view.said),
    view.known ? h("p", { class: "sc-note" }, `${view.known} situations practised so far, ${view.missed} of them missed at least once.`) : null,
    view.known ? h("ul", { class: "sc-due" }, ...view.weeks.map((week) => h("li", {},
      h("span", {}, week.title), h("span", { class: "sc-due-bar", style: `inline-size: ${Math.round(60 * week.count / most)}%`, "aria-hidden": "true" }),
      h("span", {}, `${week.count} to review`)))) : null));
}
