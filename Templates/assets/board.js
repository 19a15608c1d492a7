// Keeps the page of a board in step with its editions. The page is complete without it.
// Documents: latest.json, names/<hash>.json, forecast/<hash>.json and manifest.json, as Docs/editions.md describes them.

import { age, clock, displayName, gainWords, number, phases, range, reasonWords, removedPlayer, short, shortDate } from "./words.js";

const main = document.getElementById("board");
const table = document.getElementById("table");
const body = table.tBodies[0];
const folder = main.dataset.folder;

const documentVersion = 1;
const usualDelay = 5_000;        // ms from a slot to its edition, until the manifest says what it is
const spread = 5_000;            // ms over which viewers spread their requests
const firstRetry = 2_000;        // ms until the next try when the slot did not move
const longestRetry = 60_000;     // ms between tries at the most
const requestLimit = 15_000;     // ms that one request may take
const oldAfter = 90_000;         // ms after the expected edition from which the page says that it is old

const shown = {
  slot: Number(main.dataset.slot),
  next: main.dataset.next ? Number(main.dataset.next) : null,
  names: main.dataset.names,
  forecast: main.dataset.forecast,
};
let delay = usualDelay;
let clockOffset = 0;
let retries = 0;
let timer = null;
let isPolling = false;
let isLive = true;
// The newest names document. Until the first is read: the players of the page, as their places in it are by pseudonym.
let known = {
  players: Array.from(body.rows, (row) => row.dataset.key).filter((key) => /^[0-9a-f]{16}$/.test(key)).sort(),
  names: null,
};

const now = () => Date.now() + clockOffset;
// Requests

