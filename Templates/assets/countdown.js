// Keeps every countdown of a page running. Without this script they show the time left at the page's slot.

import { length } from "./words.js";

function update() {
  // The board's script finds out by how much this device's clock is wrong.
  const now = Date.now() + Number(document.documentElement.dataset.clockOffset ?? 0);
  for (const element of document.querySelectorAll("[data-target]")) {
    if (!element.dataset.target) continue;
    const text = length(Number(element.dataset.target) * 1000 - now);
    const strong = element.querySelector("strong");
    if (strong.textContent !== text) strong.textContent = text;
  }
}

update();
setInterval(update, 1000);
