// What is answered and what is still open, read from the cells of this very notebook.

/**
 * The items to look for. A released notebook lists its own in the cell about the trainee: some of
 * the exercise may be left out, and situations (s012) added, which ask two questions each.
 */
function itemsToLookFor(items, bodies) {
  const listed = /^items\s*=\s*"([^"]*)"/m.exec((bodies.get("me") ?? []).join("\n"));
  if (!listed) return items;
  const names = listed[1].split(/\s+/).filter(Boolean);
  const own = items.filter(({ id }) => names.includes(id) || bodies.has(id));
  const drawn = names.filter((name) => /^s\d{3,}$/.test(name)).flatMap((name, i) => [
    { id: `${name}-kind`, title: `Situation ${i + 1}, kind of signal` },
    { id: `${name}-move`, title: `Situation ${i + 1}, next move` }]);
  return [...own, ...drawn];
}

async function renderHandIn({ model, el }) {
  const headingId = freshId("heading");
  const list = h("ul", { class: "sc-list" });
  const sum = h("p", { role: "status", "data-testid": "hand-in" });
  el.replaceChildren(h("section", { class: "sc", "aria-labelledby": headingId },
    h("h3", { class: "sc-title", id: headingId }, "Ready to hand in?"), sum, list));
  const found = await waitForCell(el);
  if (!found) {
    sum.textContent = "Look through the cells that begin with %%answer: is each one answered? Then save and send this file.";
    return undefined;
  }
  const cells = found.notebook.model.cells;
  const show = () => {
    const bodies = new Map();
    for (const cell of Array.from(found.notebook.widgets)) {
      const item = itemOf(cell);
      if (item === null) continue;
      const body = splitCell(cell.model.sharedModel.getSource())[1].trim();
      bodies.set(item, [...(bodies.get(item) ?? []), body]);
    }
    let open = 0;
    const items = itemsToLookFor(model.get("items"), bodies);
    list.replaceChildren(...items.map(({ id, title }) => {
      const answers = bodies.get(id) ?? [];
      const state = answers.length === 0 ? "its cell is gone; copy it from a fresh exercise"
        : answers.length > 1 ? "answered in two cells; keep one"
          : answers[0] ? "answered" : "still blank";
      if (state !== "answered") open += 1;
      return h("li", {}, h("span", { "aria-hidden": "true" }, state === "answered" ? "✓ " : "○ "),
        h("strong", {}, title), `: ${state}`);
    }));
    const said = open === 0
      ? "Everything is answered. Save (Ctrl+S, on a Mac ⌘S) and send this file."
      : `${open} of ${items.length} still open. You may hand in all the same.`;
    if (sum.textContent !== said) sum.textContent = said;
  };
  cells.changed.connect(show);
  found.notebook.model.contentChanged.connect(show);
  show();
  return () => { cells.changed.disconnect(show); found.notebook.model.contentChanged.disconnect(show); };
}
