// Qualifiers, a count that moves, and a funnel that says why each company fell out.
const QUALIFIERS = [["industry", "Industry"], ["region", "Region"], ["trigger", "Trigger event"], ["supplier", "Plans shifts today with"]];
const NUMBERS = [["employees_from", "Employees, at least"], ["employees_to", "Employees, at most"], ["checked_within_months", "Checked within so many months"]];
const CLEANING = [["respect_opt_out", "Leave out who asked not to be contacted"], ["drop_duplicates", "Count each company once"]];

/** Names with a reason, folded away until somebody asks. */
function namedList(summary, pairs, total) {
  const more = total - pairs.length;
  return h("details", { class: "sc-names" }, h("summary", {}, summary),
    h("ul", { class: "sc-list" }, ...pairs.map(([name, why]) => h("li", {}, h("strong", {}, name), `: ${why}`)),
      more > 0 ? h("li", {}, `and ${more} more`) : null));
}

function qualifyInside(frame, inside, prefix = []) {
  const fault = faultBox();
  const path = (name) => [...prefix, name];
  const lists = QUALIFIERS.map(([name, label]) => {
    const chips = h("div", { class: "sc-chips" });
    return { name, chips, boxes: [], shown: null, row: h("fieldset", { class: "sc-options" }, h("legend", {}, label), chips) };
  });
  const numbers = NUMBERS.map(([name, label]) => {
    const input = h("input", { type: "number", min: 0, step: 1, id: freshId(name), class: "sc-input sc-number" });
    input.addEventListener("input", () => frame.set(path(name), input.value === "" ? null : Math.max(0, Math.round(Number(input.value)))));
    return { name, input, row: h("div", { class: "sc-field sc-short" }, h("label", { for: input.id }, label), input) };
  });
  const cleaning = CLEANING.map(([name, label]) => {
    const box = h("input", { type: "checkbox", id: freshId(name) });
    box.addEventListener("change", () => frame.set(path(name), box.checked ? true : null));
    return { name, box, row: h("label", { class: "sc-chip", for: box.id }, box, h("span", {}, label)) };
  });
  const count = h("strong", { class: "sc-total", "data-testid": "count" });
  const said = h("span", { role: "status", "data-testid": "feedback" });
  const funnel = h("ol", { class: "sc-funnel", "aria-label": "The funnel, step by step" });
  const kept = h("div", { "data-testid": "kept" });
  inside.append(fault.box,
    h("div", { class: "sc-counter" }, count, " ", said),
    h("fieldset", { class: "sc-options" }, h("legend", {}, "Clean first"), h("div", { class: "sc-chips" }, ...cleaning.map((c) => c.row)), numbers[2].row),
    ...lists.map((l) => l.row), numbers[0].row, numbers[1].row,
    h("h4", {}, "Why the others fell out"), funnel, kept);
  let linkedNow = false;
  let open = new Set();

  const fillList = (list, values, wanted) => {
    const key = JSON.stringify(values);
    if (key !== list.shown) {
      list.shown = key;
      list.boxes = values.map(([value, number]) => {
        const box = h("input", { type: "checkbox", id: freshId(list.name), value });
        box.addEventListener("change", () => {
          const chosen = list.boxes.filter((b) => b.box.checked).map((b) => b.box.value);
          frame.set(path(list.name), chosen.length ? chosen : null);
        });
        return { box, row: h("label", { class: "sc-chip", for: box.id }, box, h("span", {}, value, " ", h("span", { class: "sc-hint" }, String(number)))) };
      });
      list.chips.replaceChildren(...list.boxes.map((b) => b.row));
    }
    const names = (typeof wanted === "string" ? [wanted] : wanted ?? []).map((one) => one.toLowerCase());
    list.boxes.forEach(({ box, row }) => {
      box.checked = names.includes(box.value.toLowerCase());
      box.disabled = !linkedNow;
      row.classList.toggle("sc-chosen", box.checked);
    });
    list.row.hidden = values.length === 0;
  };
  const step = (one, total) => h("li", { "data-step": one.name },
    h("div", { class: "sc-funnel-row" },
      h("span", { class: "sc-funnel-name" }, h("strong", {}, one.name), ` ${one.rule}`),
      h("span", { class: "sc-funnel-left" }, `${one.left} left`)),
    h("div", { class: "sc-funnel-bar", "aria-hidden": "true" }, h("div", { style: `width: ${total ? (100 * one.left) / total : 0}%` })),
    one.fell ? namedList(`${one.fell} fell out`, one.who, one.fell) : h("p", { class: "sc-hint" }, "nobody fell out"));

  return {
    linked(linked) { linkedNow = linked; numbers.forEach((n) => { n.input.readOnly = !linked; }); },
    show(view) {
      fault.show(view.fault);
      const idle = Boolean(view.fault) || !linkedNow;
      cleaning.forEach(({ box }) => { box.disabled = idle; });
      numbers.forEach(({ input }) => { input.readOnly = idle; });
      lists.forEach((l) => l.boxes.forEach(({ box }) => { box.disabled = idle; }));
      if (view.fault) return;
      cleaning.forEach(({ name, box, row }) => { box.checked = view.settings[name] === true; row.classList.toggle("sc-chosen", box.checked); });
      numbers.forEach(({ name, input }) => setValue(input, view.settings[name] ?? ""));
      lists.forEach((list) => fillList(list, view.choices[list.name] ?? [], view.settings[list.name]));
      count.textContent = String(view.count);
      count.className = `sc-total ${view.inside ? "sc-inside-target" : ""}`;
      const told = view.said.replace(/^\d+ /, "");
      if (said.textContent !== told) said.textContent = told;
      open = new Set([...funnel.querySelectorAll("li[data-step]")].filter((li) => li.querySelector("details")?.open).map((li) => li.dataset.step));
      const keptOpen = kept.querySelector("details")?.open;
      funnel.replaceChildren(h("li", {}, `${view.total} companies to begin with`), ...view.steps.map((s) => step(s, view.total)));
      funnel.querySelectorAll("li[data-step]").forEach((li) => { const d = li.querySelector("details"); if (d) d.open = open.has(li.dataset.step); });
      kept.replaceChildren(view.count ? namedList(`Show the ${view.count} that are left`, view.kept, view.count) : h("p", { class: "sc-note" }, "Nobody is left."));
      const d = kept.querySelector("details");
      if (d) d.open = Boolean(keptOpen);
    },
  };
}
