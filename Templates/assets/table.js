// The table of a board. Rows are kept by key, so that focus, selection and scroll stay where they are.

import { age, average, climbOf, displayName, gainWords, number, playState, pointsPerGame, removedPlayer, setText, short } from "./words.js";

const main = document.getElementById("board");
const mostFlashes = 40;
const flashTime = 2_000;         // ms until a row may flash again
const table = document.getElementById("table");
const body = table.querySelector("tbody");
export const isPlayer = (key) => /^[0-9a-f]{16}$/.test(key);
// What a row is of, a pinned one too: a pseudonym, or "b1000".
export const rowKey = (row) => row.dataset.key ?? row.dataset.pin;

// Pseudonyms as places in the names document go: by pseudonym.
export const shownPlayers = () => Array.from(body.rows, (row) => row.dataset.key).filter(isPlayer).sort();

let onScreen = null;             // what the table shows, which may be of the past
let newest = null;               // the newest edition: latest.json, and the players and names it speaks of

// Remembers the newest edition without showing it.
export function keepEdition(latest, known) {
  newest = { latest, known };
  return 0;
}

// What the table shows, with names.
export async function screen() {
  return onScreen?.known.names ? onScreen : edition({ named: true });
}

// The newest edition; read where the script has not seen one yet.
export async function edition({ named = false } = {}) {
  if (newest && (!named || newest.known.names)) return newest;
  const load = async (path) => (await fetch(main.dataset.folder + path)).json();
  const latest = newest?.latest ?? await load("latest.json");
  const known = await load(`names/${latest.names}.json`);
  return newest = { latest, known };
}

export function showCoverage(windows) {
  for (const window of windows) {
    const small = table.querySelector(`th[data-hours="${window.hours}"] small`);
    if (!small) continue;
    setText(small, window.planned === null ? "" : `${window.seen}/${window.planned}`);
    small.classList.toggle("partial", window.seen * 20 < window.planned * 19);
  }
}

// The values of which these are the steps.
export function sums(steps) {
  let sum = 0;
  return steps.map((step) => sum += step);
}

// Rows, in the order of the server's table: a border comes before the first entry that is ranked lower.
export function rowsOf(latest, known) {
  const { entries, borders, slot } = latest;
  const entryRanks = sums(entries.rank_steps), borderRanks = sums(borders.rank_steps);
  const seesGames = entries.games !== undefined;
  const wereRanked = seesGames && entries.climbed.some((places) => places !== null);
  const row = (part, index, rank, key) => ({
    key, rank, score: part.score[index], idle: part.idle[index], scoredAt: slot - part.idle[index] * 60,
    gains: part.gains.map((column) => column[index]),
  });
  const rows = [];
  let border = 0;
  const addBorder = () => {
    rows.push(row(borders, border, borderRanks[border], `b${borderRanks[border]}`));
    border += 1;
  };
  entryRanks.forEach((rank, index) => {
    while (border < borderRanks.length && borderRanks[border] < rank) addBorder();
    const place = entries.player[index];
    rows.push({
      ...row(entries, index, rank, known.players[place]),
      name: known.names ? known.names[place] ?? removedPlayer : null,
      places: seesGames ? entries.climbed[index] : null,
      climb: climbOf(seesGames ? entries.climbed[index] : null, wereRanked),
      games: seesGames ? entries.games[index] : null,
    });
  });
  while (border < borderRanks.length) addBorder();
  return rows;
}

// Shows an edition, or a minute of the past; how many scores changed.
export function showRows(latest, known, { isPast = false } = {}) {
  onScreen = { latest, known };
  if (!isPast) newest = onScreen;
  const present = new Map(Array.from(body.rows, (row) => [row.dataset.key, row]));
  const changed = [];
  let place = body.firstElementChild;
  for (const row of rowsOf(latest, known)) {
    const element = present.get(row.key) ?? newRow(row.key);
    present.delete(row.key);
    if (showRow(element, row, latest)) changed.push(element);
    if (element === place) place = place.nextElementSibling;
    else body.insertBefore(element, place);
  }
  for (const gone of present.values()) gone.remove();
  // Where nearly all changed, as after a pause, nothing would stand out.
  if (changed.length <= mostFlashes) flash(changed);
  document.getElementById("empty")?.toggleAttribute("hidden", body.rows.length > 0);
  document.dispatchEvent(new CustomEvent("edition", { detail: { latest, known, isPast } }));
  return changed.length;
}

function flash(rows) {
  for (const row of rows) row.classList.add("changed");
  setTimeout(() => { for (const row of rows) row.classList.remove("changed"); }, flashTime);
}

function newRow(key) {
  const template = document.getElementById(isPlayer(key) ? "entry-row" : "border-row");
  const element = template.content.firstElementChild.cloneNode(true);
  element.dataset.key = key;
  const link = element.querySelector(".name a");
  if (link && main.dataset.players) link.href = `${main.dataset.players}${key}.html`;
  return element;
}

function showRow(element, row, latest) {
  const { scale } = latest;
  const score = element.querySelector(".score");
  const hasChanged = score.textContent !== number(row.score, scale);
  setText(score, number(row.score, scale));
  setText(element.querySelector(".rank"), number(row.rank, 1));
  element.querySelectorAll(".gain").forEach((cell, index) => {
    setText(cell, gainWords(row.gains[index], scale, latest.windows[index].hours === 1));
    cell.classList.toggle("still", !row.gains[index]);
  });
  setText(element.querySelector(".average"), average(row.score / scale, latest));
  const time = element.querySelector("time");
  setText(time, age(row.idle));
  time.dateTime = new Date(row.scoredAt * 1000).toISOString().replace(".000", "");
  if (isPlayer(row.key)) showPlayer(element, row, latest);
  return hasChanged;
}

function showPlayer(element, row, latest) {
  if (row.name !== null) setText(element.querySelector("bdi"), displayName(row.name));
  if (row.name === removedPlayer) element.querySelector(".name a")?.removeAttribute("href");
  const move = element.querySelector(".move");
  setText(move, row.climb.words);
  const style = `move${row.climb.style}`;
  if (move.className !== style) move.className = style;
  const games = element.querySelector(".games");
  if (games) {
    setText(games, row.games === null ? "–" : String(row.games));
    const each = pointsPerGame(row.gains[latest.windows.findIndex((window) => window.hours === 1)], row.games);
    setText(element.querySelector(".each"), each === null ? "–" : short(each / latest.scale));
  }
  showState(element.querySelector(".idle"), latest.phase === "running" ? playState(row.idle) : null);
}

function showState(cell, state) {
  const small = cell.querySelector("small");
  if ((state?.words ?? "") === (small?.textContent ?? "")) return;
  const time = cell.querySelector("time");
  cell.replaceChildren(...state ? [Object.assign(document.createElement("small"), { className: state.style, textContent: state.words }), " "] : [], time);
}
