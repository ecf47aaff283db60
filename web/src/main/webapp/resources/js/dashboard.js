/* The dashboard: hears the desk's news and asks again, tile by tile; arranging by buttons, or by drawing with the mouse. */
(function () {
  "use strict";

  const tiles = () => Array.from(document.querySelectorAll("[data-tile]"));
  let focused = null;
  let drawn = null;

  /* 1 Live: only a tile whose words have changed is put in place. ----------------------------------------------------------- */
  const again = desk.debounce(() => {
    if (!document.hidden && !drawn) desk.refresh(...tiles().map((tile) => tile.id));
  }, 1000);
  document.addEventListener("desk:live", (event) => {
    if (event.detail.what !== "presence") again();
  });
  document.addEventListener("visibilitychange", again);
  setInterval(again, 60000);

  /* 2 Arranging. ------------------------------------------------------------------------------------------------------------ */
  function arrange(gesture, tile, where) {
    window.arrangeDashboard(Object.entries({ gesture, tile, where: where || "" }).map(([name, value]) => ({ name, value })));
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest("[data-arrange]");
    if (event.target.closest("[data-reset]")) window.resetDashboard();
    if (!button) return;
    const tile = button.closest("[data-tile]");
    const next = tile && tiles()[tiles().indexOf(tile) + 1];
    focused = { id: button.id, tile: tile && button.dataset.arrange !== "REMOVE" ? tile.id : next && next.id };
    arrange(button.dataset.arrange, tile ? tile.dataset.tile : document.getElementById("choice").value);
  });

  /* Whoever arranges by the keyboard stays on the tile, also where its button has reached the end. */
  document.addEventListener("desk:updated", () => {
    if (!focused) return;
    const button = document.getElementById(focused.id);
    const tile = document.getElementById(focused.tile || "");
    const there = button && !button.disabled ? button : tile && tile.querySelector("[data-arrange]:not(:disabled)");
    (there || document.getElementById("finish") || document.body).focus();
    focused = null;
  });

  document.addEventListener("dragstart", (event) => {
    drawn = event.target instanceof Element ? event.target.closest("[data-tile][draggable]") : null;
    if (drawn) event.dataTransfer.effectAllowed = "move";
  });
  document.addEventListener("dragover", (event) => {
    const over = drawn && event.target instanceof Element ? event.target.closest("[data-tile]") : null;
    tiles().forEach((tile) => tile.classList.toggle("over", tile === over && tile !== drawn));
    if (over) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const over = drawn && event.target instanceof Element ? event.target.closest("[data-tile]") : null;
    if (!over) return;
    event.preventDefault();
    if (over !== drawn) arrange("PLACE", drawn.dataset.tile, over.dataset.tile);
  });
  document.addEventListener("dragend", () => {
    drawn = null;
    tiles().forEach((tile) => tile.classList.remove("over"));
  });
})();
