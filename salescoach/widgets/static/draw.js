// Small pictures in SVG. Their words stand beside them, so the picture itself is an image.
function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

const FRAME = { width: 420, height: 200, left: 40, right: 12, top: 28, bottom: 40 };

/** Draw as wide as there is room, one picture or two in a row, so that letters keep their size. */
function fitPictures(box) {
  const room = box.clientWidth || 420;
  FRAME.width = Math.max(220, Math.min(460, room > 660 ? (room - 16) / 2 : room));
}

function picture(title, twin, ...children) {
  return svg("svg", { viewBox: `0 0 ${FRAME.width} ${FRAME.height}`, class: "sc-picture", role: "img", "aria-label": `${title}. ${twin}` },
    svg("text", { x: 4, y: 16, class: "sc-picture-title" }, title), ...children);
}

function axes(label) {
  const { width, height, left, right, bottom, top } = FRAME;
  return [
    svg("line", { x1: left, x2: width - right, y1: height - bottom, y2: height - bottom, class: "sc-axis" }),
    svg("line", { x1: left, x2: left, y1: top, y2: height - bottom, class: "sc-axis" }),
    svg("text", { x: (left + width - right) / 2, y: height - 6, class: "sc-axis-label", "text-anchor": "middle" }, label),
  ];
}

/** Bars of percentages, the first one (nothing at all) in its own colour and hatching. */
function bars(title, twin, label, values) {
  const { width, height, left, right, top, bottom } = FRAME;
  const most = Math.max(...values, 1);
  const step = (width - right - left) / values.length;
  const room = height - bottom - top - 14;
  return picture(title, twin, ...axes(label), ...values.flatMap((value, k) => {
    const x = left + k * step + step * 0.12;
    const tall = (value / most) * room;
    const y = height - bottom - tall;
    return [
      svg("rect", { x, y, width: step * 0.76, height: tall, class: k === 0 ? "sc-bar sc-bar-none" : "sc-bar" }),
      value >= 1 || k === 0 ? svg("text", { x: x + step * 0.38, y: y - 4, class: "sc-axis-label", "text-anchor": "middle" }, `${Math.round(value)} %`) : null,
      svg("text", { x: x + step * 0.38, y: height - bottom + 14, class: "sc-axis-label", "text-anchor": "middle" }, String(k)),
    ];
  }));
}

/** A rising curve from 0 to 100 per cent, with the calls at even odds and at 90 per cent. */
function risingCurve(title, twin, label, points, marks) {
  const { width, height, left, right, top, bottom } = FRAME;
  const end = points.at(-1)[0];
  const x = (n) => left + (n / end) * (width - right - left);
  const y = (p) => height - bottom - (p / 100) * (height - bottom - top - 6);
  return picture(title, twin, ...axes(label),
    svg("polyline", { points: points.map(([n, p]) => `${x(n)},${y(p)}`).join(" "), class: "sc-curve" }),
    ...[0, 50, 100].map((p) => svg("text", { x: left - 5, y: y(p) + 4, class: "sc-axis-label", "text-anchor": "end" }, `${p} %`)),
    svg("text", { x: x(end), y: height - bottom + 14, class: "sc-axis-label", "text-anchor": "end" }, String(end)),
    ...marks.flatMap(([n, p, name]) => [
      svg("line", { x1: x(n), x2: x(n), y1: y(p), y2: height - bottom, class: "sc-mark-line" }),
      svg("circle", { cx: x(n), cy: y(p), r: 4, class: "sc-dot" }),
      svg("text", { x: x(n) + 7, y: y(p) + 14, class: "sc-axis-label" }, name),
    ]));
}
