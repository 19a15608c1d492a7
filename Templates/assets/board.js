// Keeps the page of a board in step with its editions. The page is complete without it.
// Documents: latest.json, names/<hash>.json, forecast/<hash>.json and manifest.json, as Docs/editions.md describes them.

import { showForecast, showNow } from "./forecast.js";
import { showState } from "./state.js";
import { keepEdition, showCoverage, showRows, shownPlayers } from "./table.js";
import { age, clock, say, setText, t } from "./words.js";
import "./tools.js";

const main = document.getElementById("board");
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
let known = { players: shownPlayers(), names: null };

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
    if (latest.v !== documentVersion) return say(t("status.version"));
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

async function show(latest) {
  if (latest.names !== shown.names) {
    known = (await load(`${folder}names/${latest.names}.json`, "force-cache")).document;
  }
  const forecast = latest.forecast && latest.forecast !== shown.forecast
    ? (await load(`${folder}forecast/${latest.forecast}.json`, "force-cache")).document : null;
  Object.assign(shown, { slot: latest.slot, next: latest.next, names: latest.names });
  main.dataset.slot = latest.slot;
  // Who looks at the past goes on looking at it: the newest edition waits.
  const isPast = main.classList.contains("travelling");
  if (!isPast) showCoverage(latest.windows);
  const changes = isPast ? keepEdition(latest, known) : showRows(latest, known);
  showNow(latest);
  const fits = !forecast || showForecast(forecast, latest);
  if (forecast && fits) shown.forecast = latest.forecast;
  if (!isPast) showState(latest);
  const news = t("status.changed", { time: clock(latest.slot), n: changes });
  if (!isPast) say(fits ? news : `${news} ${t("status.forecast")}`);
}

function showAge() {
  const element = document.getElementById("age");
  const isOld = shown.next !== null && now() > shown.next * 1000 + delay + oldAfter;
  element.hidden = !isOld;
  if (isOld) {
    const minutes = Math.floor((now() - shown.slot * 1000) / 60_000);
    const words = { age: minutes < 120 ? t("age.minutes", { n: minutes }) : age(minutes) };
    setText(element, isLive ? t("status.old", words) : t("status.old.paused", words));
  }
}

// Start

const button = document.getElementById("live");
button?.classList.add("ready");
button?.addEventListener("click", () => {
  isLive = !isLive;
  button.setAttribute("aria-pressed", String(isLive));
  say(isLive ? "" : t("status.paused"));
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
