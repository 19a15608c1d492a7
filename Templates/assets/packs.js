// The minutes of a board as they were, from its packs of hours and, in the running hour, its minutes.
// Documents: at/<unix-hour>.json and at/<unix-minute>.json, as Docs/editions.md describes them.

const mostHours = 60;            // packs that are kept in memory, some 30 KB each
const packVersion = 3;
const mostMissing = 5;           // minutes before one that are looked for in its place

export class Past {
  // Packs are there of every hour before the newest edition's own.
  constructor(folder, newestHour) {
    this.folder = folder;
    this.newestHour = newestHour;
    this.hours = new Map();
  }

  // The board at a minute since 1970; null where it has no edition, undefined where its hour has no pack (yet).
  async at(minute) {
    const hour = Math.floor(minute / 60);
    const states = hour < this.newestHour() ? await this.statesOf(hour) : null;
    if (!states) return undefined;
    const found = states.findLast((state) => state.minute <= minute);
    return found ? aged(found, minute) : null;
  }

  // The states of every minute of an hour, or null where the hour has no pack (yet).
  statesOf(hour) {
    if (!this.hours.has(hour)) {
      const loading = this.load(`at/${hour}.json`).then((pack) => pack && unpack(pack));
      this.hours.set(hour, loading);
      loading.then((states) => { if (!states) this.hours.delete(hour); }, () => this.hours.delete(hour));
      if (this.hours.size > mostHours) this.hours.delete(this.hours.keys().next().value);
    }
    return this.hours.get(hour);
  }

  // What latest.json was at a minute of the running hour, or at most five minutes before; null where there is none.
  async minute(minute) {
    for (let back = 0; back < mostMissing; back += 1) {
      const latest = await this.load(`at/${minute - back}.json`);
      if (latest) return { ...latest, gap: back };
    }
    return null;
  }

  async load(path) {
    const response = await fetch(this.folder + path);
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  }
}

// The same state some minutes later: nothing else was seen since.
function aged(state, minute) {
  const passed = minute - state.minute;
  const later = (row) => ({ ...row, idle: row.idle + passed });
  return passed === 0 ? state : { ...state, minute, gap: passed, rows: state.rows.map(later), borders: state.borders.map(later) };
}

function unpack(pack) {
  if (pack.v !== packVersion) throw new Error(`an hour of version ${pack.v}`);
  const first = pack.hour / 60;
  let head = {}, rows = [], borders = [], before = null;
  return pack.minutes.map((change) => {
    const minute = first + change.minute;
    const passed = before === null ? 0 : minute - before;
    before = minute;
    head = { ...head, ...change };
    rows = changedRows(rows, change.entries ?? {}, passed, pack.players);
    borders = changedBorders(borders, change.borders ?? {}, passed);
    const { lag, outcome, reason, phase, final } = head;
    return { minute, lag, outcome, reason, phase, final, rows, borders };
  });
}

function* pairs(list = []) {
  for (let place = 0; place < list.length; place += 2) yield [list[place], list[place + 1]];
}

function changedRows(before, change, passed, players) {
  const gone = new Set((change.gone ?? []).map((place) => players[place]));
  const rows = before.filter((row) => !gone.has(row.player)).map((row) => ({ ...row, idle: row.idle + passed }));
  const byPlayer = new Map(rows.map((row) => [row.player, row]));
  for (const [place, points] of pairs(change.score)) {
    let row = byPlayer.get(players[place]);
    if (!row) {
      row = { player: players[place], rank: 0, score: 0, idle: 0 };
      byPlayer.set(row.player, row);
      rows.push(row);
    }
    row.score += points;
    row.idle = 0;
  }
  const kept = before.map((row) => row.rank);
  if (change.score) rows.sort((one, other) => other.score - one.score);
  for (const [position, place] of pairs(change.order)) rows[position] = byPlayer.get(players[place]);
  rows.forEach((row, position) => { row.rank = position < kept.length ? kept[position] : position + 1; });
  for (const [position, rank] of pairs(change.rank)) rows[position].rank = rank;
  for (const [place, idle] of pairs(change.idle)) {
    const row = byPlayer.get(players[place]);
    if (row) row.idle = idle;
  }
  return rows;
}

function changedBorders(before, change, passed) {
  const borders = before.map((row) => ({ ...row, idle: row.idle + passed }));
  if (change.length !== undefined) {
    borders.length = Math.min(borders.length, change.length);
    while (borders.length < change.length) borders.push({ rank: 0, score: 0, idle: 0 });
  }
  for (const [position, rank] of pairs(change.rank)) borders[position].rank = rank;
  for (const [position, points] of pairs(change.score)) {
    borders[position].score += points;
    borders[position].idle = 0;
  }
  for (const [position, idle] of pairs(change.idle)) borders[position].idle = idle;
  return borders;
}
