// Who is strong at what, who has which role, and how the commission is shared.
const RATINGS = [["0", "not rated"], ["1", "1 weak"], ["2", "2"], ["3", "3 solid"], ["4", "4"], ["5", "5 strong"]];

function teamInside(frame, inside) {
  const fault = faultBox();
  const own = frame.model.get("own");
  const names = h("input", { type: "text", id: freshId("names"), class: "sc-input" });
  names.addEventListener("input", () => frame.set(["members"], names.value.trim() ? names.value : null));
  const people = h("ul", { class: "sc-list" }, ...frame.item.options.map((o) => {
    const [name, ...rest] = o.text.split(":");
    return h("li", {}, h("strong", {}, `${name}:`), rest.join(":"));
  }));
  const heading = h("h4", { hidden: true }, "Strengths, as far as you know them");
  const matrix = h("div", {});
  const roles = h("div", { class: "sc-roles" });
  const remarks = h("ul", { class: "sc-list", "data-testid": "remarks" });
  const said = h("p", { class: "sc-note", role: "status", "data-testid": "feedback" });
  inside.append(fault.box,
    own ? h("div", { class: "sc-field" }, h("label", { for: names.id }, "Names, with commas between them"), names) : people,
    heading, matrix,
    h("h4", {}, "Roles and shares of the commission"), roles, said, remarks);
  let shownMembers = null;
  let rows = [];
  let duties = [];
  let linkedNow = false;

  const buildMatrix = (members, labels) => {
    rows = members.map((member) => ({ name: member.name, selects: labels.map((label, place) => {
      const select = h("select", { class: "sc-input", "aria-label": `${member.name}: ${label}` },
        ...RATINGS.map(([value, text]) => h("option", { value }, text)));
      select.addEventListener("change", () => {
        const row = rows.find((one) => one.name === member.name);
        frame.set(["strengths", member.name], row.selects.map((s) => Number(s.value)));
      });
      return select;
    }) }));
    matrix.replaceChildren(...rows.map((row) => h("div", { class: "sc-member", role: "group", "aria-label": row.name },
      h("strong", { class: "sc-member-name" }, row.name),
      ...row.selects.map((select, place) => h("span", { class: "sc-rating" },
        h("span", { class: "sc-hint", "aria-hidden": "true" }, labels[place]), select)))));
  };
  const buildRoles = (view) => {
    duties = view.roles.map((role) => {
      const who = labelledSelect(role.label, [["", "nobody yet"]], (value) => frame.set(["roles", role.id], value || null));
      const share = h("input", { type: "number", min: 0, max: 100, step: "any", id: freshId("share"), class: "sc-input sc-number", "aria-label": `Share of the commission for “${role.label}” in per cent` });
      share.addEventListener("input", () => frame.set(["commission", role.id], share.value === "" ? null : Number(share.value)));
      const best = h("span", { class: "sc-hint" });
      who.row.append(h("span", { class: "sc-share" }, share, " % of the commission"));
      return { id: role.id, who, share, best, row: h("div", { class: "sc-duty" },
        h("p", { class: "sc-hint" }, role.what, best), who.row) };
    });
    roles.replaceChildren(...duties.map((d) => d.row));
  };
  return {
    linked(linked) { linkedNow = linked; names.readOnly = !linked; },
    show(view) {
      fault.show(view.fault);
      if (view.fault) return;
      setValue(names, view.names);
      const key = JSON.stringify(view.members.map((m) => m.name));
      if (duties.length === 0) buildRoles(view);
      if (key !== shownMembers) {
        shownMembers = key;
        heading.hidden = view.members.length === 0;
        buildMatrix(view.members, view.roles.map((r) => r.label));
        duties.forEach((d) => d.who.fill([["", "nobody yet"], ...view.members.map((m) => [m.name, m.name])]));
      }
      view.members.forEach((member, i) => rows[i].selects.forEach((select, place) => {
        select.value = String(member.ratings[place]);
        select.disabled = !linkedNow;
      }));
      view.roles.forEach((role) => {
        const duty = duties.find((d) => d.id === role.id);
        duty.who.select.value = role.who;
        duty.who.select.disabled = !linkedNow;
        duty.share.readOnly = !linkedNow;
        setValue(duty.share, role.share);
        duty.best.textContent = role.best ? ` Rated highest: ${role.best}.` : "";
      });
      if (said.textContent !== view.said) said.textContent = view.said;
      remarks.replaceChildren(...view.remarks.map((text) => h("li", {}, text)));
    },
  };
}
