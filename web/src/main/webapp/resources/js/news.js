/* The bell in the rail: how much is unread, and a word when something new has come. */
(function () {
  "use strict";

  const bell = document.querySelector("[data-bell]");
  if (!bell) return;
  const me = document.getElementById("words").dataset.person;
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const count = bell.querySelector(".bell-count");
  let newest = Number(sessionStorage.getItem("pilet.news") || 0);

  const ask = desk.debounce(async () => {
    try {
      const answer = await fetch(bell.dataset.bell, { cache: "no-store" });
      if (!answer.ok || answer.redirected) return;
      const news = await answer.json();
      count.hidden = news.unread === 0;
      count.textContent = news.unread > 99 ? number.format(99) + "+" : number.format(news.unread);
      bell.setAttribute("aria-label", bell.title + (news.unread ? " " + count.textContent : ""));
      if (news.newest > newest) {
        if (newest && !news.quiet && !document.hidden) desk.toast(news.words);
        newest = news.newest;
        sessionStorage.setItem("pilet.news", String(newest));
      }
    } catch (offline) {
      /* the next news asks again */
    }
  }, 200);

  document.addEventListener("desk:live", (event) => {
    if (event.detail.what === "news" && event.detail.people.map(String).includes(me)) ask();
  });
  ask();

  /* What concerns the ticket one looks at is read. */
  const ticket = document.getElementById("facts")?.dataset.ticket;
  if (ticket) {
    fetch(bell.dataset.bell, { method: "POST", body: new URLSearchParams({ ticket }) }).then(ask, () => {});
  }
})();
