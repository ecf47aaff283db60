/* The board of promises: hears the desk's news and asks again; time brings what the push may lose. */
(function () {
  "use strict";

  const again = desk.debounce(() => {
    if (!document.hidden) desk.refresh("board");
  }, 500);

  document.addEventListener("desk:live", again);
  document.addEventListener("visibilitychange", again);
  setInterval(again, 30000);
})();
