/* Colleagues on a ticket: who else has it open or writes, names behind an @, and what they change beside its words. */
(function () {
  "use strict";

  const ticket = document.getElementById("facts").dataset.ticket;
  const here = document.getElementById("here");
  const list = new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" });

  /* 1 Presence: said at once when it changes, renewed while the page is looked at. ------------------------------------------ */
  const page = here.dataset.page;
  let typed = 0;
  let told = "";
  const state = () => (Date.now() - typed < 6000 ? "typing" : "here");

  async function tell() {
    told = state();
    try {
      const answer = await fetch(here.dataset.path, { method: "POST", body: new URLSearchParams({ ticket, page, state: told }) });
      if (!answer.ok || answer.redirected) return;
      mind(answer.headers.get("Desk-Other") || "");
      show(await answer.json());
    } catch (offline) {
      show([]);
    }
  }

  /* Where one ticket at a time is the rule: this one has become free, or another has taken its place. */
  function mind(other) {
    if ((here.dataset.other || "") === other) return;
    here.dataset.other = other;
    if (document.getElementById("composer")) window.reloadTicket();
    else location.reload();
  }

  function show(others) {
    const writing = others.filter((each) => each.typing).map((each) => each.name);
    const looking = others.filter((each) => !each.typing).map((each) => each.name);
    const words = [];
    if (writing.length) words.push(here.dataset.typing.replace("{0}", list.format(writing)));
    if (looking.length) words.push(here.dataset.looking.replace("{0}", list.format(looking)));
    const text = words.join(" ");
    if (here.textContent !== text) here.textContent = text;
    here.hidden = text === "";
    here.classList.toggle("warn", writing.length > 0);
  }

  document.addEventListener("input", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("#composer")) return;
    typed = Date.now();
    if (told !== "typing") tell();
  });
  let renewed = Date.now();
  setInterval(() => {
    const wait = document.hasFocus() ? 2500 : 10000;
    if (document.hidden || (Date.now() - renewed < wait && told === state())) return;
    renewed = Date.now();
    tell();
  }, 1000);
  const part = (how) => navigator.sendBeacon(here.dataset.path, new URLSearchParams({ ticket, page, state: how }));
  window.addEventListener("beforeunload", () => part("left")); /* before the next page is asked for */
  window.addEventListener("pagehide", () => part("left"));
  document.addEventListener("visibilitychange", () => (document.hidden ? part("gone") : tell()));
  tell();

  /* 2 What colleagues change. ------------------------------------------------------------------------------------------------- */
  const again = desk.debounce(() => {
    if (!document.activeElement?.closest("#team")) window.showTeam?.();
  }, 400);
  document.addEventListener("desk:live", (event) => {
    if (String(event.detail.ticket) !== ticket) return;
    if (event.detail.what === "presence") tell();
    if (event.detail.what === "team") again();
  });

  /* 3 Names behind an @. ------------------------------------------------------------------------------------------------------ */
  const box = document.createElement("div");
  box.className = "canned";
  box.hidden = true;
  const options = document.createElement("ul");
  options.setAttribute("role", "listbox");
  options.setAttribute("aria-label", here.dataset.colleagues);
  box.append(options);
  document.body.append(box);
  let names = null;
  let found = [];
  let at = 0;
  let start = 0;

  function close() {
    box.hidden = true;
  }

  function draw() {
    options.replaceChildren(
      ...found.map((name, index) => {
        const item = document.createElement("li");
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(index === at));
        item.dir = "auto";
        item.textContent = name;
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          insert(name);
        });
        return item;
      })
    );
    const anchor = document.querySelector("#composer .ql-container").getBoundingClientRect();
    box.hidden = false;
    const begin = document.documentElement.dir === "rtl" ? anchor.right - box.offsetWidth : anchor.left;
    box.style.left = Math.max(8, begin) + "px";
    box.style.top = Math.max(8, anchor.top - box.offsetHeight - 6) + "px";
  }

  function insert(name) {
    const editor = desk.composer.editor();
    const cursor = editor.getSelection(true).index;
    editor.deleteText(start, cursor - start, "user");
    editor.insertText(start, "@" + name + " ", "user");
    editor.setSelection(start + name.length + 2, 0);
    close();
  }

  document.addEventListener("keyup", async (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("#composer .ql-editor")) return;
    if (["ArrowDown", "ArrowUp", "Enter", "Tab", "Escape"].includes(event.key)) return;
    const editor = desk.composer.editor();
    const cursor = editor?.getSelection()?.index;
    if (cursor === undefined || cursor === null) return;
    const match = editor.getText(0, cursor).match(/(?:^|\s)@([\p{L}\p{M}'’.-]{0,40})$/u);
    if (!match || document.getElementById("composer").dataset.mode !== "INTERNAL") return close();
    names = names || (await fetch(here.dataset.names + ticket).then((answer) => (answer.ok ? answer.json() : []), () => []));
    start = cursor - match[1].length - 1;
    found = names.filter((name) => name.toLowerCase().split(/\s+/).some((part) => part.startsWith(match[1].toLowerCase()))).slice(0, 8);
    at = 0;
    if (found.length) draw();
    else close();
  });
  document.addEventListener("keydown", (event) => {
    if (box.hidden || !(event.target instanceof Element) || !event.target.closest("#composer .ql-editor")) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = Math.max(0, Math.min(found.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
      draw();
    } else if (event.key === "Enter" || event.key === "Tab") {
      insert(found[at]);
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }, true);
})();
