// Rows that are kept on top, on this device alone: players and borders of a game.

import { edition, isPlayer, rowsOf } from "./table.js";
import { number, setText, t } from "./words.js";

const main = document.getElementById("board");
const table = document.getElementById("table");
const scale = Number(main.dataset.scale);
const place = `borderline pins ${main.dataset.game}`;
const mostPins = 12;
let list = read();
const body = document.createElement("tbody");
body.className = "pins";

export const pinned = () => list.map((pin) => pin.key);

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "[]");
    return Array.isArray(kept) ? kept.filter((pin) => typeof pin?.key === "string").slice(0, mostPins) : [];
  } catch {
    return [];
  }
}

function write() {
  // Where nothing can be kept they last as long as the page.
  try { localStorage.setItem(place, JSON.stringify(list)); } catch { /* As said. */ }
}

export async function togglePin(key, name) {
  const without = list.filter((pin) => pin.key !== key);
  list = without.length < list.length ? without : [...list, { key, name }].slice(-mostPins);
  write();
  showPins(await edition());
}

// Pins that a link brings are added to those of the device.
export function addPins(keys) {
  for (const key of keys) if (!list.some((pin) => pin.key === key)) list.push({ key, name: null });
  list = list.slice(0, mostPins);
  write();
}

export function showPins({ latest, known }) {
  if (list.length === 0) return body.remove();
  if (!body.isConnected) table.tHead.after(body);
  const rows = rowsOf(latest, known);
  const present = new Map(rows.map((row) => [row.key, row]));
  const kept = new Map(Array.from(body.rows, (row) => [row.dataset.pin, row]));
  for (const pin of list) {
    const element = kept.get(pin.key) ?? newRow(pin.key);
    kept.delete(pin.key);
    fill(element, pin, present.get(pin.key), rows);
    body.append(element);
  }
  for (const gone of kept.values()) gone.remove();
}

function newRow(key) {
  const row = document.createElement("tr");
  row.dataset.pin = key;
  return row;
}

function fill(element, pin, row, rows) {
  const original = table.querySelector(`tbody:not(.pins) tr[data-key="${CSS.escape(pin.key)}"]`);
  const focused = element.contains(document.activeElement);
  if (original) {
    const copy = original.cloneNode(true);
    element.className = copy.className.replace("changed", "");
    element.replaceChildren(...Array.from(copy.children).filter((cell) => !cell.matches(".tick")));
    pin.name = original.querySelector("bdi")?.textContent ?? null;
  } else {
    const cells = table.tHead.rows[0].querySelectorAll(":scope > :not(.tick)").length;
    element.replaceChildren(...Array.from({ length: cells }, (_, index) => document.createElement(index === 0 ? "th" : "td")));
    element.cells[0].className = "num rank";
    element.cells[1].className = "move";
    element.cells[2].className = "name";
    element.cells[2].textContent = `${pin.name ?? t("pins.somebody")}: ${t("pins.absent")}`;
  }
  const name = element.querySelector(".name");
  if (row) name.append(gapNote(row, rows));
  name.prepend(removeButton(pin, focused));
}

// How far it is to the next border above, or, where none is, to the next rank.
function gapNote(row, rows) {
  const note = Object.assign(document.createElement("span"), { className: "gap" });
  const above = rows.filter((other) => other.rank < row.rank && other.score > row.score);
  const next = above.findLast((other) => !isPlayer(other.key)) ?? above.at(-1);
  setText(note, next ? t("pins.gap", { points: number(next.score - row.score, scale), rank: number(next.rank, 1) }) : "");
  return note;
}

function removeButton(pin, focused) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "unpin", textContent: "×" });
  button.setAttribute("aria-label", t("pins.remove", { name: pin.name ?? pin.key }));
  button.addEventListener("click", () => {
    togglePin(pin.key);
    document.getElementById("choose").focus();
  });
  if (focused) queueMicrotask(() => button.focus());
  return button;
}

document.addEventListener("edition", ({ detail }) => showPins(detail));
if (list.length > 0) edition().then(showPins);
