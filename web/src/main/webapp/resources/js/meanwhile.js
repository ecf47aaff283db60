/*
 * What somebody types or chooses in the head or the panel while an answer is on its way. The answer draws these parts anew,
 * and a change that waits to be sent takes its value from the page only then: it would leave empty, or not at all. So what
 * the answered gesture did not bring to the server is put back into what was drawn.
 */
(function () {
  "use strict";

  const FIELDS = ["#head", "#properties", "#team", "#assets", "#links"]
    .map((part) => `${part} :is(input, textarea, select)[id]`)
    .join();
  const overtaken = document.getElementById("here").dataset.overtaken;
  const isBox = (field) => field.type === "checkbox" || field.type === "radio";

  /* As the server drew it; where no option was named, a choice stands on its first one. */
  function drawn(field) {
    if (isBox(field)) return field.defaultChecked;
    if (field.tagName !== "SELECT") return field.defaultValue;
    return (Array.from(field.options).find((each) => each.defaultSelected) || field.options[0])?.value;
  }
  const value = (field) => (isBox(field) ? field.checked : field.value);
  const isTouched = (field) => !["hidden", "submit", "button", "file"].includes(field.type) && value(field) !== drawn(field);

  /* Whether the gesture brought this very value to the server: then the server's word holds. */
  function isBrought(field, posted) {
    const executed = (posted.get("jakarta.faces.partial.execute") || "").split(" ");
    const within = executed.some((id) => id === "@all" || (id && document.getElementById(id)?.contains(field)));
    return within && (isBox(field) || posted.get(field.name) === field.value);
  }

  const sourceOf = (request) => (typeof request.source === "string" ? request.source : request.source?.id);

  let kept = [];

  function keep(posted) {
    kept = Array.from(document.querySelectorAll(FIELDS))
      .filter((field) => isTouched(field) && !isBrought(field, posted))
      .map((field) => ({
        field,
        was: drawn(field),
        value: value(field),
        open: field === document.activeElement,
        waits: (window.PrimeFaces.ajax.Queue.requests || []).some((each) => sourceOf(each) === field.id),
        start: field.selectionStart,
        end: field.selectionEnd,
      }));
  }

  function putBack() {
    const all = kept;
    kept = [];
    all.filter((each) => !each.field.isConnected).forEach((each) => {
      const field = document.getElementById(each.field.id);
      if (!field || field.disabled || drawn(field) !== each.was) {
        /* gone, or a colleague's value stands there now: that is not overwritten unseen */
        if ((each.open || each.waits) && !isBox(each.field) && each.value !== field?.value) desk.toast(overtaken.replace("{0}", shown(each.field)));
        return;
      }
      if (isBox(field)) field.checked = each.value;
      else field.value = each.value;
      if (!each.open) return;
      field.focus({ preventScroll: true });
      if (each.start !== null && field.setSelectionRange && field.type === "text") field.setSelectionRange(each.start, each.end);
      field.dataset.typed = "true";
    });
  }

  const shown = (field) => (field.tagName === "SELECT" ? field.selectedOptions[0]?.textContent : field.value) || "";

  /* A value that a script has put in is no change to the browser: leaving the field says it in its place. */
  document.addEventListener("change", (event) => {
    if (event.target instanceof Element) event.target.removeAttribute("data-typed");
  }, true);
  document.addEventListener("focusout", (event) => {
    if (!(event.target instanceof Element) || !event.target.dataset.typed) return;
    event.target.removeAttribute("data-typed");
    if (event.target.isConnected && isTouched(event.target)) event.target.dispatchEvent(new Event("change", { bubbles: true }));
  });

  window.addEventListener("load", () => {
    window
      .jQuery(document)
      .on("pfAjaxSuccess", (event, xhr, settings) => keep(new URLSearchParams(settings?.data || "")))
      .on("pfAjaxUpdated", putBack);
  });
})();
