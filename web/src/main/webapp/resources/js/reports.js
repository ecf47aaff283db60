/* A chart is a picture: it is called what its figure is called; its table stands below. */
(function () {
  "use strict";

  /* The library writes nought as "0" whatever the language of its other numbers is. */
  const ticks = window.Chart && window.Chart.defaults.scales.linear.ticks;
  if (ticks) {
    const numeric = ticks.callback;
    ticks.callback = function (value, ...more) {
      return value === 0 ? new Intl.NumberFormat(this.chart.options.locale).format(0) : numeric.call(this, value, ...more);
    };
  }

  document.querySelectorAll("figure[aria-label] canvas").forEach((canvas) => {
    canvas.setAttribute("aria-label", canvas.closest("figure").getAttribute("aria-label"));
  });
})();
