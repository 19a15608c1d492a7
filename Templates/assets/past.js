// Time travel: the board at any minute of its event, and a replay.

import { Past } from "./packs.js";
import { showState } from "./state.js";
import { edition, showCoverage, showRows } from "./table.js";
import { clock, setText, shortDate, t } from "./words.js";

const main = document.getElementById("board");
const data = main.dataset;
const panel = document.getElementById("travel-panel");
const slider = panel.querySelector("input[type=range]");
const output = panel.querySelector("output");
const field = panel.querySelector("input[type=datetime-local]");
const play = document.getElementById("replay");
const speed = document.getElementById("replay-speed");
const step = 200;                // ms between two pictures of a replay
const gainHours = [1, 3, 24];
const starts = Math.ceil(Number(data.starts) / 60);
const names = new Map();
let namesOf = null;              // the day whose names are known
let current = null;              // the minute shown; null: the newest
let timer = null;
let turn = 0;                    // of several requests under way the last one counts

export const travelled = () => current;
const newest = () => Math.floor(Number(data.slot) / 60);
const past = new Past(data.folder, () => Math.floor(newest() / 60));

export function openPast(minute = null) {
  panel.hidden = false;
  slider.min = String(starts);
  slider.max = String(newest());
  field.min = local(starts);
  field.max = local(newest());
  if (minute !== null) goTo(minute);
  else {
    slider.value = slider.max;
    say(newest());
  }
}

const local = (minute) => new Date(minute * 60_000).toISOString().slice(0, 16);

function say(minute) {
  setText(output, `${shortDate(minute * 60)}, ${clock(minute * 60)} UTC`);
  slider.setAttribute("aria-valuetext", output.textContent);
  // Who is typing goes on typing.
  if (document.activeElement !== field) field.value = local(minute);
}

async function goTo(wanted) {
  const minute = Math.min(Math.max(wanted, starts), newest());
  turn += 1;
  const mine = turn;
  current = minute;
  slider.value = String(minute);
  say(minute);
  main.classList.add("travelling");
  document.dispatchEvent(new CustomEvent("travel", { detail: { minute } }));
  try {
    const shown = await documentAt(minute);
    if (mine !== turn) return;
    show(shown, minute);
  } catch (error) {
    if (mine !== turn) return;
    main.classList.add("unknown");
    note(t("past.failed"));
  }
}

function show(shown, minute) {
  // What the table shows is of another minute then.
  main.classList.toggle("unknown", !shown);
  if (!shown) return note(t("past.unseen", { time: clock(minute * 60) }));
  note(shown.gap ? t("past.unseen", { time: clock(minute * 60) }) : "");
  // What became of an earlier minute says nothing of this one.
  showState({ ...shown, slot: minute * 60, outcome: shown.gap ? null : shown.outcome }, { isPast: true });
  showCoverage(shown.windows);
  showRows(shown, shown.known, { isPast: true });
}

function note(text) {
  const element = document.getElementById("travel-note");
  setText(element, text);
  element.hidden = text === "";
}

// The minute in the form of latest.json, with what the script knows of names.
async function documentAt(minute) {
  const state = await past.at(minute);
  if (state === undefined) return minuteDocument(minute);
  if (state === null) return null;
  const before = await Promise.all(gainHours.map((hours) => {
    const at = minute - hours * 60;
    return at < starts ? null : past.at(at);
  }));
  await loadNames(minute);
  const { latest } = await edition();
  const hour = await lastHour(minute);
  const known = { players: state.rows.map((row) => row.player), names: state.rows.map((row) => names.get(row.player)) };
  const gains = (rows, key) => gainHours.map((hours, place) => {
    const began = minute - hours * 60 < starts;
    const then = new Map((before[place]?.[key] ?? []).map((row) => [row.player ?? row.rank, row.score]));
    return rows.map((row) => {
      const old = began ? 0 : then.get(row.player ?? row.rank);
      return old === undefined ? null : row.score - old;
    });
  });
  const ranked = new Map((before[0]?.rows ?? []).map((row) => [row.player, row.rank]));
  const steps = (ranks) => ranks.map((rank, place) => rank - (ranks[place - 1] ?? 0));
  return {
    slot: minute * 60, as_of: state.lag === null ? null : (minute - state.lag) * 60, scale: Number(data.scale),
    starts: latest.starts, ends: latest.ends, announces: latest.announces, phase: state.phase, outcome: state.outcome, reason: state.reason,
    gap: state.gap, known,
    windows: gainHours.map((hours) => ({ hours, ...(hours === 1 ? hour.coverage : { seen: null, planned: null }) })),
    entries: {
      rank_steps: steps(state.rows.map((row) => row.rank)), player: state.rows.map((_, place) => place),
      score: state.rows.map((row) => row.score), idle: state.rows.map((row) => row.idle), gains: gains(state.rows, "rows"),
      climbed: state.rows.map((row) => ranked.has(row.player) ? ranked.get(row.player) - row.rank : null),
      games: state.rows.map((row) => hour.games.get(row.player) ?? null),
    },
    borders: {
      rank_steps: steps(state.borders.map((row) => row.rank)), score: state.borders.map((row) => row.score),
      idle: state.borders.map((row) => row.idle), gains: gains(state.borders, "borders"),
    },
  };
}

