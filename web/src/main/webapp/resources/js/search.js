/* The search's builder: reads the box's words into rows and writes the rows back as words. */
(function () {
  "use strict";

  const dialog = document.getElementById("builder");
  const box = document.getElementById("q");
  if (!dialog || !box) return;
  const form = dialog.querySelector("form");
  const words = document.getElementById("builder-words");
  const rows = dialog.querySelector(".builder-rows");
  const template = document.getElementById("builder-row");
  const fields = Array.from(template.content.querySelectorAll(".field option")).map((option) => option.value);

  const tokens = (text) => text.match(/(?:[^\s"]+|"[^"]*"?)+/g) || [];

  function parse(text) {
    const all = tokens(text);
    if (all.some((token) => token === "OR" || /^-?\(|\)$/.test(token))) return { words: text, rows: [], complex: true };
    const found = { words: [], rows: [], complex: false };
    all.forEach((token) => {
      const match = /^(-?)([a-z]+):(.+)$/i.exec(token);
      if (match && fields.includes(match[2].toLowerCase())) {
        found.rows.push({ how: match[1], field: match[2].toLowerCase(), value: match[3].replaceAll('"', "") });
      } else {
        found.words.push(token);
      }
    });
    return { ...found, words: found.words.join(" ") };
  }

  function add(row) {
    const item = template.content.firstElementChild.cloneNode(true);
    const field = item.querySelector(".field");
    const value = item.querySelector(".value");
    const propose = () => value.setAttribute("list", "values-" + field.value);
    if (row) {
      field.value = row.field;
      item.querySelector(".how").value = row.how;
      value.value = row.value;
    }
    field.addEventListener("change", propose);
    item.querySelector("[data-remove-row]").addEventListener("click", () => item.remove());
    propose();
    rows.append(item);
    return field;
  }

  function written() {
    const parts = words.value.trim() ? [words.value.trim()] : [];
    rows.querySelectorAll(".builder-row").forEach((row) => {
      const value = row.querySelector(".value").value.trim().replaceAll('"', "");
      if (!value) return;
      const safe = /\s/.test(value) ? value.split(",").map((each) => (/\s/.test(each) ? '"' + each.trim() + '"' : each)).join(",") : value;
      parts.push(row.querySelector(".how").value + row.querySelector(".field").value + ":" + safe);
    });
    return parts.join(" ");
  }

  function open() {
    const now = parse(box.value);
    words.value = now.words;
    dialog.querySelector(".builder-complex").hidden = !now.complex;
    rows.replaceChildren();
    now.rows.forEach(add);
    if (!now.rows.length) add();
    dialog.showModal();
    words.focus();
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-open-dialog=builder]")) open();
    if (event.target.closest("[data-add-row]")) add().focus();
    if (event.target === dialog) dialog.close();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    box.value = written();
    dialog.close();
    box.form.requestSubmit();
  });
})();
