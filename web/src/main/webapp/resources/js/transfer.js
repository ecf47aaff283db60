/*
 * Handing the ticket on: the small form opens by its button or the key m, and shuts when it is done or given up. What is
 * chosen and typed in it is kept, like every other text; where something was left, the form stands open.
 */
(function () {
  "use strict";

  const fields = () => document.getElementById("transfer-fields");
  const note = () => document.getElementById("transfer:note");
  const chosen = (what) => document.getElementById("transfer:" + what);
  const button = () => document.querySelector("[data-transfer]");
  let open = false;
  let done = fields().dataset.done;
  let owner = null; /* who was left chosen, until the people of the queue that was left chosen are there */

  function read() {
    const values = { note: note()?.value, queue: chosen("queue")?.value, owner: owner || chosen("owner")?.value };
    return { html: "", fields: Object.fromEntries(Object.entries(values).filter(([, value]) => value)) };
  }

  const keeper = desk.keep({
    place: fields().dataset.place,
    revision: Number(fields().dataset.revision),
    savedAt: Number(fields().dataset.savedAt),
    writer: fields().dataset.writer,
    read,
    state(what) {
      const words = fields().querySelector(".transfer-state");
      if (words) words.textContent = what === "saved" && Object.keys(read().fields).length === 0 ? "" : words.dataset[what] || "";
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
  const left = copy ? copy.fields : JSON.parse(fields().dataset.draft || "{}");
  if (Object.keys(left).length && button() && note()) {
    note().value = left.note || "";
    owner = left.owner || null;
    open = true;
    show();
    if (copy) keeper.touch();
    if (left.queue) window.addEventListener("load", () => choose("queue", left.queue)); /* it asks the server who is there */
    else chooseOwner();
  }

  function choose(what, value) {
    const select = chosen(what);
    if (!select || !Array.from(select.options).some((option) => option.value === value)) return false;
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }

  function chooseOwner() {
    const wanted = owner;
    owner = null;
    if (wanted) choose("owner", wanted);
  }

  document.addEventListener("input", (event) => {
    if (event.target === note()) keeper.touch();
  });

  document.addEventListener("change", (event) => {
    if (event.target === chosen("queue") || event.target === chosen("owner")) keeper.touch();
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
      if (owner) chooseOwner();
    }
  });
})();
