/* Boards of what goes on: the part that says so hears the desk's news and asks again; time brings what the push may lose. */
(function () {
  "use strict";

  const again = desk.debounce(() => {
    const part = document.querySelector("[data-refresh]");
    if (part && !document.hidden) desk.refresh(part.id);
  }, 500);

  document.addEventListener("desk:live", (event) => {
    if (!["presence", "news"].includes(event.detail.what)) again();
  });
  document.addEventListener("visibilitychange", again);
  setInterval(again, 30000);
})();
