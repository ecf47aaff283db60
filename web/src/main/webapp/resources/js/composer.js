/* The composer of the ticket's page: its modes, its draft, its files, and taking back what was just sent. */
(function () {
  "use strict";

  const form = () => document.getElementById("composer");
  if (!form()) return;
  const field = (name) => document.getElementById("composer:" + name);
  const small = window.matchMedia("(max-width: 720px)");
  const KEPT = ["mode", "by", "to", "cc", "files", "then", "reason", "wakeUpAt", "sendAt", "reviewer", "question"];
  const BUTTONS = { PUBLIC: "send", FORWARD: "forward", INTERNAL: "note", CALL: "call" };
  const KEYS = { r: "PUBLIC", n: "INTERNAL", f: "FORWARD", c: "CALL" };

  /* 1 Words ----------------------------------------------------------------------------------------------------------- */
  const widget = () => window.PrimeFaces?.widgets?.editor;
  const mode = () => field("mode").value;

  function written() {
    const editor = form().querySelector(".ql-editor");
    return editor ? editor.textContent.trim() !== "" || editor.querySelector("img") !== null : false;
  }

  /* The editor writes every space as one that does not break; only at a line's end it would be lost otherwise. */
  const spaces = (words) => words.replace(/&nbsp;(?!<\/)/g, " ");

  function html() {
    return written() && widget()?.editor ? spaces(widget().editor.getSemanticHTML()) : "";
  }

  /* 2 The draft --------------------------------------------------------------------------------------------------------- */
  function read() {
    const fields = {};
    KEPT.forEach((name) => {
      const value = field(name)?.value;
      if (value) fields[name] = value;
    });
    const said = html();
    const bare = !said && !fields.files && !fields.to && !fields.cc;
    return { html: said, fields: bare ? {} : fields };
  }

  function state(what) {
    const note = form().querySelector(".draft-state");
    note.textContent = what === "saved" ? (written() ? note.dataset.saved : "") : note.dataset.offline;
    form().querySelector(".signed-out").hidden = what !== "signedOut";
  }

  const draft = desk.keep({
    place: form().dataset.place,
    revision: Number(form().dataset.revision),
    savedAt: Number(form().dataset.savedAt),
    writer: form().dataset.writer,
    read,
    state,
  });
  let said = form().dataset.said;

  function restore(copy) {
    const usual = { mode: "PUBLIC", by: form().dataset.usual, then: "ANSWERED" };
    KEPT.forEach((name) => {
      if (field(name)) field(name).value = copy.fields[name] || usual[name] || "";
    });
    widget().editor.clipboard.dangerouslyPasteHTML(copy.html);
    form().dataset.mode = mode();
    dressFields();
    pressed();
    draft.touch();
  }

  /*
   * While the answer to a gesture is on its way one may go on writing, and that answer draws the composer anew: what was
   * not yet there when the gesture left is no part of it, and stays.
   */
  let underWay = null;

  function leaves(posted) {
    const words = posted.get("composer:text_input")?.replace(/\r\n/g, "\n");
    underWay = null;
    if (words === undefined) return; /* another form's gesture: it brings what the composer shall hold */
    const now = read();
    const added = {};
    KEPT.forEach((name) => {
      const value = field(name)?.value || "";
      if (value !== (posted.get("composer:" + name) || "")) added[name] = value;
    });
    const old = html();
    if (old === words && Object.keys(added).length === 0) return;
    const grown = old === words ? "" : words && old.startsWith(words) ? old.slice(words.length) : old;
    const focused = Boolean(document.activeElement?.closest("#composer .ql-editor"));
    const lines = [...form().querySelectorAll(".chosen li")];
    underWay = { form: form(), now, added: { html: grown, fields: { mode: mode(), ...added } }, focused, lines, posted };
  }

  /* Puts it into the composer that was drawn; the whole of it when the gesture was refused. */
  function goOn() {
    const kept = underWay;
    if (!kept || kept.form === form() || !widget()?.editor) return false;
    underWay = null;
    const sent = form().dataset.said !== kept.form.dataset.said;
    if (sent && kept.added.fields.files) {
      const gone = (kept.posted.get("composer:files") || "").split(",");
      kept.added.fields.files = kept.added.fields.files.split(",").filter((token) => !gone.includes(token)).join(",");
    }
    const held = [...form().querySelectorAll(".chosen [data-drop]")].map((button) => button.dataset.drop);
    const gone = sent ? (kept.posted.get("composer:files") || "").split(",") : held;
    form()
      .querySelector(".chosen")
      .append(...kept.lines.filter((line) => !gone.includes(line.querySelector("[data-drop]")?.dataset.drop || line.dataset.token)));
    restore(sent ? kept.added : { html: kept.now.html, fields: { ...kept.now.fields, mode: kept.added.fields.mode } });
    document.body.classList.add("composing");
    if (kept.focused) widget().editor.setSelection(widget().editor.getLength(), 0);
    return true;
  }

  /* 3 Modes --------------------------------------------------------------------------------------------------------------- */
  const outward = (each) => each === "PUBLIC" || each === "FORWARD";

  function pressed() {
    form()
      .querySelectorAll(".mode")
      .forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.mode === mode())));
    const addresses = form().querySelector("#addressees");
    addresses.hidden = !(mode() === "FORWARD" || addresses.dataset.open === "true");
    form().querySelector("[data-addressees]").setAttribute("aria-expanded", String(!addresses.hidden));
  }

  function setMode(next) {
    field("mode").value = next;
    form().dataset.mode = next;
    pressed();
    if (next === "FORWARD" && !field("to").value) field("to").focus();
    else form().querySelector(".ql-editor")?.focus();
    draft.touch();
  }

  function open(next) {
    document.body.classList.add("composing");
    form().classList.add("open");
    if (!outward(mode()) && outward(next) && written()) {
      const question = form().querySelector(".confirm-public");
      question.dataset.next = next;
      question.hidden = false;
      form().querySelector("[data-confirm='no']").focus();
    } else {
      setMode(next);
    }
  }

  function dressFields() {
    const box = form();
    box.dataset.by = field("by").value;
    const then = field("then").value;
    const waits = ["PENDING", "ON_HOLD", "POSTPONED"].includes(then);
    box.querySelector(".waiting-fields").hidden = !waits;
    box.querySelector(".wake-field").hidden = then !== "POSTPONED";
    box.querySelector(".later-field").hidden = !field("sendAt").value;
    const told = ["PHONE", "IN_PERSON"].includes(field("by").value); /* nothing is sent then */
    const send = field("send");
    const words = send.querySelector(".ui-button-text");
    if (words) words.textContent = told ? send.dataset.told : send.dataset.send;
    if (field("reviewer").value || field("question").value) box.querySelector(".review-field").hidden = false;
  }

  /* What is rendered anew needs its fields shown or hidden again. */
  function dress() {
    const box = form();
    dressFields();
    const editor = box.querySelector(".ql-editor");
    if (editor && !editor.dataset.dressed) {
      editor.dataset.dressed = "true";
      editor.setAttribute("aria-label", box.querySelector(".modes").getAttribute("aria-label"));
      editor.setAttribute("role", "textbox");
      editor.setAttribute("aria-multiline", "true");
    }
    bind();
    pressed();
    box.classList.toggle("open", document.body.classList.contains("composing") || written());
    const link = box.querySelector("[data-sign-in]");
    link.href = desk.words.root + "/sign-in.xhtml?to=" + encodeURIComponent(location.pathname + location.search);
  }

  /* The widget hands its text over only when it loses focus, and with lists in a form of its own: we want every change, in
     plain HTML. */
  function bind() {
    const editor = widget();
    if (!editor?.editor || editor.bound === editor.editor) return; /* drawn anew the widget is the same, its editor another */
    editor.bound = editor.editor;
    editor.getEditorValue = html;
    field("text_input").value = html();
    editor.editor.on("text-change", (delta, before, source) => {
      field("text_input").value = html();
      openPlaces();
      if (source === "user") draft.touch();
    });
    if (!goOn() && form().dataset.said === said) {
      const copy = draft.unsaved();
      if (copy && copy.html !== html()) restore(copy);
    }
    openPlaces();
  }

  /* By the keyboard one sends without leaving the editor: what the widget would hand over then is handed over now. */
  function handOver() {
    bind();
    if (widget()?.editor) field("text_input").value = html();
  }

  /* Places in ready-made words that nobody has filled: sending would be refused, so it is said at once. */
  function openPlaces() {
    const text = form().querySelector(".ql-editor")?.textContent || "";
    const names = [...text.matchAll(/\{\{\s*([^{}]{1,60}?)\s*\}\}/g)].map((match) => match[1]);
    const hint = form().querySelector(".open-places");
    hint.hidden = names.length === 0;
    hint.textContent = names.length ? hint.dataset.text.replace("{0}", [...new Set(names)].join(", ")) : "";
  }

  /* 4 Saying it ------------------------------------------------------------------------------------------------------------ */
  window.addEventListener("load", () => {
    window.jQuery(document).on("pfAjaxSuccess", (event, xhr, settings) => leaves(new URLSearchParams(settings?.data || "")));
  });

  document.addEventListener("desk:updated", () => {
    if (takingBack && takingBack !== form()) {
      takingBack = null;
      draft.handedOver(Number(form().dataset.revision)); /* what stood here went along and came back with the rest */
    } else if (takingBack) {
      takingBack.inert = false;
      takingBack = null;
    }
    if (form().dataset.said !== said) {
      said = form().dataset.said;
      draft.sent(Number(form().dataset.revision));
      document.body.classList.remove("composing");
    } else {
      draft.resume();
    }
    dress();
    const reason = field("reason"); /* refused for want of it: one goes on typing there */
    if (!reason.closest("[hidden]") && !reason.value && document.querySelector("#messages .message.error") && document.body.classList.contains("composing")) {
      reason.focus();
    }
  });

  let takingBack = null;

  function takeBack(id, kind = "held") {
    draft.hold();
    takingBack = form();
    window.takeBackReply([
      { name: kind, value: id },
      { name: "unsent", value: html() },
      { name: "files", value: field("files").value },
    ]);
    takingBack.inert = true; /* what comes back is put before the words that are there now */
    document.body.classList.add("composing");
  }

  window.undoSend = () => {
    const mine = document.querySelectorAll(".held[data-mine='true']:not(.stopped)");
    if (mine.length) takeBack(mine[mine.length - 1].dataset.held);
  };

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    const button = target.closest(".mode");
    if (button) open(button.dataset.mode);
    const confirm = target.closest("[data-confirm]");
    if (confirm) {
      const question = form().querySelector(".confirm-public");
      question.hidden = true;
      setMode(confirm.dataset.confirm === "yes" ? question.dataset.next : mode());
    }
    if (target.closest(".composer-close")) {
      document.body.classList.remove("composing");
      form().classList.remove("open");
    }
    if (target.closest("[data-addressees]")) {
      const addresses = form().querySelector("#addressees");
      addresses.dataset.open = String(addresses.hidden);
      pressed();
      if (!addresses.hidden) field("to").focus();
    }
    if (target.closest("[data-later]")) {
      const later = form().querySelector(".later-field");
      later.hidden = !later.hidden;
      if (later.hidden) field("sendAt").value = "";
      else field("sendAt").focus();
    }
    const review = target.closest("[data-review]");
    if (review) {
      const asked = form().querySelector(".review-field");
      asked.hidden = !asked.hidden;
      review.setAttribute("aria-expanded", String(!asked.hidden));
      if (!asked.hidden) field("reviewer").focus();
    }
    const up = target.closest("[data-take-up]");
    if (up) takeBack(up.dataset.takeUp, "shared");
    const back = target.closest("[data-take-back]");
    if (back) takeBack(back.dataset.takeBack);
    const now = target.closest("[data-send-now]");
    if (now) window.sendHeldNow([{ name: "held", value: now.dataset.sendNow }]);
  }, true);

  document.addEventListener("focusin", (event) => {
    if (event.target instanceof Element && event.target.closest("#composer .ql-editor")) {
      bind(); /* drawn anew it may have been ready only after the page was */
      form().classList.add("open");
      if (!small.matches) document.body.classList.add("composing");
    }
  });

  document.addEventListener("input", (event) => {
    if (event.target instanceof Element && event.target.closest("#composer") && event.target.id) draft.touch();
  });

  document.addEventListener("change", (event) => {
    if (event.target === field("then") || event.target === field("by")) dress();
    if (event.target instanceof Element && event.target.closest("#composer")) {
      draft.touch();
    }
  });

  document.addEventListener("keydown", (event) => {
    const inside = document.activeElement?.closest("#composer");
    if (inside && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      if (event.shiftKey && mode() === "PUBLIC") {
        field("then").value = "RESOLVED";
        dress();
      }
      handOver();
      document.getElementById("composer:" + BUTTONS[mode()]).click();
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || desk.typing(document.activeElement)) return;
    if (KEYS[event.key]) open(KEYS[event.key]);
    else if (event.key === "/") document.querySelector("[data-canned]").click();
    else if (event.key === "t") document.getElementById("head:take")?.click();
    else return;
    event.preventDefault();
  });

  desk.attach({
    form,
    field: () => field("files"),
    changed: draft.touch,
    sends: (button) => Object.values(BUTTONS).some((name) => button.id === "composer:" + name),
    sending: draft.hold,
    opened: () => form().classList.add("open"),
  });

  window.desk.composer = { editor: () => widget()?.editor, touch: draft.touch, ticket: () => document.getElementById("facts").dataset.ticket };
  dress();
  /* the editor starts when the document is complete */
  window.addEventListener("load", dress);
})();