// A minute of the running hour has a document of its own.
async function minuteDocument(minute) {
  const latest = await past.minute(minute);
  if (!latest) return null;
  const known = await past.load(`names/${latest.names}.json`) ?? (await edition()).known;
  return { ...latest, known };
}

// Games of everyone who was on the board an hour before, by the rule of Activity.PlayedHour; and how much was seen.
async function lastHour(minute) {
  const first = Math.max(minute - 60, starts);
  const minutes = Array.from({ length: minute - first + 1 }, (_, place) => first + place);
  const states = await Promise.all(minutes.map((one) => past.at(one)));
  const startedWithin = minute - 60 < starts;
  const games = new Map();
  const scores = new Map();
  const coverage = { seen: 0, planned: 0 };
  states.forEach((state, place) => {
    const isFirst = place === 0 && !startedWithin;
    if (!isFirst) coverage.planned += 1;
    if (!state || state.gap || state.lag !== 0) return isFirst && state && begin(state);
    if (isFirst) return begin(state);
    coverage.seen += 1;
    for (const row of state.rows) {
      const before = scores.get(row.player) ?? (startedWithin ? 0 : Infinity);
      if (row.score > before) games.set(row.player, (games.get(row.player) ?? 0) + 1);
      scores.set(row.player, row.score);
    }
  });
  function begin(state) {
    for (const row of state.rows) {
      games.set(row.player, 0);
      scores.set(row.player, row.score);
    }
  }
  if (!startedWithin) {
    const there = new Set((states[0]?.rows ?? []).map((row) => row.player));
    for (const player of games.keys()) if (!there.has(player)) games.delete(player);
  }
  return { games, coverage };
}

// Names of that day, from the documents the series names.
async function loadNames(minute) {
  const { latest, known } = await edition();
  known.players.forEach((player, place) => { if (known.names?.[place]) names.set(player, known.names[place]); });
  const day = Math.floor(minute / 1440) * 86_400;
  if (namesOf === day || !latest.series) return;
  const series = await past.load(`series/${latest.series}.json`);
  const hash = [...series.days, series.today].find((one) => one.from <= minute * 60 && minute * 60 < one.from + 86_400)?.names;
  const found = hash && await past.load(`names/${hash}.json`);
  found?.players.forEach((player, place) => { if (found.names[place]) names.set(player, found.names[place]); });
  namesOf = day;
}

export async function backToNow() {
  stop();
  turn += 1;
  current = null;
  main.classList.remove("travelling", "unknown");
  note("");
  slider.value = slider.max;
  say(newest());
  const { latest, known } = await edition();
  showState(latest);
  showCoverage(latest.windows);
  showRows(latest, known);
  document.dispatchEvent(new CustomEvent("travel", { detail: { minute: null } }));
}

// Replay

function stop() {
  clearTimeout(timer);
  timer = null;
  play.setAttribute("aria-pressed", "false");
}

async function next() {
  if (timer === null) return;
  const minutes = Number(speed.value) * step / 1000;
  const minute = Number(slider.value) + Math.max(1, Math.round(minutes));
  if (minute > newest()) return stop();
  await goTo(minute);
  if (timer !== null) timer = setTimeout(next, Math.max(step, step / Math.max(minutes, 0.01)));
}

play.addEventListener("click", () => {
  if (timer !== null) return stop();
  play.setAttribute("aria-pressed", "true");
  if (Number(slider.value) >= newest()) slider.value = String(Math.max(starts, newest() - 1440));
  timer = setTimeout(next, 0);
});
slider.addEventListener("input", () => { stop(); goTo(Number(slider.value)); });
field.addEventListener("change", () => {
  const minute = Math.floor(Date.parse(`${field.value}Z`) / 60_000);
  // Half typed it may be any time, one before the event mostly.
  if (Number.isNaN(minute) || !field.validity.valid) return;
  stop();
  goTo(minute);
});
field.addEventListener("blur", () => { if (current !== null) field.value = local(current); });
for (const button of panel.querySelectorAll("[data-minutes]")) {
  button.addEventListener("click", () => { stop(); goTo(Number(slider.value) + Number(button.dataset.minutes)); });
}
document.getElementById("travel-now").addEventListener("click", backToNow);
