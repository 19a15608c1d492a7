// Rows side by side in windows of their own, that move and resize by pointer and by keyboard.

import { drawChart } from "./chart.js";
import { nameOf } from "./choose.js";
import { fanOf } from "./forecast.js";
import { seriesOf } from "./series.js";
import { edition, rowsOf } from "./table.js";
import { average, clock, gainWords, number, range, setText, short, shortDate, t } from "./words.js";

const data = document.getElementById("board").dataset;
const scale = Number(data.scale);
const mostWindows = 4;
const stride = 24;               // pixels that an arrow key moves
const open = new Map();          // windows by what they compare
let front = 10;

export const compared = () => [...open.keys()].at(-1)?.split(" ") ?? [];

export async function compare(keys) {
  const id = keys.join(" ");
  if (open.has(id)) return raise(open.get(id));
  if (open.size >= mostWindows) close([...open.keys()][0]);
  const dialog = document.getElementById("compare-window").content.firstElementChild.cloneNode(true);
  document.body.append(dialog);
  open.set(id, dialog);
  dialog.querySelector(".close").addEventListener("click", () => close(id));
  dialog.addEventListener("keydown", (event) => { if (event.key === "Escape") close(id); });
  moves(dialog);
  dialog.show();
  // Whole in view where there is room, as on a phone.
  const { width, height } = dialog.getBoundingClientRect();
  place(dialog, Math.min(40 + 28 * open.size, innerWidth - width), Math.min(60 + 28 * open.size, innerHeight - height));
  raise(dialog);
  await fill(dialog, keys);
}

export function close(id) {
  open.get(id)?.remove();
  open.delete(id);
  document.getElementById("choose").focus();
}

async function fill(dialog, keys) {
  const { latest, known } = await edition();
  const rows = new Map(rowsOf(latest, known).map((row) => [row.key, row]));
  const names = keys.map((key) => {
    const row = document.querySelector(`#table tbody tr[data-key="${CSS.escape(key)}"]`);
    return row ? nameOf(row) : t("pins.somebody");
  });
  setText(dialog.querySelector("h2"), names.join(" · "));
  const body = dialog.querySelector("tbody");
  const cells = keys.map((key, place) => {
    const row = rows.get(key);
    const element = body.insertRow();
    const head = Object.assign(document.createElement("th"), { scope: "row" });
    const name = Object.assign(document.createElement("bdi"), { textContent: names[place], translate: false });
    head.append(Object.assign(document.createElement("i"), { className: `swatch line-${place}` }), name);
    element.append(head);
    const values = row ? [number(row.rank, 1), number(row.score, scale), ...row.gains.map((gain) => gainWords(gain, scale, false)),
      average(row.score / scale, latest), row.games ?? "–"] : [];
    for (const value of values) element.insertCell().textContent = value;
    const then = element.insertCell();
    then.className = "then";
    return then;
  });
  const fans = await fansOf(keys, latest);
  if (fans.some((fan) => fan)) addFinals(dialog, cells, fans);
  const head = dialog.querySelector(".then-head");
  const plot = dialog.querySelector(".plot");
  let points;
  try {
    points = await Promise.all(keys.map((key) => latest.series ? seriesOf(data.folder, latest.series, key) : []));
  } catch {
    // As offline: the numbers above the lines are there all the same.
    setText(plot, t("compare.failed"));
    return;
  }
  drawChart(plot, {
    series: keys.map((key, place) => ({ name: names[place], points: points[place].map(([time, score]) => [time, score === null ? null : score / scale]), fan: fans[place] })),
    label: t("compare.chart", { names: names.join(", ") }),
    values: (time, values, isAhead) => {
      setText(head, `${shortDate(time)}, ${clock(time)}${isAhead ? ` ${t("compare.forecast")}` : ""}`);
      values.forEach((value, place) => setText(cells[place], value === null ? "–" : short(value)));
    },
  });
}

// What each border is forecast to come to; nothing of players.
async function fansOf(keys, latest) {
  const ranks = keys.map((key) => Number(/^b(\d+)$/.exec(key)?.[1]));
  if (!latest.forecast || !ranks.some(Boolean)) return keys.map(() => null);
  let forecast;
  try {
    forecast = await (await fetch(`${data.folder}forecast/${latest.forecast}.json`)).json();
  } catch {
    // Without it, as offline, the lines are worth showing still.
    return keys.map(() => null);
  }
  return ranks.map((rank) => rank ? fanOf(forecast.borders.find((border) => border.rank === rank), forecast) : null);
}

// The final scores in the table, which is the chart's twin.
function addFinals(dialog, cells, fans) {
  const head = dialog.querySelector(".then-head");
  head.before(Object.assign(document.createElement("th"), { scope: "col", textContent: t("forecasts.final") }));
  fans.forEach((fan, place) => {
    const cell = document.createElement("td");
    const end = fan?.at(-1);
    if (end) cell.append(short(end.median), Object.assign(document.createElement("small"), { textContent: range(end.low, end.high) }));
    else cell.textContent = "–";
    cells[place].before(cell);
  });
}

function raise(dialog) {
  front += 1;
  dialog.style.zIndex = String(front);
  dialog.querySelector(".grip").focus();
}

function place(dialog, left, top) {
  const most = { left: innerWidth - 80, top: innerHeight - 60 };
  dialog.style.left = `${Math.min(Math.max(left, 0), most.left)}px`;
  dialog.style.top = `${Math.min(Math.max(top, 0), most.top)}px`;
}

function size(dialog, width, height) {
  dialog.style.width = `${Math.min(Math.max(width, 280), innerWidth)}px`;
  dialog.style.height = `${Math.min(Math.max(height, 240), innerHeight)}px`;
}

// By the grip: a pointer drags, arrow keys move, with Shift they resize.
function moves(dialog) {
  const grip = dialog.querySelector(".grip");
  grip.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: [-stride, 0], ArrowRight: [stride, 0], ArrowUp: [0, -stride], ArrowDown: [0, stride] }[event.key];
    if (!by) return;
    event.preventDefault();
    const box = dialog.getBoundingClientRect();
    if (event.shiftKey) size(dialog, box.width + by[0], box.height + by[1]);
    else place(dialog, box.left + by[0], box.top + by[1]);
  });
  grip.addEventListener("pointerdown", (event) => {
    const box = dialog.getBoundingClientRect();
    const from = { x: event.clientX - box.left, y: event.clientY - box.top };
    grip.setPointerCapture(event.pointerId);
    const move = (moved) => place(dialog, moved.clientX - from.x, moved.clientY - from.y);
    grip.addEventListener("pointermove", move);
    grip.addEventListener("lostpointercapture", () => grip.removeEventListener("pointermove", move), { once: true });
  });
  dialog.addEventListener("pointerdown", () => { front += 1; dialog.style.zIndex = String(front); });
}
