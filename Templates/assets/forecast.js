// The part of a board's page on where its borders will close, kept in step with the newest forecast.

import { clock, number, range, setText, short, shortDate, t } from "./words.js";
import { sums } from "./table.js";

const data = document.getElementById("board").dataset;
const scale = Number(data.scale);
const numbers = document.getElementById("forecast-table");
const need = document.getElementById("need");
const input = document.getElementById("my-score");
const hour = 3600;
// Final scores by rank, of the newest forecast: its document is read when the first score is typed or the next comes.
let finals = null;

// The scores that stand at the forecast's ranks now.
export function showNow(latest) {
  const scores = new Map();
  for (const part of [latest.entries, latest.borders]) {
    sums(part.rank_steps).forEach((rank, index) => { if (!scores.has(rank)) scores.set(rank, part.score[index]); });
  }
  for (const row of numbers?.tBodies[0].rows ?? []) {
    const score = scores.get(Number(row.dataset.rank));
    setField(row, "now", score === undefined ? "–" : short(score / scale));
  }
  showNeed(latest.slot);
}

// Whether the page has the parts that the forecast needs.
export function showForecast(forecast, latest) {
  const known = new Map(forecast.borders.filter((border) => border.final).map((border) => [border.rank, border]));
  // The first forecast, and the last, change what parts the page has.
  const fits = document.querySelectorAll(".chart").length === known.size && (forecast.caution ?? "") === (data.caution ?? "");
  if (!fits) return false;
  keep(forecast);
  for (const part of document.querySelectorAll(".chart")) {
    const { final } = known.get(Number(part.dataset.rank)) ?? {};
    if (final) for (const [field, level] of [["median", 3], ["low", 1], ["high", 5]]) setField(part, field, number(final[level], scale));
  }
  for (const image of document.querySelectorAll(".chart img")) {
    image.src = image.getAttribute("src").replace(/[0-9a-f]{16}(?=\.svg#)/, latest.forecast);
  }
  for (const row of numbers.tBodies[0].rows) showNumbers(row, known.get(Number(row.dataset.rank)), forecast);
  for (const [rank, { final }] of known) {
    const name = document.querySelector(`#table tr[data-key="b${rank}"] .name`);
    if (name) showBorder(name, final);
  }
  const soon = document.getElementById("soon");
  if (soon) setText(soon, clock(forecast.made + hour));
  const note = document.getElementById("made");
  if (note) setText(note, t("forecasts.made", { time: clock(forecast.made), date: shortDate(forecast.made) }));
  return true;
}

function setField(part, field, text) {
  for (const element of part.querySelectorAll(`[data-field="${field}"]`)) setText(element, text);
}

function showNumbers(row, border, forecast) {
  if (!border) return;
  const { final } = border;
  setField(row, "median", short(final[3] / scale));
  setField(row, "band", range(final[1] / scale, final[5] / scale));
  const hold = border.speed === null ? "–" : range(border.speed / scale, Math.max(border.speed, border.safe_speed) / scale);
  row.querySelector('[data-field="hold"]').dataset.hold = hold;
  setField(row, "hold", hold);
  const soon = medianAt(forecast.made + hour, border, forecast);
  setField(row, "soon", soon === null ? "–" : short(soon / scale));
}

// The median of the score at an instant, linear between the steps of the path.
export function medianAt(instant, { now, path }, { made }) {
  if (!path || now === null) return null;
  let before = { at: made, score: now };
  for (const [place, score] of sums(path.median).entries()) {
    const step = { at: path.from + place * path.every, score };
    if (step.at >= instant && instant >= before.at) {
      return before.score + Math.round((step.score - before.score) * (instant - before.at) / Math.max(step.at - before.at, 1));
    }
    before = step;
  }
  return null;
}

// The way of a border to the end, in points, with the band of four in five; nothing where there is no forecast.
export function fanOf(border, { ends }) {
  if (!border?.final) return null;
  const step = (time, low, median, high) => ({ time, low: low / scale, median: median / scale, high: high / scale });
  if (!border.path) return [step(ends, border.final[1], border.final[3], border.final[5])];
  const [lows, medians, highs] = [border.path.low, border.path.median, border.path.high].map(sums);
  return medians.map((median, place) => step(border.path.from + place * border.path.every, lows[place], median, highs[place]));
}

function showBorder(name, final) {
  const forecast = document.getElementById("border-forecast").content.cloneNode(true);
  setText(forecast.querySelector("b"), short(final[3] / scale));
  setText(forecast.querySelector(".band"), range(final[1] / scale, final[5] / scale));
  name.replaceChildren(forecast);
}

// What somebody with a score of their own needs

function keep(forecast) {
  finals = new Map(forecast.borders.filter((border) => border.final).map((border) => [border.rank, border.final]));
}

async function loadForecast() {
  const response = await fetch(`${data.folder}forecast/${data.forecast}.json`);
  if (!response.ok) throw new Error(`the forecast: ${response.status}`);
  keep(await response.json());
}

const wanted = () => Number(input.value.replace(/[^0-9.]/g, "")) || null;

// Points an hour from a score to a final one; 0 where it is reached already.
const speedTo = (final, score, hours) => Math.max(0, Math.ceil((final / scale - score) / hours));

function showNeed(slot) {
  if (!need || !numbers) return;
  const score = wanted();
  const hours = (Number(data.ends) - slot) / hour;
  for (const row of numbers.tBodies[0].rows) {
    const cell = row.querySelector('[data-field="hold"]');
    cell.dataset.hold ??= cell.textContent;
    const final = finals?.get(Number(row.dataset.rank));
    setText(cell, score === null || !final || hours <= 0
      ? cell.dataset.hold : range(speedTo(final[3], score, hours), speedTo(final[5], score, hours)));
  }
}

if (need && numbers && Number(data.ends) > Number(data.slot) && data.forecast) {
  need.classList.add("ready");
  input.addEventListener("input", async () => {
    if (finals === null) await loadForecast().catch(() => { /* The column stays what it was; the next letter tries again. */ });
    showNeed(Math.max(Number(data.slot), Math.floor(Date.now() / 60_000) * 60));
  });
}
