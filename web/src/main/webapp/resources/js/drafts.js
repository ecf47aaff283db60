/*
 * Unsent words. What is typed goes into this browser's own store at once and to the server within two seconds; from the
 * store it goes once the server has it. So a crash loses what the last two seconds brought at most, and a lost session,
 * an expired page or a missing network lose nothing.
 */
(function () {
  "use strict";

  const words = document.getElementById("words").dataset;
  const PAUSE = 700;
  const AGAIN = 3000;
  const REFUSED = [400, 403, 413]; /* everything else may pass: a server that is being replaced says even 404 */
  const SELF = Date.now().toString(36) + Math.random().toString(36).slice(2, 12);

  /*
   * place: what the server calls it; revision, savedAt, writer: of the draft that the page shows, and which page saved it; read: gives { html, fields };
   * state: is told saved, offline or signedOut.
   */
  function keep({ place, revision, savedAt, writer, read, state }) {
    const key = "pilet.unsent." + words.person + "." + place;
    let base = revision;
    let dirty = false;
    let timer = 0;
    let running = null;
    let paused = false;

    function store() {
      try {
        localStorage.setItem(key, JSON.stringify({ ...read(), base, writer: SELF, at: Date.now() }));
      } catch (full) {
        localStorage.removeItem(key); /* pictures may not fit: an older copy would be worse than none */
      }
    }

    function touch() {
      dirty = true;
      store();
      if (!timer && !paused) timer = setTimeout(save, PAUSE);
    }

    function save() {
      clearTimeout(timer);
      timer = 0;
      if (!running && dirty && !paused) running = send().finally(() => (running = null));
      return running;
    }

    async function send() {
      dirty = false;
      let pause = PAUSE;
      try {
        const answer = await fetch(words.root + "/drafts", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ place, writer: SELF, ...read() }),
        });
        if (answer.ok) {
          base = (await answer.json()).revision;
          if (dirty) store();
          else localStorage.removeItem(key);
          state("saved");
        } else if (answer.status === 401) {
          dirty = true;
          pause = AGAIN;
          state("signedOut");
        } else {
          pause = AGAIN;
          dirty = !REFUSED.includes(answer.status);
          state("offline");
        }
      } catch (offline) {
        dirty = true;
        pause = AGAIN;
        state("offline");
      }
      if (dirty && !timer && !paused) timer = setTimeout(save, pause);
    }

    /*
     * This browser's copy, where it is newer than what the server gave to the page: made upon it or later; or made by the
     * page that the server heard last, which then had not heard the server's answer.
     */
    function unsaved() {
      let copy = null;
      try {
        copy = JSON.parse(localStorage.getItem(key));
      } catch (broken) {
        copy = null;
      }
      if (!copy) return null;
      if (copy.base >= base || (writer && copy.writer === writer) || (savedAt && copy.at > savedAt)) return copy;
      localStorage.removeItem(key);
      return null;
    }

    /* Call before something is sent, so that no saving comes after; then either sent or resume. */
    function hold() {
      paused = true;
      clearTimeout(timer);
      timer = 0;
    }

    function resume() {
      paused = false;
      if (dirty) timer = setTimeout(save, PAUSE);
    }

    /* It was sent: nothing of it may come back, not even from a saving that was under way. */
    async function sent(newRevision) {
      hold();
      dirty = false;
      localStorage.removeItem(key);
      base = Math.max(base, newRevision || 0);
      if (running) {
        await running;
        await fetch(words.root + "/drafts", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ place, html: "", fields: {} }),
        }).catch(() => {});
        if (!dirty) localStorage.removeItem(key);
      }
      resume(); /* with what has been typed since */
    }

    /* The server has it, together with more. */
    function handedOver(newRevision) {
      dirty = false;
      localStorage.removeItem(key);
      base = Math.max(base, newRevision || 0);
    }

    window.addEventListener("pagehide", () => {
      if (!dirty || paused) return;
      const body = JSON.stringify({ place, writer: SELF, ...read() });
      if (body.length < 60000) {
        navigator.sendBeacon(words.root + "/drafts", new Blob([body], { type: "application/json" }));
      }
    });

    return { touch, save, unsaved, hold, resume, sent, handedOver };
  }

  /* Plain forms: every field that has an id; what was left is put back unless the form shows a refused attempt. */
  function keepForm(form) {
    const short = (field) => field.id.replace(/^.*:/, "").replace(/_input$/, "");
    const fields = () =>
      Array.from(form.querySelectorAll("input, textarea, select")).filter(
        (field) =>
          field.id && (!["hidden", "submit", "button", "file", "password"].includes(field.type) || field.dataset.keep)
      );
    const note = form.querySelector(".draft-state");
    const out = form.querySelector(".signed-out");

    function read() {
      const values = {};
      fields().forEach((field) => {
        if (field.type === "radio") {
          if (field.checked) values[field.name.replace(/^.*:/, "")] = field.value;
        } else if (field.type === "checkbox") {
          if (field.checked) values[short(field)] = "true";
        } else if (field.value) {
          values[short(field)] = field.value;
        }
      });
      return { html: "", fields: values };
    }

    function write(values) {
      fields().forEach((field) => {
        const name = field.type === "radio" ? field.name.replace(/^.*:/, "") : short(field);
        if (values[name] === undefined) return;
        if (field.type === "radio") field.checked = field.value === values[name];
        else if (field.type === "checkbox") field.checked = true;
        else field.value = values[name];
        field.closest("details")?.setAttribute("open", "open");
      });
      form.dispatchEvent(new CustomEvent("desk:restored", { bubbles: true }));
    }

    const keeper = keep({
      place: form.dataset.place,
      revision: Number(form.dataset.revision || 0),
      savedAt: Number(form.dataset.savedAt || 0),
      writer: form.dataset.writer,
      read,
      state(what) {
        if (note) note.textContent = note.dataset[what] || "";
        if (out) out.hidden = what !== "signedOut";
      },
    });
    const fresh = form.dataset.fresh !== "false";
    const copy = keeper.unsaved();
    if (fresh && (copy || form.dataset.draft)) {
      write(copy ? copy.fields : JSON.parse(form.dataset.draft));
      if (copy) keeper.touch();
    }
    form.addEventListener("input", keeper.touch);
    form.addEventListener("change", keeper.touch);
    form.addEventListener("submit", () => keeper.hold());
    window.addEventListener("pageshow", () => keeper.resume());
    const link = out?.querySelector("[data-sign-in]");
    if (link) link.href += "?to=" + encodeURIComponent(location.pathname + location.search);
  }

  /* Also forms that come later, with a part of the page that is drawn anew. */
  function keepForms() {
    document.querySelectorAll("form[data-place]:not(#composer):not([data-kept])").forEach((form) => {
      form.dataset.kept = "true";
      keepForm(form);
    });
  }
  keepForms();
  document.addEventListener("desk:updated", keepForms);

  /*
   * A form over what is stored: kept is what somebody has changed in its words, until it is saved. stored: what those
   * words are; restore: whether what was left is put back. Drawn anew by a gesture, the form goes on with what it holds.
   */
  function keepEdits(line, { stored, restore }) {
    const form = line.closest("form");
    const note = line.querySelector(".draft-state");
    const giveUp = line.querySelector("[data-give-up]");
    const editor = () => window.PrimeFaces?.widgets?.[line.dataset.editor]?.editor;
    let held = false;

    function fields() {
      const plain = Array.from(form.querySelectorAll("textarea[id], input[type=text][id]"))
        .filter((field) => !field.disabled && !field.closest(".ql-container"))
        .map((field) => ({
          name: field.id.replace(/^.*:/, ""),
          first: field.defaultValue,
          get: () => field.value,
          put: (value) => (field.value = value),
        }));
      const rich = editor();
      if (!rich) return plain;
      const words = () => (rich.getText().trim() || rich.root.querySelector("img") ? rich.getSemanticHTML() : "");
      return [...plain, { name: "rich", first: words(), get: words, put: (html) => rich.clipboard.dangerouslyPasteHTML(html) }];
    }

    stored = stored || Object.fromEntries(fields().map(({ name, first }) => [name, first]));

    function read() {
      const changed = fields().filter(({ name, get }) => get() !== stored[name]);
      return { html: "", fields: Object.fromEntries(changed.map(({ name, get }) => [name, get()])) };
    }

    function say(what) {
      const changed = Object.keys(read().fields).length > 0;
      note.textContent = what === "saved" && !changed ? "" : note.dataset[what] || "";
      giveUp.hidden = !changed || Object.keys(stored).length === 0;
    }

    const keeper = keep({
      place: line.dataset.place,
      revision: Number(line.dataset.revision || 0),
      savedAt: Number(line.dataset.savedAt || 0),
      writer: line.dataset.writer,
      read,
      state: say,
    });
    const copy = restore ? keeper.unsaved() : null;
    const left = copy ? copy.fields : restore ? JSON.parse(line.dataset.draft || "{}") : {};
    const back = fields().filter(({ name, get }) => left[name] !== undefined && left[name] !== get());
    back.forEach(({ name, put }) => put(left[name]));
    if (back.length) say("restored");
    if (copy) keeper.touch();

    form.addEventListener("input", keeper.touch);
    editor()?.on("text-change", (delta, before, source) => {
      if (source === "user") keeper.touch();
    });
    giveUp.addEventListener("click", () => {
      fields().forEach(({ name, put }) => put(stored[name]));
      keeper.touch();
      say("saved");
    });
    form.addEventListener(
      "click",
      (event) => {
        if (!event.target.closest("[data-ends]")) return;
        held = true; /* what is saved now must not be kept again */
        keeper.hold();
      },
      true
    );
    window.addEventListener("pageshow", () => keeper.resume());

    function drawn() {
      if (line.isConnected) {
        held = false;
        keeper.resume();
        return;
      }
      document.removeEventListener("desk:updated", drawn);
      const now = form.id && document.getElementById(form.id)?.querySelector(".unsaved");
      const same = now && now.dataset.place === line.dataset.place;
      const emptied = same && !Number(now.dataset.savedAt) && Number(now.dataset.revision) > Number(line.dataset.revision);
      if (held && (emptied || !same)) {
        keeper.sent(now ? Number(now.dataset.revision) : 0);
      } else if (!same) {
        keeper.save();
      }
      if (!now) return;
      now.dataset.kept = "true";
      if (!same) keepEdits(now, { restore: true });
      else if (held && emptied) keepEdits(now, {});
      else {
        keeper.hold();
        keepEdits(now, { stored }).touch();
      }
    }
    document.addEventListener("desk:updated", drawn);
    return keeper;
  }

  /* Rich text is there only once the document is complete. */
  window.addEventListener("load", () => {
    document.querySelectorAll(".unsaved:not([data-kept])").forEach((line) => {
      line.dataset.kept = "true";
      const fresh = line.dataset.fresh !== "false"; /* else it holds what was refused, and all of it counts */
      keepEdits(line, { restore: fresh, stored: fresh ? null : {} });
    });
  });

  /* What the server has of a place that the page itself did not bring; nothing where it cannot be asked. */
  async function leftAt(place) {
    const nothing = { revision: 0, savedAt: 0, fields: {} };
    try {
      const answer = await fetch(words.root + "/drafts?place=" + encodeURIComponent(place), { cache: "no-store" });
      return answer.ok ? await answer.json() : nothing;
    } catch (offline) {
      return nothing;
    }
  }

  window.desk.keep = keep;
  window.desk.leftAt = leftAt;
})();
