// What is on the screen as CSV, and as a link.

import { rowsOf, screen } from "./table.js";
import { pinned } from "./pins.js";

// A cell that a spreadsheet would take for a formula begins with an apostrophe.
const text = (value) => `"${value.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

export function csvOf(latest, known) {
  const { windows, scale } = latest;
  const points = (value) => value === null || value === undefined ? "" : String(scale === 1 ? value : value / scale);
  const head = ["rank", "climbed", "player", "name", "score", ...windows.map(({ hours }) => `gain_${hours}h`), "games_1h", "last_score"];
  const lines = rowsOf(latest, known).map((row) => [
    row.rank, row.places ?? "", row.name === undefined ? "" : row.key, row.name === undefined ? "" : text(row.name ?? ""),
    points(row.score), ...row.gains.map(points), row.games ?? "", new Date(row.scoredAt * 1000).toISOString(),
  ].join(","));
  return [head.join(","), ...lines, ""].join("\r\n");
}

export async function saveCSV() {
  const { latest, known } = await screen();
  const time = new Date(latest.slot * 1000).toISOString().slice(0, 16).replaceAll(":", "");
  const [, event, board] = document.getElementById("board").dataset.folder.match(/\/e\/([^/]+)\/([^/]+)\//);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", csvOf(latest, known)], { type: "text/csv" }));
  link.download = `${event}-${board}-${time}Z.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// The address of what is shown: minute, pins, comparison.
export function stateLink({ minute, compared }) {
  const url = new URL(location.pathname, location.origin);
  if (minute !== null) url.searchParams.set("t", new Date(minute * 60_000).toISOString().slice(0, 16) + "Z");
  if (pinned().length > 0) url.searchParams.set("pin", pinned().join(","));
  if (compared.length > 0) url.searchParams.set("compare", compared.join(","));
  return url.href.replaceAll("%2C", ",").replaceAll("%3A", ":");
}
