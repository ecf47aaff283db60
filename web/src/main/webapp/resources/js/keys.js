/* The keyboard: help on ?, a palette of everything on Ctrl+K, and two-key ways to the main pages. */
(function () {
  "use strict";

  const help = document.getElementById("keys");
  const palette = document.getElementById("palette");
  if (!help || !palette) return;
  const input = palette.querySelector("input");
  const list = palette.querySelector("ul");
  const GO = { d: "dashboard.xhtml", l: "index.xhtml", n: "new.xhtml" };
  const FOCUS = { s: "head:status", p: "head:priority", o: "properties:owner" };
  let commands = [];
  let shown = [];
  let at = 0;
  let went = 0;

  /* 1 Own keys: one place turns what is pressed into the usual key, so that no script need know. ---------------------------- */
  let own = {};
  try {
    own = JSON.parse(help.dataset.own || "{}");
  } catch (damaged) {
    own = {};
  }
  const plain = (cap) => Array.from(cap.parentElement.querySelectorAll("kbd")).every((each) => each.textContent.length === 1);
  const keycaps = Array.from(help.querySelectorAll("kbd")).filter(plain); /* what is pressed with Ctrl stays as it is */
  keycaps.forEach((cap) => (cap.dataset.usual = cap.textContent));

  function showKeys() {
    keycaps.forEach((cap) => (cap.textContent = own[cap.dataset.usual] || cap.dataset.usual));
  }

  /* On a keyboard of another script a key means what stands in its place on a Latin one, unless somebody has given it a meaning. */
  const SIGNS = { "؟": "?", "٭": "*" };

  function latin(event) {
    const letter = /^Key([A-Z])$/.exec(event.code);
    if (!letter || event.key <= "\u024f") return SIGNS[event.key] || event.key;
    return event.shiftKey ? letter[1] : letter[1].toLowerCase();
  }

  document.addEventListener("keydown", (event) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
    if (desk.typing(document.activeElement) || help.open || palette.open) return;
    const pressed = Object.values(own).includes(event.key) ? event.key : latin(event);
    const usual = Object.keys(own).find((key) => own[key] === pressed) || (own[pressed] ? null : pressed);
    if (usual === event.key) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (usual) event.target.dispatchEvent(new KeyboardEvent("keydown", { key: usual, bubbles: true, cancelable: true }));
  }, true);

  const part = (name) => help.querySelector(name);

  function changeKeys(on) {
    part("[data-save-keys]").hidden = !on;
    part("[data-change-keys]").hidden = on;
    part(".keys-problem").textContent = "";
    help.querySelectorAll("input").forEach((input) => input.remove());
    keycaps.forEach((cap) => {
      cap.hidden = on;
      if (!on) return;
      const input = document.createElement("input");
      input.maxLength = 1;
      input.value = cap.textContent;
      input.dataset.usual = cap.dataset.usual;
      input.setAttribute("aria-label", help.dataset.new.replace("{0}", cap.closest("div").querySelector("dd").textContent));
      input.addEventListener("input", () => {
        /* the same gesture in several places has one key */
        help.querySelectorAll("input").forEach((each) => {
          if (each !== input && each.dataset.usual === input.dataset.usual) each.value = input.value;
        });
      });
      cap.after(input);
    });
    showKeys();
  }

  async function keepKeys(wanted) {
    const value = Object.keys(wanted).length ? JSON.stringify(wanted) : "";
    try {
      const kept = await fetch(desk.words.root + "/own-settings", { method: "POST", body: new URLSearchParams({ key: "keys", value }) });
      if (!kept.ok) throw new Error(kept.status);
    } catch (lost) {
      part(".keys-problem").textContent = desk.words.offline;
      return;
    }
    own = wanted;
    changeKeys(false);
  }

  function saveKeys() {
    const wanted = {};
    const used = new Map();
    let taken = null;
    help.querySelectorAll("input").forEach((input) => {
      const key = input.value.trim() || input.dataset.usual;
      if (used.has(key) && used.get(key) !== input.dataset.usual) taken = key;
      used.set(key, input.dataset.usual);
      if (key !== input.dataset.usual) wanted[input.dataset.usual] = key;
    });
    if (taken) part(".keys-problem").textContent = help.dataset.taken.replace("{0}", taken);
    else keepKeys(wanted);
  }

  help.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-change-keys]")) changeKeys(true);
    if (event.target.closest("[data-save-keys]")) saveKeys();
    if (event.target.closest("[data-usual-keys]")) keepKeys({});
  });
  help.addEventListener("close", () => changeKeys(false));
  showKeys();

  /* 2 The palette. --------------------------------------------------------------------------------------------------------- */
  /* Everything that can be reached or pressed on this page, by the words it carries. */
  function collect() {
    const name = (element) => (element.getAttribute("aria-label") || element.title || element.textContent).trim().replace(/\s+/g, " ");
    const visible = (element) => element.offsetParent !== null || element.closest(".rail, .views, .user-menu");
    const links = Array.from(document.querySelectorAll(".rail a[href]:not(.rail-mark), .views a[href], .user-menu a[href]"));
    const buttons = Array.from(
      document.querySelectorAll("main button, main input[type=submit], #panel button, .user-menu button")
    ).filter((each) => !each.disabled && !each.closest("[hidden], #toasts, .ql-toolbar, .ticket-row") && visible(each));
    return [...links, ...buttons]
      .map((element) => ({ label: name(element) || element.value, run: () => element.click() }))
      .filter((each, index, all) => each.label && all.findIndex((other) => other.label === each.label) === index);
  }

  function show() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = commands.filter((each) => words.every((word) => each.label.toLowerCase().includes(word))).slice(0, 12);
    if (input.value.trim()) {
      const query = input.value.trim();
      shown.push({
        label: input.dataset.searchFor.replace("{0}", query),
        run: () => (location.href = input.dataset.list + encodeURIComponent(query)),
      });
    }
    at = Math.min(at, Math.max(0, shown.length - 1));
    list.replaceChildren(
      ...shown.map((each, index) => {
        const item = document.createElement("li");
        item.id = "palette-" + index;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(index === at));
        item.dir = "auto";
        item.textContent = each.label;
        item.addEventListener("click", () => run(each));
        return item;
      })
    );
    input.setAttribute("aria-activedescendant", shown.length ? "palette-" + at : "");
  }

  function run(command) {
    palette.close();
    command.run();
  }

  function open() {
    commands = collect();
    input.value = "";
    at = 0;
    palette.showModal();
    show();
    input.focus();
  }

  /* On a ticket: back to the list one came from, and to the tickets before and after this one in it. */
  const place = JSON.parse(sessionStorage.getItem("pilet.list") || "null");
  const back = document.querySelector("[data-back]");
  if (back && place) back.href = place.path;

  function neighbour(key) {
    const here = new URLSearchParams(location.search).get("number");
    if (!back || !place || !place.numbers.includes(here)) return null;
    const next = place.numbers[place.numbers.indexOf(here) + (key === "j" ? 1 : -1)];
    return next ? "?number=" + next : null;
  }

  input.addEventListener("input", () => {
    at = 0;
    show();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = Math.max(0, Math.min(shown.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
      show();
      list.children[at]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && shown[at]) {
      run(shown[at]);
    } else {
      return;
    }
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-close-dialog]")) event.target.closest("dialog").close();
    if (event.target === help || event.target === palette) event.target.close(); /* the backdrop */
  });

  /* Escape leaves the field one is in, so that the keys mean gestures again; what is open over it closes first. */
  const covered = "dialog, details.menu, .canned, [aria-expanded=true]";

  document.addEventListener("keydown", (event) => {
    const field = document.activeElement;
    if (event.key === "Escape" && desk.typing(field) && !field.closest(covered) && !document.querySelector(".canned:not([hidden])")) {
      field.blur();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && latin(event).toLowerCase() === "k") {
      event.preventDefault();
      if (!palette.open) open();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || desk.typing(document.activeElement)) return;
    if (help.open || palette.open) return;
    const second = Date.now() - went < 1200;
    went = 0;
    if (second && GO[event.key]) location.href = desk.words.root + "/agent/" + GO[event.key];
    else if (event.key === "g") went = Date.now();
    else if (event.key === "?") help.showModal();
    else if ((event.key === "j" || event.key === "k") && neighbour(event.key)) location.href = neighbour(event.key);
    else if (event.key === "u") document.querySelector("[data-back]")?.click();
    else if (FOCUS[event.key] && document.getElementById(FOCUS[event.key])) document.getElementById(FOCUS[event.key]).focus();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
})();
