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
  let whole = false; /* not those chosen, but all that the list holds */
  const dialog = document.getElementById("whole");
  const numbers = new Intl.NumberFormat(document.documentElement.lang);

  const boxes = () => Array.from(document.querySelectorAll("[data-choose]"));

  function showChosen() {
    boxes().forEach((box) => {
      box.checked = chosen.has(box.dataset.choose);
      box.closest(".ticket-row").classList.toggle("chosen", box.checked);
    });
    bulk.hidden = chosen.size === 0;
    document.body.classList.toggle("choosing", chosen.size > 0);
    if (chosen.size === 0) whole = false;
    bulk.classList.toggle("whole", whole);
    bulk.querySelector(".bulk-count").textContent = whole ? dialog.dataset.allChosen : bulk.dataset.chosen.replace("{0}", numbers.format(chosen.size));
    bulk.querySelector("[data-bulk-merge]").disabled = whole || chosen.size < 2;
    bulk.querySelector("[data-bulk-all]").hidden = whole;
    document.body.style.setProperty("--lift", bulk.hidden ? "0px" : bulk.offsetHeight + 8 + "px");
  }

  function choose(box, on) {
    if (on) chosen.add(box.dataset.choose);
    else chosen.delete(box.dataset.choose);
  }

  function send(field, value) {
    if (whole) {
      askWhole(field === "TAG" ? "ADD_TAG" : field, value.trim());
      return;
    }
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
    if (event.target instanceof Element && event.target.closest("[data-bulk-all]")) {
      whole = true;
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

  /* A gesture on the whole list: first what it would reach, then how far it is, then the way back. */
  const part = (name) => dialog.querySelector(name);
  let order = null;

  async function bulkPath(parameters, method) {
    const body = new URLSearchParams(location.search);
    Object.entries(parameters).forEach(([name, value]) => body.set(name, value));
    const answer = await (method === "POST"
      ? fetch(dialog.dataset.path, { method, body })
      : fetch(dialog.dataset.path + "?" + body, { cache: "no-store" }));
    return answer.json();
  }

  function say(words, first = []) {
    part(".whole-words").textContent = words;
    part(".whole-first").replaceChildren(
      ...first.map((line) => {
        const item = document.createElement("li");
        item.dir = "auto";
        item.className = "truncate";
        item.textContent = line;
        return item;
      })
    );
  }

  async function askWhole(field, value) {
    order = { field, value };
    const preview = await bulkPath({});
    const tooMany = preview.count > preview.most;
    say(
      preview.error || (tooMany ? dialog.dataset.more : dialog.dataset.reaches).replace("{0}", numbers.format(tooMany ? preview.most : preview.count)),
      preview.first
    );
    part("[data-whole-go]").hidden = Boolean(preview.error) || tooMany || preview.count === 0;
    part("[data-whole-undo]").hidden = true;
    part(".whole-progress").hidden = true;
    part(".whole-refused").hidden = true;
    dialog.showModal();
  }

  async function follow(run) {
    if (run.error) return say(run.error);
    const worked = run.done + run.unchanged + run.failed;
    const bar = part(".whole-progress");
    bar.hidden = run.finished;
    bar.max = Math.max(1, run.total);
    bar.value = worked;
    const words = !run.finished ? dialog.dataset.doing : run.undoing ? dialog.dataset.undid : dialog.dataset.did;
    say(words.replace("{0}", numbers.format(run.finished ? run.done : worked)).replace("{1}", numbers.format(run.total)));
    part("[data-whole-go]").hidden = true;
    part("[data-whole-undo]").hidden = !run.undoable || run.done === 0;
    part("[data-whole-undo]").dataset.run = run.run;
    part(".whole-refused").hidden = run.failed === 0;
    part(".whole-refused").textContent = dialog.dataset.refused.replace("{0}", numbers.format(run.failed)) + " " + run.refused.join(", ");
    if (run.finished) return again();
    setTimeout(async () => follow(await bulkPath({ run: run.run })), 700);
  }

  dialog.addEventListener("click", async (event) => {
    if (!(event.target instanceof Element)) return;
    const undo = event.target.closest("[data-whole-undo]");
    if (event.target.closest("[data-whole-go]")) {
      part("[data-whole-go]").hidden = true;
      follow(await bulkPath(order, "POST"));
      whole = false;
      chosen.clear();
      showChosen();
    } else if (undo) {
      follow(await bulkPath({ undo: undo.dataset.run }, "POST"));
    }
  });

  document.addEventListener("desk:replaced", showChosen);

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
