// The follow-up planner: who, when, which first sentence; and a file for the calendar.

function zoneNames() {
  return typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone")
    : ["Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Australia/Sydney"];
}

function plannerInside(frame, inside) {
  const fault = h("div", { class: "sc-warning", role: "alert", hidden: true });
  const zones = h("datalist", { id: freshId("zones") }, ...zoneNames().map((zone) => h("option", { value: zone })));
  const field = (name, label, attributes, hint) => {
    const input = h(name === "opening" ? "textarea" : "input",
      { id: freshId(name), class: "sc-input", "data-field": name, autocomplete: "off", ...attributes });
    const whole = attributes.type === "number";
    input.addEventListener("input", () => frame.set(name, whole && input.value !== "" ? Math.round(Number(input.value)) : input.value));
    const row = h("div", { class: "sc-field" }, h("label", { for: input.id }, label,
      hint ? h("span", { class: "sc-hint" }, ` ${hint}`) : null), input);
    return { name, input, row };
  };
  const fields = [
    field("prospect", "Who", { type: "text" }, "name and firm"),
    field("date", "The day that they named", { type: "date" }),
    field("time", "The time", { type: "time" }),
    field("zone", "Their time zone", { type: "text", list: zones.id }, "region and city"),
    field("opening", "Your first sentence", { rows: "2" }, "it recalls that the day was their idea"),
    field("remind", "Remind me, minutes before", { type: "number", min: "0", max: "20160", step: "5", placeholder: "15" }),
    field("not-before", "No contact before", { type: "date" }, "if they asked for peace until then"),
    field("if-missed", "If the day passes: reminder after working days", { type: "number", min: "0", max: "30", placeholder: "2" }),
  ];
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const useHere = h("button", { type: "button", hidden: !here }, `Use the zone of this computer (${here})`);
  useHere.addEventListener("click", () => { fields[3].input.value = here; frame.set("zone", here); });
  fields[3].row.append(useHere);
  const said = h("p", { class: "sc-words", role: "status", "data-testid": "feedback" });
  const plan = h("div", { class: "sc-entries" });
  const save = h("button", { type: "button", class: "sc-main", disabled: true, "data-testid": "save-calendar" }, "Save the calendar file (.ics)");
  const saved = h("p", { class: "sc-note", role: "status", "data-testid": "saved", hidden: true });
  const how = h("p", { class: "sc-note" }, "Open the file with Outlook or Apple Calendar; in Google Calendar choose Settings → Import. It stays on this machine until you do. If you move the day later, delete the old entries there: a new file does not remove them.");
  inside.append(fault, zones, ...fields.map((f) => f.row), said, plan, h("div", { class: "sc-tools" }, save), saved, how);
  let file = "";
  let when = "";
  let savedWhen = "";
  let isLinked = false;
  save.addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([file], { type: "text/calendar;charset=utf-8" }));
    const link = h("a", { href: url, download: "follow-up.ics" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    const moved = savedWhen && savedWhen !== when;
    savedWhen = when;
    saved.textContent = `Saved as follow-up.ics, where your browser puts what it downloads.${moved ? " Delete the entries of the earlier day from your calendar: they stay there otherwise." : ""}`;
    saved.hidden = false;
  });
  // What stands in the cell fills the fields: the kernel is not needed to read plain lines.
  const fromCell = (body) => {
    for (const { name, input } of fields) {
      if (document.activeElement === input) continue;
      const found = new RegExp(`^\\s*${name}\\s*=\\s*(${STRING}|[^"'#\\n]*?)\\s*(?:#.*)?$`, "m").exec(body);
      let value = found ? found[1] : "";
      if (value.startsWith('"')) { try { value = JSON.parse(value); } catch { value = ""; } }
      input.value = value.replace?.(/^'(.*)'$/, "$1") ?? value;
    }
  };
  return {
    linked(linked) { isLinked = linked; fields.forEach((f) => { f.input.disabled = !linked; }); useHere.disabled = !linked; },
    reset(body) { fromCell(body); },
    show(view, body) {
      fault.hidden = !view.fault;
      fault.textContent = view.fault;
      if (!isLinked) fromCell(body);
      said.textContent = view.said;
      said.hidden = Boolean(view.fault);
      plan.replaceChildren(
        ...view.warnings.map((w) => h("p", { class: "sc-reply sc-wrong" }, w)),
        ...view.entries.map((entry) => h("div", { class: "sc-entry" }, h("h4", {}, entry.title),
          h("p", {}, entry.when), ...entry.notes.map((note) => h("p", { class: "sc-note" }, note)))),
        ...(view.opening ? [h("p", { class: "sc-reply sc-partly" }, view.opening)] : []));
      file = view.file;
      when = view.entries.map((entry) => entry.when).join();
      if (when !== savedWhen) saved.hidden = true;
      save.disabled = !view.file;
    },
  };
}