async function load(path, cache) {
  const response = await fetch(path, { cache, signal: AbortSignal.timeout(requestLimit) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return { response, document: await response.json() };
}

// A shared cache repeats the Date of the answer it keeps and says in Age how long ago that was.
function setClock(response) {
  const date = Date.parse(response.headers.get("Date") ?? "");
  if (Number.isNaN(date)) return;
  const age = Number(response.headers.get("Age") ?? 0) * 1000;
  const offset = date + age - Date.now();
  // The header counts whole seconds and the answer took time: less than two seconds is no error of the clock.
  clockOffset = Math.abs(offset) < 2_000 ? 0 : offset;
  window.document.documentElement.dataset.clockOffset = clockOffset;
}

async function loadDelay() {
  try {
    const { document } = await load(main.dataset.manifest, "default");
    delay = document.publication_delay_p90_ms ?? usualDelay;
  } catch { /* The usual delay will do. */ }
}

async function poll() {
  if (isPolling) return;
  isPolling = true;
  let moved = false;
  try {
    const { response, document: latest } = await load(`${folder}latest.json`, "no-cache");
    setClock(response);
    if (latest.v !== documentVersion) return say("This page is out of date. Reload it.");
    if (latest.slot > shown.slot) {
      await show(latest);
      moved = true;
    }
  } catch { /* The next try may work; until then the page says its age. */ } finally {
    isPolling = false;
    retries = moved ? 0 : retries + 1;
    plan();
  }
}

function plan() {
  clearTimeout(timer);
  if (!isLive || document.hidden || shown.next === null) return;
  const due = shown.next * 1000 + delay + Math.random() * spread - now();
  const retry = Math.min(firstRetry * 2 ** Math.max(0, retries - 1), longestRetry);
  timer = setTimeout(poll, due > 0 ? due : retries > 0 ? retry : 0);
}

// What is shown

const say = (text) => setText(document.getElementById("status"), text);

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

async function show(latest) {
  if (latest.names !== shown.names) {
    known = (await load(`${folder}names/${latest.names}.json`, "force-cache")).document;
  }
  const forecast = latest.forecast && latest.forecast !== shown.forecast
    ? (await load(`${folder}forecast/${latest.forecast}.json`, "force-cache")).document : null;
  Object.assign(shown, { slot: latest.slot, next: latest.next, names: latest.names });
  showCoverage(latest.windows);
  const changes = showRows(latest);
  const fits = !forecast || showForecast(forecast, latest);
  showFreshness(latest);
  showPhase(latest);
  say(`${clock(latest.slot)}: ${changes === 1 ? "1 score" : `${changes} scores`} changed.${fits ? "" : " There is a new forecast: reload the page to see it."}`);
}

function showCoverage(windows) {
  for (const window of windows) {
    const small = table.querySelector(`th[data-hours="${window.hours}"] small`);
    if (!small) continue;
    setText(small, `${window.seen}/${window.planned}`);
    small.classList.toggle("partial", window.seen * 20 < window.planned * 19);
  }
}

// The values of which these are the steps.
function sums(steps) {
  let sum = 0;
  return steps.map((step) => sum += step);
}

// Rows, in the order of the server's table: a border comes before the first entry that is ranked lower.
function rowsOf({ entries, borders, scale, slot }) {
  const entryRanks = sums(entries.rank_steps), borderRanks = sums(borders.rank_steps);
  const row = (part, index, rank, key, name) => ({
    key, name, rank, score: number(part.score[index], scale), scoredAt: slot - part.idle[index] * 60,
    gains: part.gains.map((column) => column[index]), idle: age(part.idle[index]),
  });
  const rows = [];
  let border = 0;
  const addBorder = () => {
    rows.push(row(borders, border, borderRanks[border], `b${borderRanks[border]}`, null));
    border += 1;
  };
  entryRanks.forEach((rank, index) => {
    while (border < borderRanks.length && borderRanks[border] < rank) addBorder();
    const place = entries.player[index];
    rows.push(row(entries, index, rank, known.players[place], known.names ? known.names[place] ?? removedPlayer : null));
  });
  while (border < borderRanks.length) addBorder();
  return rows;
}

function showRows(latest) {
  const present = new Map(Array.from(body.rows, (row) => [row.dataset.key, row]));
  let changes = 0;
  let place = body.firstElementChild;
  for (const row of rowsOf(latest)) {
    const element = present.get(row.key) ?? newRow(row.key);
    present.delete(row.key);
    if (showRow(element, row, latest.scale)) changes += 1;
    if (element === place) place = place.nextElementSibling;
    else body.insertBefore(element, place);
  }
  for (const gone of present.values()) gone.remove();
  document.getElementById("empty")?.toggleAttribute("hidden", body.rows.length > 0);
  return changes;
}

function newRow(key) {
  const template = document.getElementById(key.startsWith("b") && !/^[0-9a-f]{16}$/.test(key) ? "border-row" : "entry-row");
  const element = template.content.firstElementChild.cloneNode(true);
  element.dataset.key = key;
  return element;
}

function showRow(element, row, scale) {
  const score = element.querySelector(".score");
  const hasChanged = score.textContent !== row.score;
  setText(score, row.score);
  setText(element.querySelector(".rank"), number(row.rank, 1));
  if (row.name !== null) setText(element.querySelector("bdi"), displayName(row.name));
  element.querySelectorAll(".gain").forEach((cell, index) => {
    setText(cell, gainWords(row.gains[index], scale));
    cell.classList.toggle("still", !row.gains[index]);
  });
  const time = element.querySelector("time");
  setText(time, row.idle);
  time.dateTime = new Date(row.scoredAt * 1000).toISOString().replace(".000", "");
  element.classList.toggle("changed", hasChanged);
  return hasChanged;
}

function showForecast(forecast, latest) {
  const finals = new Map(forecast.borders.filter((border) => border.final).map((border) => [border.rank, border.final]));
  const charts = document.querySelectorAll(".chart");
  // The first forecast, and the last, change what parts the page has.
  if (charts.length !== finals.size || (forecast.caution ?? "") !== (main.dataset.caution ?? "")) return false;
  for (const part of document.querySelectorAll(".chart, #forecast-table tbody tr")) {
    const final = finals.get(Number(part.dataset.rank));
    if (final) showFinal(part, { median: final[3], low: final[1], high: final[5] }, latest.scale);
  }
  for (const image of document.querySelectorAll(".chart img")) {
    image.src = image.getAttribute("src").replace(/[0-9a-f]{16}(?=\.svg#)/, latest.forecast);
  }
  for (const [rank, final] of finals) {
    const name = body.querySelector(`tr[data-key="b${rank}"] .name`);
    if (name) showBorder(name, final, latest.scale);
  }
  const made = document.getElementById("made");
  const words = `Made at ${clock(forecast.made)} UTC on ${shortDate(forecast.made)}`;
  if (made) setText(made, made.textContent.replace(/^Made at .*? UTC on \d+ \w+/, words));
  shown.forecast = latest.forecast;
  return true;
}

function showFinal(part, values, scale) {
  for (const [field, value] of Object.entries(values)) {
    for (const element of part.querySelectorAll(`[data-field="${field}"]`)) setText(element, number(value, scale));
  }
}

function showBorder(name, final, scale) {
  const forecast = document.getElementById("border-forecast").content.cloneNode(true);
  setText(forecast.querySelector("b"), short(final[3] / scale));
  setText(forecast.querySelector(".band"), range(final[1] / scale, final[5] / scale));
  name.replaceChildren(forecast);
}

function showFreshness(latest) {
  const hour = latest.windows.find((window) => window.hours === 1);
  let words = latest.as_of === null ? "Nothing was seen of this board yet" : `Data of ${clock(latest.as_of, true)} UTC`;
  if (latest.as_of !== null && hour?.planned > 0) {
    words += `, ${hour.seen} of ${hour.planned} ${hour.planned > 30 ? "minutes" : "readings"} of the last hour seen`;
  }
  setText(document.getElementById("freshness"), words);
  const reason = reasonWords(latest);
  const trouble = document.getElementById("trouble");
  setText(trouble, reason);
  trouble.hidden = reason === "";
  const progress = document.querySelector("progress");
  if (progress) progress.value = latest.slot - latest.starts;
}

function showPhase(latest) {
  const phase = phases[latest.phase];
  const badge = document.querySelector("#countdown .badge");
  if (!phase || badge.classList.contains(latest.phase)) return;
  badge.className = `badge ${latest.phase}`;
  setText(badge, phase.words);
  const left = document.querySelector("#countdown .left");
  left.dataset.target = phase.target ? latest[phase.target] : "";
  if (!phase.target) setText(left.querySelector("strong"), "");
  setText(left.querySelector(".note"), phase.note ?? `Scoring ended on ${shortDate(latest.ends)} at ${clock(latest.ends)} UTC`);
  document.querySelector("progress")?.toggleAttribute("hidden", latest.phase !== "running");
}

function showAge() {
  const element = document.getElementById("age");
  const isOld = shown.next !== null && now() > shown.next * 1000 + delay + oldAfter;
  element.hidden = !isOld;
  if (isOld) {
    const minutes = Math.floor((now() - shown.slot * 1000) / 60_000);
    setText(element, `This page is ${minutes < 120 ? `${minutes} min` : age(minutes)} old: newer data has not come${isLive ? "" : ", for it is paused"}.`);
  }
}

// Start

const button = document.getElementById("live");
button.hidden = shown.next === null;
button.addEventListener("click", () => {
  isLive = !isLive;
  button.setAttribute("aria-pressed", String(isLive));
  say(isLive ? "" : "Paused.");
  retries = 0;
  if (isLive) poll(); else clearTimeout(timer);
});
document.addEventListener("visibilitychange", () => {
  retries = 0;
  plan();
  if (!document.hidden) showAge();
});
setInterval(showAge, 1000);
loadDelay().then(plan);
