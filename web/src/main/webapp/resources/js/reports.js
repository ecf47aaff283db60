/* A chart is a picture: it is called what its figure is called; its table stands below. */
(function () {
  "use strict";

  document.querySelectorAll("figure[aria-label] canvas").forEach((canvas) => {
    canvas.setAttribute("aria-label", canvas.closest("figure").getAttribute("aria-label"));
  });
})();
