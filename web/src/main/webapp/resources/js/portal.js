/* The portal's conveniences; without them everything still works. */
(function () {
  "use strict";

  /* A form is sent once: a second press while the first is under way does nothing. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.once) return;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    form.dataset.sending = "true";
    form.dataset.clean = "true";
    form.querySelectorAll("[type=submit]").forEach((button) => button.setAttribute("aria-disabled", "true"));
  });

  /* Coming back by the browser's Back finds the form usable again. */
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sending]").forEach((form) => {
      delete form.dataset.sending;
      delete form.dataset.clean;
      form.querySelectorAll("[type=submit]").forEach((button) => button.removeAttribute("aria-disabled"));
    });
  });

  /* Files: what is chosen is listed and can be taken back; more can be dropped or pasted. */
  document.querySelectorAll("[data-files]").forEach((field) => {
    const input = field.querySelector("input[type=file]");
    const list = field.querySelector("[data-files-chosen]");
    const form = input.form;
    let chosen = [];
    const chips = new Map();
    field.classList.add("scripted");

    function show() {
      const transfer = new DataTransfer();
      chosen.forEach((file) => transfer.items.add(file));
      input.files = transfer.files;
      const total = chosen.reduce((sum, file) => sum + file.size, 0);
      input.setCustomValidity(total > Number(field.dataset.largest) ? field.dataset.tooLarge : "");
      list.replaceChildren(...chosen.map((file) => chips.get(file) || chip(file)));
      if (!input.checkValidity()) input.reportValidity();
    }

    function chip(file) {
      const item = document.createElement("li");
      item.className = "file-chip";
      const look = desk.look(file);
      if (look.dataset.local) desk.leadTo(look, look.dataset.local);
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "link";
      remove.textContent = field.dataset.remove;
      remove.setAttribute("aria-label", field.dataset.remove + ": " + file.name);
      remove.addEventListener("click", () => {
        chosen = chosen.filter((other) => other !== file);
        chips.delete(file);
        if (look.dataset.local) URL.revokeObjectURL(look.dataset.local);
        show();
        input.focus();
      });
      item.append(look, remove);
      chips.set(file, item);
      return item;
    }

    function add(files) {
      chosen = chosen.concat(Array.from(files));
      show();
    }

    input.addEventListener("change", () => add(input.files));
    form.addEventListener("paste", (event) => {
      const files = event.clipboardData ? event.clipboardData.files : [];
      if (files.length > 0) {
        event.preventDefault();
        add(files);
      }
    });
    form.addEventListener("dragover", (event) => {
      event.preventDefault();
      field.classList.add("over");
    });
    form.addEventListener("dragleave", () => field.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      field.classList.remove("over");
      if (event.dataTransfer && event.dataTransfer.files.length > 0) {
        event.preventDefault();
        add(event.dataTransfer.files);
      }
    });
  });

  /* The first field that was refused is where the reader must go. */
  const wrong = document.querySelector(".field-error");
  const place = wrong && wrong.closest(".field").querySelector("input, textarea, select");
  if (place) {
    place.setAttribute("aria-invalid", "true");
    place.focus();
  }

  /* This device knows its zone: offered where the profile says another. */
  document.querySelectorAll("select[data-zones]").forEach((select) => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!here || select.value === here) return;
    if (!Array.from(select.options).some((option) => option.value === here)) return;
    const offer = document.createElement("button");
    offer.type = "button";
    offer.className = "link";
    const name = document.createElement("bdi");
    name.textContent = here;
    offer.append(select.dataset.zones + " ", name);
    offer.addEventListener("click", () => {
      select.value = here;
      offer.remove();
      select.focus();
    });
    select.after(offer);
  });

  /* A request that is open in a tab shows what was said meanwhile when the reader comes back to it. */
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && window.desk) {
      if (document.getElementById("thread")) window.desk.refresh("thread", "state");
      if (document.getElementById("requests")) window.desk.refresh("requests");
    }
  });
})();
