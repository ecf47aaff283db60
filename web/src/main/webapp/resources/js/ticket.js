/* The ticket's page: goes to the newest words, hears the desk's news, and minds the composer. */
(function () {
  "use strict";

  const facts = document.getElementById("facts");
  const ticket = facts.dataset.ticket;
  const small = window.matchMedia("(max-width: 720px)");
  const form = () => document.getElementById("composer");
  const field = (name) => document.getElementById("composer:" + name);

  /* 1 The thread ----------------------------------------------------------------------------------------------------- */
  const thread = () => document.getElementById("thread");
  let following = true;

  function toNewest() {
    const box = thread();
    box.scrollTop = box.scrollHeight;
  }

  thread().addEventListener(
    "scroll",
    () => {
      const box = thread();
      following = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
    },
    true
  );
  const linked = location.hash && document.querySelector(location.hash.replace(/[^#\w-]/g, ""));
  if (linked) linked.scrollIntoView();
  else toNewest();
  thread().addEventListener("load", () => following && toNewest(), true);

  /* Pictures of the web come through the server, and only when somebody asks for them. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".show-pictures");
    if (!button) return;
    const card = button.closest(".message-card");
    card.querySelectorAll("img[data-picture]").forEach((image) => {
      image.src = image.dataset.picture;
      image.removeAttribute("data-picture");
    });
    card.querySelector(".message-body").focus?.();
    button.closest(".held").remove();
  });

  /* 2 News: while somebody is in a control of the head or the panel, only the thread is asked for again. -------------------- */
  let missed = false;
  const isBusy = () => Boolean(document.activeElement?.closest("#head, #properties"));
  const news = desk.debounce(() => {
    missed = isBusy();
    if (missed) window.reloadThread();
    else window.reloadTicket();
  }, 400);

  /* Asked by the answer to reloadTicket: true throws it away, when somebody has begun to type while it was on its way. */
  window.isTypingNow = () => {
    missed = isBusy();
    return missed;
  };
  document.addEventListener("focusout", () => {
    if (missed) news();
  });

  document.addEventListener("desk:live", (event) => {
    if (String(event.detail.ticket) === ticket) news();
  });

  document.addEventListener("desk:updated", () => {
    if (following) toNewest();
    dress();
  });

  /* 3 The composer ------------------------------------------------------------------------------------------------------- */
  function mode() {
    return field("mode").value;
  }

  function written() {
    const editor = form()?.querySelector(".ql-editor");
    return editor ? editor.textContent.trim() !== "" || editor.querySelector("img") !== null : false;
  }

  function setMode(next) {
    field("mode").value = next;
    form().dataset.mode = next;
    form()
      .querySelectorAll(".mode")
      .forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.mode === next)));
    focusEditor();
    saveSoon();
  }

  function focusEditor() {
    form().querySelector(".ql-editor")?.focus();
  }

  function open(next) {
    document.body.classList.add("composing");
    form().classList.add("open");
    if (mode() === "INTERNAL" && next === "PUBLIC" && written()) {
      form().querySelector(".confirm-public").hidden = false;
      form().querySelector("[data-confirm='no']").focus();
    } else {
      setMode(next);
    }
  }

  /* What is rendered anew needs its fields shown or hidden again. */
  function dress() {
    const box = form();
    if (!box) return;
    const then = field("then").value;
    const waits = ["PENDING", "ON_HOLD", "POSTPONED"].includes(then);
    box.querySelector(".waiting-fields").hidden = !waits;
    box.querySelector(".wake-field").hidden = then !== "POSTPONED";
    const editor = box.querySelector(".ql-editor");
    if (editor && !editor.dataset.dressed) {
      editor.dataset.dressed = "true";
      editor.setAttribute("aria-label", box.querySelector(".modes").getAttribute("aria-label"));
      editor.setAttribute("role", "textbox");
      editor.setAttribute("aria-multiline", "true");
    }
    bind();
    box.classList.toggle("open", document.body.classList.contains("composing") || written());
  }

  /* The widget hands its text over only when it loses focus, and with lists in a form of its own: we want every change, in
     plain HTML. */
  function bind() {
    const widget = window.PrimeFaces?.widgets?.editor;
    if (!widget?.editor || widget.bound) return;
    widget.bound = true;
    widget.getEditorValue = () =>
      written() ? widget.editor.getSemanticHTML().replaceAll("&nbsp;", " ") : "";
    widget.editor.on("text-change", (delta, before, source) => {
      field("text_input").value = widget.getEditorValue();
      if (source === "user") {
        dirty = true;
        saveSoon();
      }
    });
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    const button = target.closest(".mode");
    if (button) open(button.dataset.mode);
    const confirm = target.closest("[data-confirm]");
    if (confirm) {
      form().querySelector(".confirm-public").hidden = true;
      setMode(confirm.dataset.confirm === "yes" ? "PUBLIC" : "INTERNAL");
    }
    if (target.closest(".composer-close")) {
      document.body.classList.remove("composing");
      form().classList.remove("open");
    }
    const drop = target.closest(".chosen button");
    if (drop) {
      field("files").value = tokens()
        .filter((each) => each !== drop.dataset.drop)
        .join(",");
      drop.closest("li").remove();
      release();
    }
  });

  document.addEventListener("focusin", (event) => {
    if (event.target instanceof Element && event.target.closest("#composer .ql-editor")) {
      form().classList.add("open");
      if (!small.matches) document.body.classList.add("composing");
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target === field("then")) dress();
    const picker = event.target instanceof Element ? event.target.closest("[data-upload]") : null;
    if (picker) {
      upload(Array.from(picker.files));
      picker.value = "";
    }
  });

  /* Drafts: two seconds after the last key. */
  let dirty = false;
  const saveSoon = desk.debounce(() => {
    if (!dirty || !form()) return;
    dirty = false;
    window.saveDraft();
    const state = form().querySelector(".draft-state");
    state.textContent = written() ? state.dataset.saved : "";
  }, 2000);

  window.addEventListener("beforeunload", (event) => {
    if (dirty && written()) event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    const inside = document.activeElement?.closest("#composer");
    if (inside && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      dirty = false;
      document.getElementById(mode() === "PUBLIC" ? "composer:send" : "composer:note").click();
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || desk.typing(document.activeElement)) return;
    if (event.key === "r") open("PUBLIC");
    else if (event.key === "n") open("INTERNAL");
    else if (event.key === "t") document.getElementById("head:take")?.click();
    else return;
    event.preventDefault();
  });

  /* Files: chosen, dropped or pasted; a pasted picture goes into the text where the cursor is, which the editor does. */
  function tokens() {
    return field("files").value ? field("files").value.split(",") : [];
  }

  let held = null;

  /* Whoever sends while a file is still on its way means to send that file, too. */
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target instanceof Element ? event.target.closest("#composer .button") : null;
      const sends = button && ["composer:send", "composer:note"].includes(button.id);
      if (!sends || !form().querySelector(".chosen .waiting")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held = button.id;
      button.setAttribute("aria-busy", "true");
    },
    true
  );

  function release(refused) {
    if (!held || (!refused && form().querySelector(".chosen .waiting"))) return;
    const button = document.getElementById(held);
    held = null;
    button.removeAttribute("aria-busy");
    if (!refused) button.click();
  }

  async function upload(files) {
    const address = form().querySelector("[data-upload]").dataset.upload;
    for (const [file, line] of files.map((each) => [each, row(each)])) {
      const body = new FormData();
      body.append("file", file, file.name);
      try {
        const answer = await fetch(address, { method: "POST", body });
        const told = await answer.json();
        if (!answer.ok) throw new Error(told.error);
        line.classList.remove("waiting");
        if (line.isConnected) {
          field("files").value = [...tokens(), told.token].join(",");
          line.querySelector("button").dataset.drop = told.token;
        }
        release();
      } catch (refused) {
        line.remove();
        release(true);
        desk.toast(refused instanceof TypeError ? desk.words.offline : refused.message);
      }
    }
  }

  function row(file) {
    const line = document.createElement("li");
    line.className = "file waiting";
    const icon = document.createElement("i");
    icon.className = "pi pi-paperclip";
    icon.setAttribute("aria-hidden", "true");
    const name = document.createElement("bdi");
    name.textContent = file.name;
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "button quiet dense icon";
    drop.setAttribute("aria-label", desk.words.dismiss);
    drop.textContent = "×";
    line.append(icon, name, drop);
    form().querySelector(".chosen").append(line);
    return line;
  }

  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      form()?.classList.add("open", "dropping");
    }
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form()?.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    if (event.dataTransfer?.files.length && form()) {
      event.preventDefault();
      event.stopPropagation();
      form().classList.remove("dropping");
      upload(Array.from(event.dataTransfer.files));
    }
  }, true);
  document.addEventListener(
    "paste",
    (event) => {
      const files = Array.from(event.clipboardData?.files || []);
      const inside = event.target instanceof Element && event.target.closest("#composer");
      if (inside && files.length > 0 && !files.every((file) => file.type.startsWith("image/"))) {
        event.preventDefault();
        event.stopPropagation();
        upload(files);
      }
    },
    true
  );

  /* Back to the very list one came from. */
  document.addEventListener("click", (event) => {
    const back = event.target instanceof Element && event.target.closest("[data-back]");
    if (back && document.referrer.includes("/agent/index.xhtml")) {
      event.preventDefault();
      history.back();
    }
  });

  dress();
  /* the editor starts when the document is complete */
  window.addEventListener("load", dress);
})();
