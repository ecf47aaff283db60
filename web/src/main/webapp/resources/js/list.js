/* The work list: hears the desk's news and asks again; takes a ticket from its row. */
(function () {
  "use strict";

  function refresh() {
    if (!document.hidden) desk.refresh("views", "list");
  }

  /* Own gestures show at once; a hundred desks that hear of a ticket do not ask in the same moment. */
  const again = desk.debounce(refresh, 300);
  const news = desk.spaced(refresh, 1000, 3000);

  document.addEventListener("desk:live", (event) => {
    if (!["presence", "news", "load"].includes(event.detail.what)) news();
  });
  document.addEventListener("visibilitychange", again);
  /* What the push may lose, time brings. */
  setInterval(news, 60000);

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-take]") : null;
    if (button) {
      button.disabled = true;
      window.takeTicket({ ticket: button.dataset.take });
    }
  });

  window.deskList = {
    again,
    acted(event) {
      if (event.status === "success") again();
    },
  };

  /* What one sets for oneself is kept in the profile. */
  function keep(key, value) {
    return fetch(desk.words.root + "/own-settings", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ key, value }),
    });
  }

  async function chooseColumns(names) {
    await keep("list.columns", names.join(","));
    const address = new URL(location.href);
    address.searchParams.delete("columns");
    history.replaceState(null, "", address);
    desk.refresh("list");
  }

  document.addEventListener("change", (event) => {
    const menu = event.target instanceof Element ? event.target.closest("[data-columns]") : null;
    if (menu) chooseColumns(Array.from(menu.querySelectorAll("input:checked")).map((box) => box.value));
  });

  document.addEventListener("click", async (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-usual-columns]")) {
      await chooseColumns([]);
      location.reload();
    }
    if (event.target.closest("[data-preview]")) togglePreview();
  });

  /* The ticket beside the list: follows the row that has the focus; one click shows, the second opens. */
  const pane = document.getElementById("preview");
  let showing = null;

  async function togglePreview() {
    await keep("list.preview", pane ? "" : "on");
    location.reload();
  }

  async function preview(link) {
    if (!pane || !link || showing === link.dataset.number || getComputedStyle(pane).display === "none") return;
    showing = link.dataset.number;
    try {
      const answer = await fetch(pane.dataset.path + encodeURIComponent(showing), { headers: { "X-Requested-With": "preview" } });
      if (!answer.ok || answer.redirected || showing !== link.dataset.number) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".preview-ticket");
      if (fresh) pane.replaceChildren(fresh);
      pane.parentElement.scrollTop = 0;
      document.querySelectorAll(".previewed").forEach((row) => row.classList.remove("previewed"));
      link.closest(".ticket-row").classList.add("previewed");
      desk.tick();
    } catch (offline) {
      showing = null;
    }
  }

  const slowly = desk.debounce(preview, 150);
  document.addEventListener("focusin", (event) => {
    if (event.target instanceof Element) slowly(event.target.closest("[data-walk] a[data-row]"));
  });
  document.addEventListener("pointerover", (event) => {
    if (event.target instanceof Element && event.pointerType === "mouse") slowly(event.target.closest("[data-walk] a[data-row]"));
  });

  /* Where one was is where one comes back to: the list's address, the row, and the tickets in their order. */
  const PLACE = "pilet.list";
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-walk] a[data-row]") : null;
    if (!link) return;
    const numbers = Array.from(document.querySelectorAll("[data-walk] a[data-row]")).map((each) => each.dataset.number);
    sessionStorage.setItem(PLACE, JSON.stringify({ path: location.pathname + location.search, row: link.id, numbers }));
  });
  const place = JSON.parse(sessionStorage.getItem(PLACE) || "null");
  const before = place && place.path === location.pathname + location.search && document.getElementById(place.row);
  if (before) {
    before.focus({ preventScroll: true });
    before.scrollIntoView({ block: "center" });
  } else if (pane) {
    preview(document.querySelector("[data-walk] a[data-row]"));
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "v" && !event.ctrlKey && !event.metaKey && !desk.typing(document.activeElement)) {
      togglePreview();
    }
    if (event.key === "z" && !event.ctrlKey && !event.metaKey && !desk.typing(document.activeElement)) window.undoLast();
    if (event.key === "/" && !desk.typing(document.activeElement)) {
      document.querySelector("[data-search]")?.focus();
      event.preventDefault();
    }
  });
})();
