/*
 * Handing the ticket on: the small form opens by its button or the key m, and shuts when it is done or given up. Its note is
 * kept as it is typed, like every other text; where one was left, the form stands open.
 */
(function () {
  "use strict";

  const fields = () => document.getElementById("transfer-fields");
  const note = () => document.getElementById("transfer:note");
  const button = () => document.querySelector("[data-transfer]");
  let open = false;
  let done = fields().dataset.done;

  const keeper = desk.keep({
    place: fields().dataset.place,
    revision: Number(fields().dataset.revision),
    savedAt: Number(fields().dataset.savedAt),
    writer: fields().dataset.writer,
    read: () => ({ html: "", fields: note()?.value ? { note: note().value } : {} }),
    state(what) {
      const words = fields().querySelector(".transfer-state");
      if (words) words.textContent = what === "saved" && !note()?.value ? "" : words.dataset[what] || "";
    },
  });

  function show() {
    fields().hidden = !open;
    button()?.setAttribute("aria-expanded", String(open));
  }

  function turn(on) {
    open = on && Boolean(document.getElementById("transfer:queue"));
    show();
    (open ? document.getElementById("transfer:queue") : button())?.focus();
  }

  const copy = keeper.unsaved();
  const left = copy ? copy.fields.note : JSON.parse(fields().dataset.draft || "{}").note;
  if (left && button() && note()) {
    note().value = left;
    open = true;
    show();
    if (copy) keeper.touch();
  }

  document.addEventListener("input", (event) => {
    if (event.target === note()) keeper.touch();
  });

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-transfer]")) turn(!open);
    else if (event.target.closest("[data-transfer-close]")) turn(false);
    else if (event.target.closest("[id='transfer:go']")) keeper.hold(); /* what goes along must not be saved again */
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "m" && button() && !desk.typing(document.activeElement)) {
      event.preventDefault();
      turn(true);
    } else if (event.key === "Escape" && open && !desk.typing(document.activeElement)) {
      turn(false);
    }
  });

  /* What is drawn anew comes shut: it stays open, with what was typed, until the server says that it is done. */
  document.addEventListener("desk:updated", () => {
    if (fields().dataset.done !== done) {
      done = fields().dataset.done;
      keeper.sent(Number(fields().dataset.revision));
      turn(false);
    } else {
      keeper.resume();
      show();
    }
  });
})();
