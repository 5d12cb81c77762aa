// What all our widgets share: small DOM helpers, and the link between a widget and its cell.
//
// In JupyterLab and Notebook 7 the cell is found through `window.jupyterapp`, which our
// launcher and settings switch on. Elsewhere there is no link and the widget says so.

/** Make an element: h("button", {type: "button", onclick: f}, "Text", child). */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

let lastId = 0;
/** An id that no other element of the page has. */
function freshId(prefix) {
  lastId += 1;
  return `sc-${prefix}-${Math.random().toString(36).slice(2, 7)}-${lastId}`;
}

/** Find the notebook cell whose output holds `element`, with its notebook; null elsewhere. */
function findCell(element) {
  const app = window.jupyterapp || window.jupyterlab;
  const node = element.closest(".jp-Cell");
  if (!app?.shell || !node) return null;
  for (const panel of app.shell.widgets("main")) {
    const cells = panel.content?.widgets;
    if (!cells) continue;
    const cell = Array.from(cells).find((candidate) => candidate.node === node);
    if (cell) return { cell, notebook: panel.content };
  }
  return null;
}

/** Wait until the front end has put the element into its cell (it renders before that). */
async function waitForCell(element, tries = 40) {
  for (let i = 0; i < tries; i += 1) {
    const found = findCell(element);
    if (found) return found;
    if (element.isConnected && !(window.jupyterapp || window.jupyterlab)) return null;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}

const ANSWER_LINE = /^[ \t]*%{1,3}[ \t]*answers?[ \t]*:?[ \t]+(\S+)[ \t]*$/i;

function splitCell(source) {
  const at = source.indexOf("\n");
  return at < 0 ? [source, ""] : [source.slice(0, at), source.slice(at + 1)];
}

/** The id of the item that a cell answers; null for other cells. */
function itemOf(cell) {
  const found = ANSWER_LINE.exec(splitCell(cell.model.sharedModel.getSource())[0]);
  return found ? found[1].toLowerCase() : null;
}

/**
 * The notebook's keys inside a widget: Escape leads back to the cell, and Shift+Enter runs
 * the cell and goes on to the next one, as everywhere else in a notebook.
 */
function followNotebookKeys({ cell, notebook }, element) {
  const onKey = (event) => {
    // A letter or an arrow is meant for the widget: the notebook would move, cut or delete cells.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    const run = event.key === "Enter" && event.shiftKey;
    if (event.key !== "Escape" && !run) return;
    event.preventDefault();
    // The cell becomes the active one; the notebook's own keys then work on it.
    notebook.activeCellIndex = Array.from(notebook.widgets).indexOf(cell);
    notebook.mode = "command";
    notebook.activate();
    const app = window.jupyterapp || window.jupyterlab;
    if (run) app.commands.execute("notebook:run-cell-and-select-next");
  };
  element.addEventListener("keydown", onKey);
  return () => element.removeEventListener("keydown", onKey);
}

/**
 * The link between a widget and the cell that it stands in. The cell is the only record:
 * the link reads it, watches it, and writes to it.
 */
class CellLink {
  constructor({ cell, notebook }) {
    this.cell = cell;
    this.notebook = notebook;
    this.shared = cell.model.sharedModel;
    this.cell.model.mimeType = "text/plain"; // prose is not Python: no colours in it
    this.writing = false;
    this.stops = [];
  }

  get body() {
    const body = splitCell(this.shared.getSource())[1];
    return body.trim() ? body : "";
  }

  /** Write the body with the smallest change, so that cursor and undo stay meaningful. */
  write(body) {
    const source = this.shared.getSource();
    const head = splitCell(source)[0];
    const next = `${head}\n${body.trim() ? body : ""}`;
    if (next === source) return;
    const most = Math.min(source.length, next.length);
    let start = 0;
    while (start < most && source[start] === next[start]) start += 1;
    let end = 0;
    while (end < most - start && source.at(-1 - end) === next.at(-1 - end)) end += 1;
    this.writing = true;
    try {
      this.shared.updateSource(start, source.length - end, next.slice(start, next.length - end));
    } finally {
      this.writing = false;
    }
  }

  /** The cell of this notebook that answers an item; null if there is none. */
  otherCell(item) {
    return Array.from(this.notebook.widgets).find((cell) => itemOf(cell) === item) ?? null;
  }

  /** Call back whenever somebody else changes the cell (typing, undo, paste). */
  watch(callback) {
    const onChange = (_, change) => {
      if (change.sourceChange && !this.writing) callback(this.body);
    };
    this.shared.changed.connect(onChange);
    this.stops.push(() => this.shared.changed.disconnect(onChange));
  }

  /** Call back now and whenever the number of cells that answer the same item changes. */
  watchTwins(item, callback) {
    let before = null;
    const count = () => {
      const twins = Array.from(this.notebook.widgets).filter((c) => itemOf(c) === item).length;
      if (twins !== before) callback(twins);
      before = twins;
    };
    const cells = this.notebook.model.cells;
    const later = () => setTimeout(count, 50);
    cells.changed.connect(later);
    this.shared.changed.connect(later);
    // A twin may come to be by typing in another cell: look again now and then.
    const timer = setInterval(count, 2000);
    this.stops.push(() => cells.changed.disconnect(later));
    this.stops.push(() => this.shared.changed.disconnect(later));
    this.stops.push(() => clearInterval(timer));
    count();
  }

  followKeys(element) {
    this.stops.push(followNotebookKeys(this, element));
  }

  close() {
    this.stops.forEach((stop) => stop());
    this.stops = [];
  }
}

const STRING = String.raw`"(?:[^"\\]|\\.)*"|'[^']*'`;

/** A key as TOML writes it: bare where it can be, else in quotation marks. */
function tomlKey(key) {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : tomlText(key);
}

/** TOML's strings are JSON's, but for two things that nobody types on purpose. */
function tomlText(value) {
  if (Array.isArray(value)) return `[${value.map(tomlText).join(", ")}]`;
  return JSON.stringify(value).replace(/\x7f/g, "\\u007f").replace(/\\ud[89a-f]../g, "\ufffd");
}

/**
 * Set one value in a TOML body and leave every other character as it is, comments too. Null if
 * the value is not on a line of its own: then only a person should change it.
 * `name` is a key as it stands in the body, or a list of words: tables, then the key. A value of
 * null takes the setting out.
 */
function withTomlValue(body, name, value) {
  const table = Array.isArray(name) ? name.slice(0, -1).map(tomlKey).join(".") : "";
  const key = Array.isArray(name) ? tomlKey(name.at(-1)) : name;
  const written = `${key} = ${tomlText(value)}`;
  if (!body.trim()) return value === null ? body : `${table ? `[${table}]\n` : ""}${written}`;
  const lines = body.split("\n");
  const header = table ? lines.findIndex((line) => line.replace(/#.*$/, "").trim() === `[${table}]`) : -1;
  if (table && header < 0) return value === null ? body : `${body.trimEnd()}\n\n[${table}]\n${written}`;
  const next = lines.findIndex((line, i) => i > header && /^\s*\[/.test(line));
  const end = next < 0 ? lines.length : next;
  const plain = key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const starts = new RegExp(`^\\s*(?:${plain}|["']${plain}["'])\\s*=\\s*`);
  const at = lines.findIndex((line, i) => i > header && i < end && starts.test(line));
  if (at < 0) {
    if (value === null) return body;
    let place = end;
    while (place > header + 1 && !lines[place - 1].trim()) place -= 1;
    lines.splice(place, 0, written);
    return lines.join("\n");
  }
  const rest = lines[at].replace(starts, "");
  const line = new RegExp(`^(?:${STRING}|\\[(?:${STRING}|[^"'#\\[\\]])*\\]|[^"'#\\[{]*?)(\\s*#.*)?$`).exec(rest);
  if (!line) return null;
  if (value === null) lines.splice(at, 1);
  else lines[at] = written + (line[1] ?? "");
  return lines.join("\n");
}

/**
 * Talks to the kernel with one request under way at a time. While one is, only the newest body
 * waits, so that a slow kernel never lags behind by more than one answer; other requests wait
 * in their order. What waits when the widget goes is still sent: no click is lost.
 */
class Exchange {
  constructor(model, { bodyNow, onReply, onSilence }) {
    this.model = model;
    this.bodyNow = bodyNow;
    this.onReply = onReply;
    this.onSilence = onSilence;
    this.number = 0;
    this.underWay = false;
    this.closed = false;
    this.queue = [];
    this.receive = (message) => {
      if (message.number !== this.number) return;
      clearTimeout(this.timer);
      this.underWay = false;
      this.onReply(message);
      this.next();
    };
    model.on("msg:custom", this.receive);
  }

  send(content) {
    if (content.type === "body") this.queue = this.queue.filter((c) => c.type !== "body");
    this.queue.push(content);
    if (!this.underWay) this.next();
  }

  next() {
    const content = this.queue.shift();
    if (content === undefined) {
      if (this.closed) this.model.off("msg:custom", this.receive);
      return;
    }
    this.underWay = true;
    this.number += 1;
    // The body is read only now: what waited must not bring an older one back.
    const body = this.bodyNow ? { body: this.bodyNow() } : {};
    this.model.send({ ...content, ...body, number: this.number });
    clearTimeout(this.timer);
    // No kernel, or a busy one: say so, and let the next keystroke try again.
    this.timer = setTimeout(() => {
      this.underWay = false;
      if (!this.closed) this.onSilence();
    }, 3000);
  }

  close() {
    this.closed = true;
    if (!this.underWay && this.queue.length === 0) this.model.off("msg:custom", this.receive);
  }
}

/**
 * The frame of every answer widget: heading, task, warnings, and the link to the cell.
 * `fill(frame)` builds the inside and returns {show(view, body), reset(body)}.
 */
function answerWidget(fill) {
  return async function render({ model, el }) {
    const item = model.get("item");
    const headingId = freshId("heading");
    const warning = h("div", { class: "sc-warning", role: "status", hidden: true });
    const silent = h("p", { class: "sc-note", hidden: true },
      "The coach is not answering. Your text is safe in the cell. Run the cell above (Shift+Enter) to wake it up.");
    const how = h("p", { class: "sc-note", hidden: true },
      "Type in the cell above, then press Shift+Enter to see the coach's answer.");
    const inside = h("div", { class: "sc-inside" });
    const root = h("section", { class: "sc", "aria-labelledby": headingId, "data-testid": `answer-${item.id}` },
      h("h3", { id: headingId, class: "sc-title" }, item.title),
      h("p", { class: "sc-stem" }, item.stem), warning, how, inside, silent);
    el.replaceChildren(root);

    let link = null;
    // What is typed or chosen in the moment before the cell is found: done as soon as it is.
    const early = [];
    const frame = {
      item,
      model,
      get linked() { return link !== null; },
      write(body) {
        if (link) link.write(body);
        else early.push(() => link.write(body));
      },
      ask(content) { exchange.send(content); },
      get canObject() { return link !== null && link.otherCell("objections") !== null; },
      /** Note an objection to a verdict in the objections cell; answers with what became of it. */
      object(criterion, reason) {
        const cell = link.otherCell("objections");
        if (cell === null) return "The cell “objections” is gone; write to your instructor.";
        const other = new CellLink({ cell, notebook: link.notebook });
        const body = withTomlValue(other.body, `${item.id}.${criterion}`, reason);
        if (body === null) return "That line of the cell “objections” must be changed by hand.";
        other.write(body);
        return "Noted in the cell “objections”.";
      },
      /** Set one value of a TOML answer: in the cell at once, even if the kernel is busy. */
      set(name, value) {
        if (!link) { early.push(() => frame.set(name, value)); return; }
        const body = withTomlValue(link.body, name, value);
        if (body === null) {
          how.hidden = false;
          how.textContent = `The line “${Array.isArray(name) ? name.at(-1) : name} = …” is written in a way that this widget cannot change. Change it in the cell above.`;
          return;
        }
        link.write(body);
        exchange.send({ type: "body" });
      },
    };
    const exchange = new Exchange(model, {
      bodyNow: () => (link ? link.body : null),
      onReply(message) {
        if (message.write != null) frame.write(message.write);
        if (exchange.closed) return;
        silent.hidden = true;
        root.dataset.state = "answered";
        const body = message.body ?? "";
        // A verdict on an older text would put its marks under other words: a newer one is due.
        if (link && message.write == null && body !== link.body) return;
        parts.show(message.view, body);
        root.dataset.shown = String(body.length);
      },
      onSilence() { silent.hidden = false; root.dataset.state = "silent"; },
    });
    const parts = fill(frame, inside);

    const found = await waitForCell(el);
    if (found) {
      link = new CellLink(found);
      early.splice(0).forEach((change) => change());
      link.followKeys(root);
      link.watch((body) => { parts.reset?.(body); exchange.send({ type: "body" }); });
      link.watchTwins(item.id, (twins) => {
        warning.hidden = twins < 2;
        warning.textContent = twins < 2 ? "" :
          `Careful: ${twins} cells in this notebook answer “${item.id}”. Keep one and delete the others, or your instructor cannot tell which one counts.`;
      });
      parts.reset?.(link.body);
    } else {
      how.hidden = false;
    }
    root.dataset.mode = link ? "linked" : "apart";
    parts.linked?.(link !== null);
    exchange.send({ type: "body" });
    return () => { link?.close(); exchange.close(); parts.close?.(); };
  };
}
