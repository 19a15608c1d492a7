// Numbers, times and names in the words of the server.

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
  return (value < 0 ? "−" : "") + Number(amount.toFixed(decimals)) + letter;
}

// Two ends in short, the letter once where they share it: 8.68–10.2M.
export function range(low, high) {
  const [first, last] = [short(low), short(high)];
  const shared = /[kMG]$/.test(first) && first.at(-1) === last.at(-1);
  return `${shared ? first.slice(0, -1) : first}–${last}`;
}

export const gainWords = (value, scale) => value === null ? "–" : (value > 0 ? "+" : "") + number(value, scale);

export function age(minutes) {
  if (minutes <= 0) return "now";
  if (minutes < 60) return `${minutes} min`;
  return minutes < 1440 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`;
}

// In place of the name of a player who was forgotten.
export const removedPlayer = "Removed player";

// The same rules as the server's: no direction controls, nothing invisible, few marks on one letter, markup on its own,
// never empty.
export function displayName(name) {
  const plain = markupAlone(name
    .replace(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/g, "")
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, " ")
    .replace(/([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu, "$1"));
  return /^[\s\u115f\u1160\u3164\uffa0\u2800\p{DI}]*$/u.test(plain) ? "(no visible name)" : plain;
}

function markupAlone(text) {
  if (!/[<>&"']/.test(text) || !globalThis.Intl?.Segmenter) return text;
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  const alone = ({ segment }) => segment.length > 1 && /[<>&"']/.test(segment) ? segment.replace(/[^<>&"']/gu, "") : segment;
  return Array.from(graphemes, alone).join("");
}

export function length(left) {
  const minute = 60_000, hour = 60 * minute, day = 24 * hour;
  if (left <= 0) return "0 min";
  if (left >= day) return `${Math.floor(left / day)} d ${Math.floor(left % day / hour)} h`;
  if (left >= hour) return `${Math.floor(left / hour)} h ${Math.floor(left % hour / minute)} min`;
  return `${Math.floor(left / minute)} min ${two(Math.floor(left % minute / 1000))} s`;
}

export function shortDate(unixSeconds) {
  const date = new Date(unixSeconds * 1000);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// What a phase is called, and what its countdown runs to.
export const phases = {
  upcoming: { words: "Not started", note: "to the start", target: "starts" },
  running: { words: "Running", note: "left", target: "ends" },
  counting: { words: "Being counted", note: "to the result", target: "announces" },
  announced: { words: "Result is out" },
  closed: { words: "Over" },
};

// Why the slot's own reading is not all there, and what is shown in its place; empty where it is.
export function reasonWords({ outcome, reason, slot, as_of: seen }) {
  const because = reason ? `: ${reason}` : "";
  const day = seen !== null && shortDate(seen) !== shortDate(slot) ? ` on ${shortDate(seen)}` : "";
  const last = seen === null ? "" : ` The board is shown as it was at ${clock(seen)}${day}.`;
  switch (outcome) {
    case "partial": return `Part of the reading of ${clock(slot)} failed${because}.`;
    case "refused": return `The reading of ${clock(slot)} was implausible and was not used${because}.${last}`;
    case "missed": return `The reading of ${clock(slot)} was missed${because}.${last}`;
    default: return "";
  }
}
