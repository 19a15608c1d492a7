// Rows are chosen by tick boxes; what can be done with them stands in one bar.

import { rowKey } from "./table.js";
import { setText, t } from "./words.js";

const table = document.getElementById("table");
const bar = document.getElementById("actions");
const button = document.getElementById("choose");
export const mostChosen = 4;
export const chosen = new Set();

export const isChoosing = () => button.getAttribute("aria-pressed") === "true";

export function setChoosing(on) {
  button.setAttribute("aria-pressed", String(on));
  table.classList.toggle("choosing", on);
  if (on) addBoxes();
  else {
    for (const cell of table.querySelectorAll(".tick")) cell.remove();
    chosen.clear();
    if (bar.contains(document.activeElement)) button.focus();
  }
  showBar();
}

// A tick box for each row; rows that came since the last time have none.
export function addBoxes() {
  if (!isChoosing()) return;
  const head = table.tHead.rows[0];
  if (!head.querySelector(".tick")) {
    const cell = Object.assign(document.createElement("td"), { className: "tick" });
    head.prepend(cell);
  }
  for (const row of table.querySelectorAll("tbody tr")) {
    if (!row.querySelector(".tick")) row.prepend(box(row));
  }
  showBar();
}

function box(row) {
  const cell = Object.assign(document.createElement("td"), { className: "tick" });
  const input = Object.assign(document.createElement("input"), { type: "checkbox", checked: chosen.has(rowKey(row)) });
  input.setAttribute("aria-label", t("choose.row", { name: nameOf(row) }));
  input.addEventListener("change", () => {
    if (input.checked) chosen.add(rowKey(row)); else chosen.delete(rowKey(row));
    showBar();
  });
  cell.append(input);
  return cell;
}

export function nameOf(row) {
  const rank = row.querySelector(".rank").textContent;
  return row.querySelector("bdi")?.textContent ?? t("border.name", { rank });
}

function showBar() {
  bar.hidden = !isChoosing();
  setText(bar.querySelector("output"), t("choose.count", { n: chosen.size }));
  for (const input of table.querySelectorAll(".tick input")) {
    const key = rowKey(input.closest("tr"));
    input.checked = chosen.has(key);
    input.disabled = !input.checked && chosen.size >= mostChosen;
  }
  for (const action of bar.querySelectorAll("button[data-least]")) {
    action.disabled = chosen.size < Number(action.dataset.least) || chosen.size > Number(action.dataset.most ?? mostChosen);
  }
}

button.addEventListener("click", () => setChoosing(!isChoosing()));
document.addEventListener("edition", addBoxes);
