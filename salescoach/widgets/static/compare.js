// Example scripts side by side, each with its marks and its verdict.
function renderCompare({ model, el }) {
  const examples = model.get("examples");
  const headingId = freshId("heading");
  el.replaceChildren(h("section", { class: "sc", "aria-labelledby": headingId },
    h("h3", { class: "sc-title", id: headingId }, model.get("title")),
    h("div", { class: "sc-columns" }, ...examples.map((example) =>
      h("article", { class: "sc-column", "data-example": example.id },
        examples.length > 1 ? h("h4", {}, example.title) : null,
        markedText(example.text, example.view.criteria),
        verdictView(example.view, model.get("unfolded")),
        h("p", { class: "sc-note" }, example.note))))));
}
