// How far long work has come. Shown only if the work takes more than half a second.
function renderProgress({ model, el }) {
  const bar = h("progress", { max: 1, "aria-label": model.get("words") });
  const box = h("div", { class: "sc", role: "status", hidden: true },
    h("p", { class: "sc-note" }, `${model.get("words")} … (to stop: the square in the toolbar)`), bar);
  el.replaceChildren(box);
  const show = () => {
    if (model.get("share") > 0) bar.value = model.get("share");
    if (model.get("done")) box.hidden = true;
  };
  const timer = setTimeout(() => { box.hidden = model.get("done"); }, 500);
  model.on("change", show);
  show();
  return () => { clearTimeout(timer); model.off("change", show); };
}
