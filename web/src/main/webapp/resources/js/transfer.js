/* Handing the ticket on: the small form opens by its button or the key m, and shuts when it is done or given up. */
(function () {
  "use strict";

  const fields = () => document.getElementById("transfer-fields");
  const button = () => document.querySelector("[data-transfer]");
  let open = false;
  let done = fields().dataset.done;

  function show() {
    fields().hidden = !open;
    button()?.setAttribute("aria-expanded", String(open));
  }

  function turn(on) {
    open = on && Boolean(document.getElementById("transfer:queue"));
    show();
    (open ? document.getElementById("transfer:queue") : button())?.focus();
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-transfer]")) turn(!open);
    else if (event.target.closest("[data-transfer-close]")) turn(false);
  });

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
      turn(false);
    } else {
      show();
    }
  });
})();
