/* The ticket's page: goes to the newest words, hears the desk's news. The composer has a script of its own. */
(function () {
  "use strict";

  const facts = document.getElementById("facts");
  const ticket = facts.dataset.ticket;
  const small = window.matchMedia("(max-width: 720px)");

  /* 1 The thread ----------------------------------------------------------------------------------------------------- */
  const thread = () => document.getElementById("thread");
  let following = true;

  function toNewest() {
    const box = thread();
    box.scrollTop = box.scrollHeight;
  }

  thread().addEventListener(
    "scroll",
    () => {
      const box = thread();
      following = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
    },
    true
  );
  const linked = location.hash && document.querySelector(location.hash.replace(/[^#\w-]/g, ""));
  if (linked) linked.scrollIntoView();
  else toNewest();
  thread().addEventListener("load", () => following && toNewest(), true);

  /* Pictures of the web come through the server, and only when somebody asks for them. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".show-pictures");
    if (!button) return;
    const card = button.closest(".message-card");
    card.querySelectorAll("img[data-picture]").forEach((image) => {
      image.src = image.dataset.picture;
      image.removeAttribute("data-picture");
    });
    card.querySelector(".message-body").focus?.();
    button.closest(".held").remove();
  });

  /* 2 News: while somebody is in a control of the head or the panel, only the thread is asked for again. -------------------- */
  let missed = false;
  const isBusy = () => Boolean(document.activeElement?.closest("#head, #properties, #transfer"));
  const isSaving = () => (window.PrimeFaces?.ajax?.Queue.requests || []).length > 1; /* sent with what the control holds then */
  const news = desk.debounce(() => {
    missed = isBusy();
    if (missed) window.reloadThread();
    else window.reloadTicket();
  }, 400);

  /* Asked by the answer to reloadTicket: true throws it away, since somebody has begun to type, or has a change waiting to be
     saved, while it was on its way. It must not take the control from under their hands; it is asked for again afterwards. */
  window.isTypingNow = () => {
    const saving = isSaving();
    missed = isBusy();
    if (saving && !missed) news();
    return saving || missed;
  };
  document.addEventListener("focusout", () => {
    if (missed) news();
  });

  document.addEventListener("desk:live", (event) => {
    if (String(event.detail.ticket) === ticket && event.detail.what !== "presence") news();
    if (String(event.detail.ticket) === ticket && event.detail.what === "review" && !document.querySelector("#review textarea")?.value) window.reloadShown();
  });

  document.addEventListener("desk:updated", () => {
    if (following) toNewest();
  });

  /* A status that waits asks why: one goes on typing there. */
  let asking = false;
  document.addEventListener("desk:updated", () => {
    const asks = Boolean(document.getElementById("head:reason"));
    if (asks && (!asking || document.activeElement === document.body)) setTimeout(() => document.getElementById("head:reason")?.focus());
    asking = asks;
  });

  /* Enter is meant for the field it is pressed in, never for the head's first button, which takes the ticket. */
  document.addEventListener("keydown", (event) => {
    const field = event.target instanceof Element && event.target.closest("#head input");
    if (!field || event.isComposing || !["Enter", "Escape"].includes(event.key)) return;
    const box = field.closest(".waiting-form");
    const forget = box?.querySelector("[id='head:forgetWaiting']");
    if (event.key === "Enter") {
      event.preventDefault();
      if (box) box.querySelector("button").click();
      else field.blur(); /* which saves it */
    } else if (forget) {
      event.preventDefault();
      forget.click();
    }
  });

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const back = event.target.closest("[data-back]");
    const split = event.target.closest("[data-split]");
    if (back && document.referrer.includes("/agent/index.xhtml")) {
      event.preventDefault();
      history.back(); /* to the very list one came from */
    }
    if (event.target.closest("[data-print]")) window.print();
    if (event.target.closest("[data-reopen]")) window.reopenTicket();
    if (split) window.splitMessage([{ name: "message", value: split.dataset.split }]);
  });

  /* z takes the last gesture back. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "z" || event.ctrlKey || event.metaKey || event.altKey || desk.typing(document.activeElement)) return;
    window.undoLast();
    event.preventDefault();
  });

  /* Answers that wait: seconds count down, minutes and more are a time of day. */
  const seconds = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false });
  setInterval(() => {
    document.querySelectorAll("[data-until]").forEach((time) => {
      const left = Math.ceil((Date.parse(time.dataset.until) - Date.now()) / 1000);
      if (left <= 60) time.textContent = desk.words.seconds.replace("{0}", seconds.format(Math.max(0, left)));
    });
  }, 500);

  /* Toasts rise above the composer: its buttons stay free. */
  const lift = () => {
    const box = document.getElementById("composer");
    document.body.style.setProperty("--lift", (small.matches || !box ? 0 : box.offsetHeight) + "px");
  };
  new ResizeObserver(lift).observe(thread());
})();
