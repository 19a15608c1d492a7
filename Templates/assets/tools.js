// What a script adds to a board: search, choosing rows, pins, overtaking, comparison, the past, saving, links.

import { chosen, mostChosen, nameOf, setChoosing } from "./choose.js";
import "./notify.js";
import { overtaking, setOvertake } from "./overtake.js";
import { addPins, pinned, showPins, togglePin } from "./pins.js";
import { saveCSV, stateLink } from "./save.js";
import "./search.js";
import { edition, rowKey } from "./table.js";
import { say, t } from "./words.js";

const main = document.getElementById("board");
const table = document.getElementById("table");
const travel = document.getElementById("travel");
let compared = () => [];
let travelled = () => null;
const rowOf = (key) => table.querySelector(`tbody tr[data-key="${CSS.escape(key)}"]`);

async function compare(keys) {
  const module = await import("./compare.js");
  compared = module.compared;
  await module.compare(keys);
}

async function openPast(minute) {
  const module = await import("./past.js");
  travelled = module.travelled;
  travel.setAttribute("aria-expanded", "true");
  module.openPast(minute);
}

async function closePast() {
  travel.setAttribute("aria-expanded", "false");
  document.getElementById("travel-panel").hidden = true;
  if (travelled() !== null) (await import("./past.js")).backToNow();
}

const actions = {
  pin: async () => {
    for (const key of chosen) await togglePin(key, rowOf(key) ? nameOf(rowOf(key)) : null);
    setChoosing(false);
  },
  compare: async () => {
    const keys = [...chosen];
    setChoosing(false);
    await compare(keys);
  },
  overtake: async () => {
    const [key] = chosen;
    setChoosing(false);
    await setOvertake(overtaking() === key ? null : key);
  },
};

for (const [name, action] of Object.entries(actions)) document.getElementById(`action-${name}`).addEventListener("click", action);
document.getElementById("overtake-end").addEventListener("click", () => {
  setOvertake(null);
  document.getElementById("choose").focus();
});
document.getElementById("need")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const typed = (name) => Number(document.getElementById(name).value.replace(/[^0-9.]/g, "")) * Number(main.dataset.scale);
  if (typed("my-score") > 0) setOvertake({ score: typed("my-score"), speed: typed("my-speed") });
});
travel.addEventListener("click", () => travel.getAttribute("aria-expanded") === "true" ? closePast() : openPast(null));
document.getElementById("save-csv").addEventListener("click", saveCSV);
document.getElementById("copy-link").addEventListener("click", async () => {
  const link = stateLink({ minute: travelled(), compared: compared() });
  try {
    await navigator.clipboard.writeText(link);
    say(t("link.copied"));
  } catch {
    history.replaceState(null, "", link);
    say(t("link.shown"));
  }
});

// One row dragged onto another is compared with it: an extra, tick boxes do the same.
table.addEventListener("dragstart", (event) => {
  const row = event.target.closest?.("tbody tr");
  if (row) event.dataTransfer.setData("text/plain", rowKey(row));
});
table.addEventListener("dragover", (event) => { if (event.target.closest("tbody tr")) event.preventDefault(); });
table.addEventListener("drop", (event) => {
  const other = event.target.closest("tbody tr");
  const keys = [event.dataTransfer.getData("text/plain"), other && rowKey(other)];
  if (!other || keys[0] === keys[1] || !rowOf(keys[0])) return;
  event.preventDefault();
  compare(keys);
});
for (const cell of table.querySelectorAll("tbody .rank")) cell.draggable = true;

// Times are UTC on every page; pointing at one says it in the device's own zone and the page's language.
document.addEventListener("pointerover", (event) => {
  const time = event.target.closest?.("time[datetime]");
  if (time) time.title = new Date(time.dateTime).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "long" });
});

// What a link holds
const wanted = new URLSearchParams(location.search);
const keys = (name) => (wanted.get(name) ?? "").split(",").filter((key) => /^([0-9a-f]{16}|b\d{1,9})$/.test(key));
if (keys("pin").length > 0) {
  addPins(keys("pin"));
  edition().then(showPins);
}
if (keys("compare").length > 1) compare(keys("compare").slice(0, mostChosen));
const minute = Math.floor(Date.parse(wanted.get("t") ?? "") / 60_000);
if (!Number.isNaN(minute)) openPast(minute);
for (const tools of document.querySelectorAll(".tools")) tools.classList.add("ready");
