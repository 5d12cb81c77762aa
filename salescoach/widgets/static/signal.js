// Situations with their key, side by side: a worked example.
function renderSignals({ model, el }) {
  const headingId = freshId("heading");
  el.replaceChildren(h("section", { class: "sc", "aria-labelledby": headingId, "data-testid": "signals" },
    h("h3", { class: "sc-title", id: headingId }, model.get("title")),
    h("div", { class: "sc-columns" }, ...model.get("cards").map((card) =>
      h("article", { class: "sc-column" },
        h("p", { class: "sc-note sc-meta" }, card.where),
        h("p", { class: "sc-situation" }, ...situationText(card, true)),
        h("p", { class: "sc-reply sc-right" }, h("strong", {}, `${card.kind} (${card.activity}). `), card.means),
        h("p", { class: "sc-reply sc-partly" }, h("strong", {}, `${card.move}. `), card.reason))))));
}
