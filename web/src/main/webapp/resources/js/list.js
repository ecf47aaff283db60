/* The work list: hears the desk's news and asks again; takes a ticket from its row. */
(function () {
  "use strict";

  const again = desk.debounce(() => {
    if (!document.hidden) desk.refresh("views", "list");
  }, 300);

  document.addEventListener("desk:live", again);
  document.addEventListener("visibilitychange", again);
  /* What the push may lose, time brings. */
  setInterval(again, 60000);

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-take]") : null;
    if (button) {
      button.disabled = true;
      window.takeTicket({ ticket: button.dataset.take });
    }
  });

  window.deskList = {
    acted(event) {
      if (event.status === "success") again();
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !desk.typing(document.activeElement)) {
      document.querySelector("[data-search]")?.focus();
      event.preventDefault();
    }
  });
})();
