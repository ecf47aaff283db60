/* Tickets side by side: each one that is opened gets a tab in this window until it is closed. What is typed on each is kept
   by its draft, so going from one to another loses nothing. */
(function () {
  "use strict";

  const strip = document.getElementById("tabs");
  const facts = document.getElementById("facts");
  if (!strip || !facts) return;
  const KEY = "pilet.tabs";
  const MOST = 12;
  const here = strip.dataset.number;
  let tabs = JSON.parse(sessionStorage.getItem(KEY) || "[]");

  const keep = () => sessionStorage.setItem(KEY, JSON.stringify(tabs));
  const path = (number) => location.pathname + "?number=" + encodeURIComponent(number);

  const mine = { number: here, subject: strip.dataset.subject };
  const known = tabs.findIndex((tab) => tab.number === here);
  if (known < 0) tabs.push(mine);
  else tabs[known] = mine;
  if (tabs.length > MOST) tabs.splice(tabs.findIndex((tab) => tab.number !== here), 1);
  keep();

  function close(number) {
    const at = tabs.findIndex((tab) => tab.number === number);
    tabs = tabs.filter((tab) => tab.number !== number);
    keep();
    if (number !== here) return draw();
    const next = tabs[Math.min(at, tabs.length - 1)];
    const back = document.querySelector("[data-back]");
    location.href = next ? path(next.number) : back.href;
  }

  function draw() {
    strip.hidden = tabs.length < 2;
    strip.replaceChildren(
      ...tabs.map((tab) => {
        const item = document.createElement("span");
        item.className = "ticket-tab";
        const link = document.createElement("a");
        link.href = path(tab.number);
        link.dir = "auto";
        link.title = "#" + tab.number + " " + tab.subject;
        link.textContent = tab.subject;
        if (tab.number === here) link.setAttribute("aria-current", "page");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button quiet dense icon";
        button.setAttribute("aria-label", strip.dataset.close.replace("{0}", tab.number));
        button.innerHTML = '<i class="pi pi-times" aria-hidden="true"></i>';
        button.addEventListener("click", () => close(tab.number));
        item.append(link, button);
        return item;
      })
    );
    strip.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /* Alt and a digit leads to that tab, Alt+w closes this one. */
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const tab = /^Digit[1-9]$/.test(event.code) ? tabs[Number(event.code.slice(5)) - 1] : null;
    if (tab) location.href = path(tab.number);
    else if (event.code === "KeyW") close(here);
    else return;
    event.preventDefault();
  });
  draw();
})();
