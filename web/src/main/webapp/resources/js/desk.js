/* What every page can do. No framework; everything works on delegated events, so that parts may be replaced at will. */
(function () {
  "use strict";

  const words = document.getElementById("words").dataset;
  words.root = words.root || ""; /* an empty attribute is not written */
  const lang = document.documentElement.lang;
  const plain = new Intl.NumberFormat(lang, { useGrouping: false });

  /* Words for spans of time: the same bundle texts that the server uses. */
  function fill(pattern, value) {
    return pattern.replace("{0}", typeof value === "number" ? plain.format(value) : value);
  }

  function span(millis) {
    const minutes = Math.floor(millis / 60000);
    if (minutes < 1) return words.now;
    if (minutes < 60) return fill(words.minutes, minutes);
    if (minutes < 48 * 60) return fill(words.hours, Math.floor(minutes / 60));
    return fill(words.days, Math.floor(minutes / 1440));
  }

  /* The size of a file, in the words of the server. */
  function size(bytes) {
    const large = bytes >= 1000000;
    const number = large ? bytes / 1000000 : Math.max(1, Math.ceil(bytes / 1000));
    const format = new Intl.NumberFormat(lang, { maximumFractionDigits: large ? 1 : 0 });
    return fill(large ? words.megabytes : words.kilobytes, format.format(number));
  }

  /* The kinds that the server shows, too: others may hold scripts. */
  const picture = (file) => ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"].includes(file.type);

  /*
   * A chosen file as one sees it before it is sent: a picture small, anything else as a paper clip; its name and its size.
   * The address of its content, where it is a picture, is in data-local.
   */
  function look(file) {
    const link = document.createElement("a");
    link.className = "file-open";
    const clip = document.createElement("i");
    clip.className = "pi pi-paperclip";
    clip.setAttribute("aria-hidden", "true");
    link.append(clip);
    if (picture(file)) {
      const image = new Image(32, 32);
      image.alt = "";
      image.addEventListener("load", () => clip.replaceWith(image), { once: true });
      link.dataset.local = URL.createObjectURL(file);
      image.src = link.dataset.local;
    }
    const said = document.createElement("span");
    const name = document.createElement("bdi");
    name.textContent = file.name;
    const bytes = document.createElement("span");
    bytes.className = "faint";
    bytes.textContent = size(file.size);
    said.append(name, bytes);
    link.append(said);
    return link;
  }

  /* Opens beside the page: who writes wants to come back to the words. */
  function leadTo(link, address) {
    link.href = address;
    link.target = "_blank";
    link.rel = "noopener";
  }

  function put(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function tick() {
    const now = Date.now();
    document.querySelectorAll("time[data-ago]").forEach((time) => {
      const past = now - Date.parse(time.dateTime);
      if (past < 7 * 86400000) put(time, span(Math.max(0, past)));
    });
    document.querySelectorAll("[data-due]").forEach((pill) => {
      const left = Date.parse(pill.dataset.due) - now;
      const time = pill.querySelector("time") || pill;
      put(time, left < 0 ? fill(words.over, span(-left)) : span(left));
      const late = left <= 0;
      const near = !late && (pill.dataset.warned === "true" || (pill.dataset.warn && Date.parse(pill.dataset.warn) <= now));
      pill.classList.toggle("danger", late);
      pill.classList.toggle("warn", Boolean(near));
    });
  }

  /* Toasts: what has worked, with its undo. */
  function toast(text, undo) {
    const place = document.getElementById("toasts");
    const box = document.createElement("div");
    box.className = "toast";
    const label = document.createElement("span");
    label.textContent = text;
    label.dir = "auto";
    box.append(label);
    let timer = 0;
    const close = () => box.remove();
    const button = (caption, action) => {
      const b = document.createElement("button");
      b.type = "button";
      b.textContent = caption;
      if (action) b.dataset.undo = "true";
      b.addEventListener("click", () => {
        close();
        if (action) action();
      });
      box.append(b);
    };
    if (undo && typeof window[undo] === "function") button(words.undo, () => window[undo]());
    button(words.dismiss);
    const start = () => (timer = setTimeout(close, undo ? 10000 : 5000));
    box.addEventListener("pointerenter", () => clearTimeout(timer));
    box.addEventListener("pointerleave", start);
    box.addEventListener("focusin", () => clearTimeout(timer));
    place.append(box);
    while (place.childElementCount > 3) place.firstElementChild.remove();
    start();
  }

  function takeNotices() {
    document.querySelectorAll("[data-toast]").forEach((notice) => {
      toast(notice.dataset.toast, notice.dataset.undo);
      notice.remove();
    });
  }

  /* Asks for the same page again and puts in place the parts named, wherever they have changed. */
  let asked = null;
  async function refresh(...ids) {
    if (asked) asked.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(location.href, {
        signal: asked.signal,
        headers: { "X-Requested-With": "refresh" },
        cache: "no-store",
      });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      ids.forEach((id) => replace(document.getElementById(id), fresh.getElementById(id)));
      tick();
    } catch (gone) {
      if (gone.name !== "AbortError") console.info("refresh", gone);
    }
  }

  function replace(old, fresh) {
    if (!old || !fresh || old.innerHTML === fresh.innerHTML) return;
    const focused = old.contains(document.activeElement) ? document.activeElement.id : null;
    old.replaceChildren(...fresh.childNodes);
    document.dispatchEvent(new CustomEvent("desk:replaced", { detail: old }));
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  /* Many events in a row make one refresh. */
  function debounce(action, millis) {
    let timer = 0;
    return (...args) => {
      clearTimeout(timer);
      timer = setTimeout(() => action(...args), millis);
    };
  }

  /* News that all pages hear at once: each asks at a moment of its own, and not again before a rest. */
  function spaced(action, spread, rest) {
    let timer = 0;
    let last = 0;
    return () => {
      if (timer) return;
      const wait = Math.max(spread * (0.1 + Math.random()), last + rest - Date.now());
      timer = setTimeout(() => {
        timer = 0;
        last = Date.now();
        action();
      }, wait);
    };
  }

  /* f:websocket's onmessage: pages listen to the document. */
  function live(message) {
    document.dispatchEvent(new CustomEvent("desk:live", { detail: message }));
  }

  /* Menus are <details>: they close on Escape, on a click elsewhere, and when another opens. */
  function closeMenus(except) {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (menu !== except) menu.open = false;
    });
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    closeMenus(target.closest("details.menu"));
    const filler = target.closest("[data-fill]");
    if (filler) {
      const field = document.getElementById(filler.dataset.fill);
      field.value = filler.dataset.value;
      const next = document.getElementById(filler.dataset.next || "");
      (next || field).focus();
    }
    const opener = target.closest("[data-toggle-panel]");
    const panel = document.getElementById("panel");
    if (opener && panel) {
      const open = panel.classList.toggle("open");
      opener.setAttribute("aria-expanded", String(open));
      if (open) panel.focus();
    } else if (panel && panel.classList.contains("open") && !panel.contains(target)) {
      panel.classList.remove("open");
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const menu = document.activeElement?.closest?.("details.menu[open]");
      closeMenus();
      menu?.querySelector("summary").focus();
      document.getElementById("panel")?.classList.remove("open");
    }
  });

  /* A select or box with data-submit sends its form by itself; its button is for those without scripts. */
  document.addEventListener("change", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-submit]")) {
      event.target.form.requestSubmit();
    }
  });

  /* Lists: j and k walk, Enter opens; never while somebody types. */
  function typing(element) {
    return element && element.closest("input, textarea, select, [contenteditable='true'], .ql-editor");
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(document.activeElement)) return;
    if (event.key !== "j" && event.key !== "k") return;
    const links = Array.from(document.querySelectorAll("[data-walk] a[data-row]"));
    if (links.length === 0) return;
    const at = links.indexOf(document.activeElement?.closest?.("[data-walk] a[data-row]"));
    const next = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)));
    links[next].focus();
    links[next].scrollIntoView({ block: "nearest" });
    event.preventDefault();
  });

  if (window.faces && window.faces.ajax) {
    window.faces.ajax.addOnEvent((event) => {
      if (event.status === "success") {
        takeNotices();
        tick();
        document.dispatchEvent(new CustomEvent("desk:updated"));
      }
    });
    window.faces.ajax.addOnError((event) => {
      if (event.status !== "serverError") toast(words.offline);
    });
  }

  /* PrimeFaces sends with jQuery and tells in its own way. */
  window.addEventListener("load", () => {
    if (!window.jQuery) return;
    window.jQuery(document).on("pfAjaxComplete pfAjaxSuccess", () => {
      takeNotices();
      tick();
    });
    window.jQuery(document).on("pfAjaxUpdated pfAjaxComplete", () => {
      document.dispatchEvent(new CustomEvent("desk:updated"));
    });
    window.jQuery(document).on("pfAjaxError", () => toast(words.offline));
    /* An answer that leads elsewhere is this page's last: what waits to be sent would ask for what the server has let go. */
    window.jQuery(document).on("pfAjaxUpdated", (event, request, settings, outcome) => {
      if (outcome?.redirect) window.PrimeFaces.ajax.Queue.abortAll();
    });
  });

  /* On a small screen the views are a strip: the chosen one is in sight. */
  document.querySelector(".view[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });

  window.desk = { toast, refresh, live, debounce, spaced, tick, typing, look, leadTo, words };
  takeNotices();
  tick();
  setInterval(tick, 15000);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) tick();
  });
})();
