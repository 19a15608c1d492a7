// Says it when a pinned player is passed, or a pinned border comes near, as long as the page is open.

import { isPlayer, rowsOf } from "./table.js";
import { pinned } from "./pins.js";
import { number, say, t } from "./words.js";

const button = document.getElementById("notify");
let before = null;               // ranks and gaps of the pins at the last edition
let isOn = false;

async function toggle() {
  if (!isOn && Notification.permission !== "granted" && await Notification.requestPermission() !== "granted") {
    return say(t("notify.refused"));
  }
  isOn = !isOn;
  button.setAttribute("aria-pressed", String(isOn));
  say(isOn ? t("notify.on") : t("notify.off"));
}

// What is worth saying of two editions of the pins, in words. Pure.
export function newsOf(before, now) {
  const news = [];
  for (const [key, pin] of now) {
    const old = before.get(key);
    if (!old) continue;
    if (isPlayer(key) && pin.rank > old.rank) news.push(t("notify.passed", { name: pin.name, rank: number(pin.rank, 1) }));
    for (const [rank, near] of pin.near) {
      if (near && !old.near.get(rank)) news.push(t("notify.near", { name: pin.name, rank: number(rank, 1) }));
    }
  }
  return news;
}

// A border is near where it would reach the player within the hour at its pace of the last one.
export function pinsOf(latest, known, keys) {
  const rows = new Map(rowsOf(latest, known).map((row) => [row.key, row]));
  const borders = keys.filter((key) => !isPlayer(key)).map((key) => rows.get(key)).filter(Boolean);
  return new Map(keys.filter((key) => isPlayer(key) && rows.has(key)).map((key) => {
    const row = rows.get(key);
    const near = new Map(borders.map((border) => {
      const ahead = row.score - border.score;
      return [border.rank, ahead >= 0 && ahead < (border.gains[0] ?? 0)];
    }));
    return [key, { rank: row.rank, name: row.name, near }];
  }));
}

document.addEventListener("edition", ({ detail: { latest, known, isPast } }) => {
  if (isPast) return;
  const now = pinsOf(latest, known, pinned());
  if (isOn && before) for (const text of newsOf(before, now)) new Notification(document.title, { body: text, tag: text });
  before = now;
});
button.hidden = !("Notification" in window);
button.addEventListener("click", toggle);
