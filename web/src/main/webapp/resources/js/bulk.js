/* Several tickets at once: choosing them, and one gesture on those chosen or on all that the list holds. */
(function () {
  "use strict";

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
    bulk.querySelector("[data-bulk-merge]").disabled = !whole && chosen.size < 2;
    bulk.querySelector("[data-bulk-all]").hidden = whole;
    document.body.style.setProperty("--lift", bulk.hidden ? "0px" : bulk.offsetHeight + 8 + "px");
  }

  function choose(box, on) {
    if (on) chosen.add(box.dataset.choose);
    else chosen.delete(box.dataset.choose);
  }

  /* These are so small that a selection needs no preview: the way back stands beside the word that it is done. */
  const SMALL = ["OWNER", "PRIORITY", "IMPACT", "URGENCY", "STATUS", "TAG"];

  function send(field, value, name) {
    if (whole || !SMALL.includes(field)) {
      ask(field === "TAG" ? "ADD_TAG" : field, value.trim(), name);
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
    if (event.target instanceof Element && event.target.closest("[data-bulk-reply]")) send("REPLY", "");
    if (event.target instanceof Element && event.target.closest("[data-bulk-problem]")) send("PROBLEM", "");
  });

  document.addEventListener("change", (event) => {
    const control = event.target instanceof Element ? event.target.closest("[data-bulk]") : null;
    if (!control || !control.value) return;
    send(control.dataset.bulk, control.value, control.selectedOptions?.[0]?.textContent);
    control.value = "";
  });

  /* A gesture on many: first what it would reach, then how far it is, then the way back. */
  const part = (name) => dialog.querySelector(name);
  const words = dialog.dataset;
  /* For these something is written first; it is looked at before it can be done. */
  const WRITTEN = ["REPLY", "PROBLEM"];
  let order = null;

  /*
   * What is typed to many is kept on the server as it is typed, till it is sent. It is asked for when the dialog first opens:
   * most lists are looked at without.
   */
  const typed = {
    words: "[data-reply-words]",
    response: "[data-reply-response]",
    after: "[data-reply-status]",
    subject: "[data-problem-subject]",
    into: "[data-merge-into]",
  };
  let intoFor = ""; /* a target belongs to those that it was typed for */
  let left = null;
  let keeper = null;

  function readTyped() {
    const fields = {};
    Object.entries(typed).forEach(([name, control]) => (fields[name] = part(control).value));
    fields.after = fields.words || fields.response ? fields.after : "";
    fields.intoFor = fields.into ? intoFor : "";
    return { html: "", fields };
  }

  async function takeUp() {
    if (keeper) return;
    left = left || desk.leftAt("bulk");
    const draft = await left;
    if (keeper) return;
    keeper = desk.keep({ place: "bulk", ...draft, read: readTyped, state() {} });
    const copy = keeper.unsaved();
    const fields = copy ? copy.fields : draft.fields;
    Object.entries(typed).forEach(([name, control]) => {
      if (fields[name] && (name === "after" || !part(control).value)) part(control).value = fields[name];
    });
    intoFor = fields.intoFor || "";
    if (copy) keeper.touch();
  }

  /* It was done: these words are not wanted again. */
  function forget(...names) {
    names.forEach((name) => (part(typed[name]).value = ""));
    if (names.includes("into")) intoFor = "";
    if (keeper) {
      keeper.touch();
      keeper.save();
    }
  }

  async function bulkPath(parameters, method) {
    const body = new URLSearchParams(location.search);
    Object.entries(parameters).forEach(([name, value]) => body.set(name, value));
    const answer = await (method === "POST"
      ? fetch(words.path, { method, body })
      : fetch(words.path + "?" + body, { cache: "no-store" }));
    return answer.json();
  }

  function say(sentence, first = []) {
    part(".whole-words").textContent = sentence;
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

  /* What is typed is plain words: paragraphs and lines, as a mail has them. */
  function html(text) {
    const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    return escaped
      .trim()
      .split(/\n{2,}/)
      .map((paragraph) => "<p>" + paragraph.replace(/\n/g, "<br>") + "</p>")
      .join("");
  }

  function settled() {
    const asked = { field: order.field, value: order.value };
    if (order.tickets) asked.tickets = order.tickets;
    if (order.field === "REPLY") {
      asked.response = part("[data-reply-response]").value;
      asked.value = asked.response ? "" : html(part("[data-reply-words]").value);
      asked.statusAfter = part("[data-reply-status]").value;
    } else if (order.field === "MERGE") {
      asked.into = part("[data-merge-into]").value.trim();
      asked.maySeeAll = part("[data-merge-all]").checked;
    } else if (order.field === "PROBLEM") {
      asked.value = part("[data-problem-subject]").value.trim();
    }
    return asked;
  }

  const selection = () => (order.tickets ? order.tickets : location.search);
  const kind = () => ({ REPLY: "reply", MERGE: "merge", PROBLEM: "problem", MACRO: "macro" })[order.field] || "change";
  const named = (start) => words[start + kind().replace(/^./, (letter) => letter.toUpperCase())];

  async function ask(field, value, name) {
    await takeUp();
    order = { field, value, tickets: whole ? "" : [...chosen].join(",") };
    part("#whole-title").textContent = named("title").replace("{0}", name);
    part("[data-whole-go]").textContent = named("go");
    part(".whole-reply").hidden = field !== "REPLY";
    part(".whole-merge").hidden = field !== "MERGE";
    part(".whole-problem").hidden = field !== "PROBLEM";
    part(".whole-made").hidden = true;
    part(".whole-sample").hidden = true;
    part(".whole-first-answer").hidden = true;
    part(".whole-stays").hidden = true;
    if (intoFor !== selection()) part("[data-merge-into]").value = "";
    part("[data-merge-all]").checked = false;
    part("[data-whole-undo]").hidden = true;
    part(".whole-progress").hidden = true;
    part(".whole-refused").hidden = true;
    say("");
    part("[data-whole-go]").hidden = true;
    part("[data-whole-look]").hidden = true;
    showOwnWords();
    dialog.showModal();
    if (WRITTEN.includes(field)) {
      part("[data-whole-look]").hidden = false;
      part(field === "REPLY" ? "[data-reply-response]" : "[data-problem-subject]").focus();
    } else {
      look();
    }
  }

  /* Words are looked at before they can be sent; what is typed after that is looked at again. */
  async function look() {
    part("[data-whole-look]").hidden = true;
    const preview = await bulkPath({ ...settled(), preview: "true" }, "POST");
    const refused = Boolean(preview.error);
    const tooMany = !refused && preview.count > preview.most;
    say(
      preview.error || (tooMany ? words.more : words.reaches).replace("{0}", numbers.format(tooMany ? preview.most : preview.count)),
      preview.first
    );
    part("[data-whole-go]").hidden = refused || tooMany || preview.count === 0;
    part("[data-whole-look]").hidden = !WRITTEN.includes(order.field) || !part("[data-whole-go]").hidden;
    part(".whole-sample").hidden = !preview.words;
    part(".whole-first-answer").hidden = !preview.words;
    part(".whole-first-answer").textContent = words.answered;
    part(".whole-sample").textContent = preview.words || "";
    part(".whole-stays").hidden = !preview.stays;
    showRefused(
      words.wouldRefuse.replace("{1}", numbers.format(preview.tried || 0)),
      refused ? [] : preview.refused,
      refused ? 0 : preview.refused.length
    );
    part(".whole-into").textContent = preview.into ? words.into.replace("{0}", preview.into) : "";
    part(".whole-into").hidden = !preview.into;
    part(".whole-readers").hidden = !(preview.requesters > 1);
    part(".whole-readers span").textContent = words.readers.replace("{0}", numbers.format(preview.requesters || 0));
  }

  function showRefused(sentence, lines, count) {
    part(".whole-refused").hidden = count === 0;
    part(".whole-refused > span").textContent = sentence.replace("{0}", numbers.format(count));
    part(".whole-refused > ul").replaceChildren(
      ...lines.map((line) => {
        const item = document.createElement("li");
        item.textContent = line;
        return item;
      })
    );
  }

  function showOwnWords() {
    const ready = part("[data-reply-response]").value !== "";
    dialog.querySelectorAll("[data-reply-own]").forEach((own) => (own.hidden = ready));
  }

  async function follow(run) {
    if (run.error) return say(run.error);
    const worked = run.done + run.unchanged + run.failed;
    const bar = part(".whole-progress");
    bar.hidden = run.finished;
    bar.max = Math.max(1, run.total);
    bar.value = worked;
    const sentence = !run.finished ? words.doing : run.undoing ? words.undid : words.did;
    say(sentence.replace("{0}", numbers.format(run.finished ? run.done : worked)).replace("{1}", numbers.format(run.total)));
    part("[data-whole-go]").hidden = true;
    part("[data-whole-look]").hidden = true;
    part(".whole-reply").hidden = true;
    part(".whole-merge").hidden = true;
    part(".whole-problem").hidden = true;
    part(".whole-made").hidden = !run.made || run.undoing;
    if (run.made) part(".whole-made a").href = part(".whole-made a").href.replace(/number=.*$/, "number=" + run.made);
    part("[data-whole-undo]").hidden = !run.undoable || run.done === 0;
    part("[data-whole-undo]").dataset.run = run.run;
    part(".whole-sample").hidden = true;
    part(".whole-first-answer").hidden = true;
    part(".whole-stays").hidden = true;
    showRefused(words.refused, run.refused, run.failed);
    if (run.finished) return window.deskList.again();
    setTimeout(async () => follow(await bulkPath({ run: run.run })), 700);
  }

  dialog.addEventListener("click", async (event) => {
    if (!(event.target instanceof Element)) return;
    const undo = event.target.closest("[data-whole-undo]");
    if (event.target.closest("[data-whole-look]")) {
      await look();
    } else if (event.target.closest("[data-whole-go]")) {
      part("[data-whole-go]").hidden = true;
      const run = await bulkPath(settled(), "POST");
      if (run.error) {
        say(run.error);
        part("[data-whole-look]").hidden = !WRITTEN.includes(order.field);
        return;
      }
      if (order.field === "REPLY") forget("words", "response");
      if (order.field === "PROBLEM") forget("subject");
      if (order.field === "MERGE") forget("into");
      follow(run);
      whole = false;
      chosen.clear();
      showChosen();
    } else if (undo) {
      follow(await bulkPath({ undo: undo.dataset.run }, "POST"));
    }
  });

  dialog.addEventListener("input", (event) => {
    if (!order || !(event.target instanceof Element)) return;
    if (event.target.matches("[data-merge-into]")) intoFor = selection();
    if (Object.values(typed).some((control) => event.target.matches(control))) keeper.touch();
    if (event.target.closest(".whole-reply, .whole-problem")) {
      showOwnWords();
      part("[data-whole-go]").hidden = true;
      part("[data-whole-look]").hidden = false;
    }
  });
  dialog.addEventListener("change", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-merge-into]")) look();
  });

  document.addEventListener("desk:replaced", showChosen);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || desk.typing(document.activeElement)) return;
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
})();
