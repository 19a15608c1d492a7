// Keeps every countdown of a page running. Without this script they show the time left at the page's slot. While a board is
// looked at as it was, its countdown stands still.

import { length } from "./words.js";

function update() {
  // The board's script finds out by how much this device's clock is wrong.
  const { at, clockOffset } = document.documentElement.dataset;
  const now = at ? Number(at) : Date.now() + Number(clockOffset ?? 0);
  for (const element of document.querySelectorAll("[data-target]")) {
    if (!element.dataset.target) continue;
    const text = length(Number(element.dataset.target) * 1000 - now);
    const strong = element.querySelector("strong");
    if (strong.textContent !== text) strong.textContent = text;
  }
}

update();
setInterval(update, 1000);
document.addEventListener("countdown", update);
