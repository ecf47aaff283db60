/* Ready-made words: typed as /shortcut in the editor, or chosen from the button's list. */
(function () {
  "use strict";

  const button = () => document.querySelector("[data-canned]");
  if (!button()) return;
  const box = document.createElement("div");
  box.className = "canned";
  box.hidden = true;
  const filter = document.createElement("input");
  filter.type = "search";
  filter.setAttribute("role", "combobox");
  filter.setAttribute("aria-controls", "canned-list");
  filter.setAttribute("aria-expanded", "true");
  filter.setAttribute("aria-label", desk.words.canned);
  filter.placeholder = desk.words.canned;
  const list = document.createElement("ul");
  list.id = "canned-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", desk.words.canned);
  box.append(filter, list);
  document.body.append(box);

  let found = [];
  let at = 0;
  let typed = null; /* where the slash stands, when it came from the editor */
  let asked = 0;

  async function ask(text) {
    const mine = ++asked;
    const address = button().dataset.canned + "?ticket=" + desk.composer.ticket() + "&q=" + encodeURIComponent(text);
    try {
      const answer = await fetch(address);
      if (!answer.ok) return;
      const words = await answer.json();
      if (mine !== asked) return; /* something was chosen meanwhile: the list must not open again */
      found = words;
      at = 0;
      show();
    } catch (offline) {
      close();
    }
  }

  function show() {
    list.replaceChildren(
      ...found.map((each, index) => {
        const item = document.createElement("li");
        item.id = "canned-" + index;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(index === at));
        const title = document.createElement("bdi");
        title.textContent = each.title;
        const shortcut = document.createElement("bdi");
        shortcut.className = "number";
        shortcut.dir = "ltr";
        shortcut.textContent = "/" + each.shortcut;
        item.append(title, shortcut);
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          insert(each);
        });
        return item;
      })
    );
    if (found.length === 0) {
      const none = document.createElement("li");
      none.className = "faint";
      none.textContent = desk.words.none;
      list.append(none);
    }
    filter.setAttribute("aria-activedescendant", found.length ? "canned-" + at : "");
    list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    place();
  }

  function place() {
    const anchor = (typed === null ? button() : document.querySelector("#composer .ql-container")).getBoundingClientRect();
    const rtl = document.documentElement.dir === "rtl";
    box.hidden = false;
    const width = box.offsetWidth;
    const start = rtl ? anchor.right - width : anchor.left;
    box.style.left = Math.max(8, Math.min(start, innerWidth - width - 8)) + "px";
    box.style.top = Math.max(8, anchor.top - box.offsetHeight - 6) + "px";
  }

  function close() {
    box.hidden = true;
    typed = null;
    asked++;
  }

  function insert(each) {
    const editor = desk.composer.editor();
    let index = editor.getSelection(true)?.index ?? editor.getLength() - 1;
    if (typed !== null) {
      editor.deleteText(typed, index - typed, "user");
      index = typed;
    }
    editor.clipboard.dangerouslyPasteHTML(index, each.html, "user");
    close();
    editor.focus();
    const text = editor.getText();
    const open = text.indexOf("{{");
    if (open >= 0) editor.setSelection(open, text.indexOf("}}", open) + 2 - open);
    fetch(button().dataset.canned + "?id=" + each.id, { method: "POST" }).catch(() => {});
  }

  function steer(event) {
    if (box.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = Math.max(0, Math.min(found.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
      show();
    } else if ((event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey && found[at]) {
      insert(found[at]);
    } else if (event.key === "Escape") {
      const back = typed === null;
      close();
      if (back) button().focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  filter.addEventListener("input", desk.debounce(() => ask(filter.value), 120));
  filter.addEventListener("keydown", steer);

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest("[data-canned]")) {
      typed = null;
      filter.hidden = false;
      filter.value = "";
      ask("").then(() => filter.focus());
    } else if (!target.closest(".canned")) {
      close();
    }
  });

  /* A slash at the start of a word opens the list; what follows it narrows it. */
  document.addEventListener("keyup", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("#composer .ql-editor")) return;
    if (["ArrowDown", "ArrowUp", "Enter", "Tab", "Escape"].includes(event.key)) return;
    const editor = desk.composer.editor();
    const cursor = editor?.getSelection()?.index;
    if (cursor === undefined || cursor === null) return;
    const before = editor.getText(0, cursor);
    const match = before.match(/(?:^|\s)\/([a-z0-9-]{0,40})$/i);
    if (!match) {
      if (typed !== null) close();
      return;
    }
    typed = cursor - match[1].length - 1;
    filter.hidden = true;
    ask(match[1]);
  });
  document.addEventListener("keydown", (event) => {
    if (event.target instanceof Element && event.target.closest("#composer .ql-editor")) steer(event);
  }, true);
})();
