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

  /* On a small screen the views are a strip: the chosen one is in sight. */
  document.querySelector(".view[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });

  window.deskList = {
    acted(event) {
      if (event.status === "success") again();
    },
  };

  /* Choosing several: the choice outlives a refresh of the rows; shift takes all between. */
  const chosen = new Set();
  const bulk = document.getElementById("bulk");
  let last = null;

  const boxes = () => Array.from(document.querySelectorAll("[data-choose]"));

  function showChosen() {
    boxes().forEach((box) => {
      box.checked = chosen.has(box.dataset.choose);
      box.closest(".ticket-row").classList.toggle("chosen", box.checked);
    });
    bulk.hidden = chosen.size === 0;
    document.body.classList.toggle("choosing", chosen.size > 0);
    const number = new Intl.NumberFormat(document.documentElement.lang).format(chosen.size);
    bulk.querySelector(".bulk-count").textContent = bulk.dataset.chosen.replace("{0}", number);
    bulk.querySelector("[data-bulk-merge]").disabled = chosen.size < 2;
    document.body.style.setProperty("--lift", bulk.hidden ? "0px" : bulk.offsetHeight + 8 + "px");
  }

  function choose(box, on) {
    if (on) chosen.add(box.dataset.choose);
    else chosen.delete(box.dataset.choose);
  }

  function send(field, value) {
    window.bulkChange({ tickets: [...chosen].join(","), field, value });
    chosen.clear();
    showChosen();
  }

  document.addEventListener("click", (event) => {
    const box = event.target instanceof Element ? event.target.closest("[data-choose]") : null;
    if (box) {
      const all = boxes();
      const from = event.shiftKey && last ? all.findIndex((each) => each.dataset.choose === last) : -1;
      const to = all.indexOf(box);
      const range = from < 0 ? [box] : all.slice(Math.min(from, to), Math.max(from, to) + 1);
      range.forEach((each) => choose(each, box.checked));
      last = box.dataset.choose;
      showChosen();
    }
    if (event.target instanceof Element && event.target.closest("[data-bulk-clear]")) {
      chosen.clear();
      showChosen();
    }
    if (event.target instanceof Element && event.target.closest("[data-bulk-merge]")) send("MERGE", "");
  });

  document.addEventListener("change", (event) => {
    const control = event.target instanceof Element ? event.target.closest("[data-bulk]") : null;
    if (!control || !control.value) return;
    send(control.dataset.bulk, control.value);
    control.value = "";
  });

  document.addEventListener("desk:replaced", showChosen);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || desk.typing(document.activeElement)) return;
    const row = document.activeElement?.closest?.(".ticket-row");
    if (event.key === "x" && row) {
      const box = row.querySelector("[data-choose]");
      choose(box, !chosen.has(box.dataset.choose));
      showChosen();
      event.preventDefault();
    } else if (event.key === "*") {
      boxes().forEach((box) => choose(box, true));
      showChosen();
      event.preventDefault();
    } else if (event.key === "Escape" && chosen.size) {
      chosen.clear();
      showChosen();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !desk.typing(document.activeElement)) {
      document.querySelector("[data-search]")?.focus();
      event.preventDefault();
    }
  });
})();
