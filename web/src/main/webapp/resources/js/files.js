/* Files of a form: chosen, dropped anywhere, or pasted; each is sent at once and stands in a hidden field by its token. */
(function () {
  "use strict";

  /*
   * form, field: give the form and the hidden field of this moment, for they may be rendered anew; changed: after the
   * files have; sends: whether a button sends the form; sending: before it does; opened: when something is dropped.
   */
  function attach({ form, field, changed, sends, sending, opened }) {
    let waiting = null;

    function tokens() {
      return field().value ? field().value.split(",") : [];
    }

    /* Whoever sends while a file is still on its way means to send that file, too. */
    document.addEventListener(
      "click",
      (event) => {
        const target = event.target instanceof Element ? event.target : document.body;
        const button = target.closest("button, input[type=submit]");
        if (!button || !form()?.contains(button)) return;
        if (button.closest(".chosen")) {
          field().value = tokens()
            .filter((each) => each !== button.dataset.drop)
            .join(",");
          const line = button.closest("li");
          line.remove();
          forget(line);
          changed();
          release();
        } else if (sends(button) && form().querySelector(".chosen .waiting")) {
          event.preventDefault();
          event.stopImmediatePropagation();
          waiting = button.id;
          button.setAttribute("aria-busy", "true");
        } else if (sends(button)) {
          sending();
        }
      },
      true
    );

    function forget(line) {
      const local = line.querySelector("[data-local]")?.dataset.local;
      if (local) URL.revokeObjectURL(local);
    }

    function release(refused) {
      if (!waiting || (!refused && form().querySelector(".chosen .waiting"))) return;
      const button = document.getElementById(waiting);
      waiting = null;
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
            field().value = [...tokens(), told.token].join(",");
            line.querySelector("button").dataset.drop = told.token;
            arrived(line.querySelector(".file-open"), file, address + "?token=" + told.token);
            changed();
          }
          release();
        } catch (refused) {
          line.remove();
          forget(line);
          release(true);
          desk.toast(refused instanceof TypeError ? desk.words.offline : refused.message);
        }
      }
    }

    function row(file) {
      const line = document.createElement("li");
      line.className = "file waiting";
      const drop = document.createElement("button");
      drop.type = "button";
      drop.className = "button quiet dense icon";
      drop.setAttribute("aria-label", desk.words.remove + ": " + file.name);
      const cross = document.createElement("i");
      cross.className = "pi pi-times";
      cross.setAttribute("aria-hidden", "true");
      drop.append(cross);
      line.append(desk.look(file), drop);
      form().querySelector(".chosen").append(line);
      return line;
    }

    /* From now on it can be opened; what may not be shown under our address is saved, as files of messages are. */
    function arrived(link, file, path) {
      if (link.dataset.local) desk.leadTo(link, path + "&inline=true");
      else {
        link.href = path;
        link.download = file.name;
      }
    }

    document.addEventListener("change", (event) => {
      const picker = event.target instanceof Element ? event.target.closest("[data-upload]") : null;
      if (picker && form()?.contains(picker)) {
        upload(Array.from(picker.files));
        picker.value = "";
      }
    });
    document.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files") && form()) {
        event.preventDefault();
        opened();
        form().classList.add("dropping");
      }
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) form()?.classList.remove("dropping");
    });
    document.addEventListener(
      "drop",
      (event) => {
        if (event.dataTransfer?.files.length && form()) {
          event.preventDefault();
          event.stopPropagation();
          form().classList.remove("dropping");
          upload(Array.from(event.dataTransfer.files));
        }
      },
      true
    );
    document.addEventListener(
      "paste",
      (event) => {
        const files = Array.from(event.clipboardData?.files || []);
        const inside = event.target instanceof Element && form()?.contains(event.target);
        const picture = files.every((file) => file.type.startsWith("image/"));
        const editor = inside && event.target.closest(".ql-editor");
        if (inside && files.length > 0 && !(editor && picture)) {
          event.preventDefault();
          event.stopPropagation();
          upload(files);
        }
      },
      true
    );
  }

  window.desk.attach = attach;

  /* Plain forms say by an attribute that they take files. */
  document.querySelectorAll("form[data-attach]").forEach((box) => {
    const field = box.querySelector("[data-files-field]");
    attach({
      form: () => box,
      field: () => field,
      changed: () => box.dispatchEvent(new Event("change")),
      sends: (button) => button.type === "submit",
      sending: () => {},
      opened: () => {},
    });
  });
})();
