// Numbers, times and names in the words of the server.

// The page names the words of its language.
const { default: catalogue } = await import(document.documentElement.dataset.words);

export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// The words of a key, with values in place of {names}.
export function t(key, values = {}) {
  return (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export const say = (text) => setText(document.getElementById("status"), text);

const two = (value) => String(value).padStart(2, "0");

export function clock(unixSeconds, withSeconds = false) {
  const date = new Date(unixSeconds * 1000);
  const text = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  return withSeconds ? `${text}:${two(date.getUTCSeconds())}` : text;
}

export function number(value, scale) {
  const magnitude = Math.abs(value);
  const whole = String(Math.floor(magnitude / scale)).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = scale > 1 ? "." + String(magnitude % scale).padStart(String(scale).length - 1, "0") : "";
  return (value < 0 ? "−" : "") + whole + fraction;
}

// Three digits and a letter: 12.3M, 450k, 999.
export function short(value) {
  const size = Math.abs(value);
  const [unit, letter] = size >= 999_500_000 ? [1e9, "G"] : size >= 999_500 ? [1e6, "M"] : size >= 1000 ? [1e3, "k"] : [1, ""];
  const amount = size / unit;
  const decimals = amount < 9.995 ? 2 : amount < 99.95 ? 1 : 0;
  // Rounded as the server does: toFixed takes 41.05 for a little less.
  const rounded = Math.round(amount * 10 ** decimals) / 10 ** decimals;
  return (value < 0 && rounded !== 0 ? "−" : "") + rounded + letter;
}

// Two ends in short, the letter once where they share it: 8.68–10.2M.
export function range(low, high) {
  const [first, last] = [short(low), short(high)];
  const shared = /[kMG]$/.test(first) && first.at(-1) === last.at(-1);
  return `${shared ? first.slice(0, -1) : first}–${last}`;
}

// Exact for the last hour, in short for what takes longer.
export const gainWords = (value, scale, isExact) =>
  value === null ? "–" : (value > 0 ? "+" : "") + (isExact ? number(value, scale) : short(value / scale));

export function age(minutes) {
  if (minutes <= 0) return t("age.now");
  if (minutes < 60) return t("age.minutes", { n: minutes });
  return minutes < 1440 ? t("age.hours", { n: Math.floor(minutes / 60) }) : t("age.days", { n: Math.floor(minutes / 1440) });
}

// Points an hour since the start; a dash where that says nothing yet.
export function average(score, { slot, starts, ends }) {
  const minutes = Math.floor(Math.min(slot, Math.floor(ends / 60) * 60) / 60) - Math.floor(starts / 60);
  return minutes < 10 ? "–" : short(score * 60 / minutes);
}

// How a rank moved within the hour. `places` is null for who was not on the board then.
export function climbOf(places, wereRanked) {
  if (places === null) return wereRanked ? { words: t("new"), style: " new" } : { words: "", style: "" };
  if (places === 0) return { words: "", style: "" };
  return places > 0 ? { words: `▲${places}`, style: " up" } : { words: `▼${-places}`, style: " down" };
}

export const pointsPerGame = (gain, games) => gain > 0 && games > 0 ? gain / games : null;

// What so many minutes without a score are taken for; null for who plays. The same bounds as PlayState's.
export const playState = (minutes) => minutes < 180 ? null : minutes < 840 ? { style: "asleep", words: t("asleep") } : { style: "parked", words: t("parked") };

// In place of the name of a player who was forgotten.
export const removedPlayer = t("name.removed");

// The same rules as the server's: no direction controls, nothing invisible, few marks on one letter, markup on its own,
// never empty.
export function displayName(name) {
  const plain = markupAlone(name
    .replace(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g, "")
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, " ")
    .replace(/([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu, "$1"));
  return /^[\s\u115f\u1160\u3164\uffa0\u2800\p{DI}]*$/u.test(plain) ? t("name.invisible") : plain;
}

function markupAlone(text) {
  if (!/[<>&"']/.test(text) || !globalThis.Intl?.Segmenter) return text;
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  const alone = ({ segment }) => segment.length > 1 && /[<>&"']/.test(segment) ? segment.replace(/[^<>&"']/gu, "") : segment;
  return Array.from(graphemes, alone).join("");
}

export function length(left, withSeconds = true) {
  const minute = 60_000, hour = 60 * minute, day = 24 * hour;
  const minutes = Math.floor(left % hour / minute);
  if (left <= 0) return t("length.minutes", { minutes: 0 });
  if (left >= day) return t("length.days", { days: Math.floor(left / day), hours: Math.floor(left % day / hour) });
  if (left >= hour) return t("length.hours", { hours: Math.floor(left / hour), minutes });
  return withSeconds ? t("length.seconds", { minutes, seconds: two(Math.floor(left % minute / 1000)) }) : t("length.minutes", { minutes });
}

export function shortDate(unixSeconds) {
  const date = new Date(unixSeconds * 1000);
  return t("date.short", { day: date.getUTCDate(), month: months[date.getUTCMonth()] });
}

const months = [
  "month.1", "month.2", "month.3", "month.4", "month.5", "month.6", "month.7", "month.8", "month.9", "month.10", "month.11", "month.12",
].map((key) => t(key));

// What a phase is called, and what its countdown runs to.
export const phases = {
  upcoming: { words: t("phase.upcoming"), note: t("until.upcoming"), target: "starts" },
  running: { words: t("phase.running"), note: t("until.running"), target: "ends" },
  counting: { words: t("phase.counting"), note: t("until.counting"), target: "announces" },
  announced: { words: t("phase.announced") },
  closed: { words: t("phase.closed") },
};

// Why the slot's own reading is not all there, and what is shown in its place; empty where it is.
export function reasonWords({ outcome, reason, slot, as_of: seen }) {
  const values = { time: clock(slot), because: reason ? t("trouble.because", { reason }) : "" };
  const otherDay = seen !== null && shortDate(seen) !== shortDate(slot);
  const last = seen === null ? "" : ` ${otherDay ? t("trouble.shown.day", { time: clock(seen), date: shortDate(seen) }) : t("trouble.shown", { time: clock(seen) })}`;
  switch (outcome) {
    case "partial": return t("trouble.partial", values);
    case "refused": return t("trouble.refused", values) + last;
    case "missed": return t("trouble.missed", values) + last;
    default: return "";
  }
}
