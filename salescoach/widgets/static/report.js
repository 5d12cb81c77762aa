// What is wrong with a list, by kind.
function renderReport({ model, el }) {
  const report = model.get("report");
  const headingId = freshId("heading");
  el.replaceChildren(h("section", { class: "sc", "aria-labelledby": headingId },
    h("h3", { class: "sc-title", id: headingId }, "What is wrong with this list"),
    h("p", {}, report.said),
    ...report.groups.map((group) => h("details", { class: "sc-names", "data-kind": group.kind },
      h("summary", {}, `${group.count} × ${group.told}`),
      h("ul", { class: "sc-list" }, ...group.rows.map(([name, why]) => h("li", {}, h("strong", {}, name), `: ${why}`)))))));
}
