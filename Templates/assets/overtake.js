// When the chosen row passes the others, or is passed by them, at the pace of the last hour.

import { meeting, speedOf } from "./pace.js";
import { edition, rowKey, rowsOf } from "./table.js";
import { length, setText, t } from "./words.js";

const table = document.getElementById("table");
let subject = null;              // a row's key, or a score and points an hour of one's own

export const overtaking = () => subject;

export async function setOvertake(whom) {
  subject = whom;
  table.classList.toggle("overtaking", whom !== null);
  document.getElementById("overtake-end").hidden = whom === null;
  for (const cell of table.querySelectorAll(".meet")) cell.remove();
  for (const row of table.querySelectorAll(".subject")) row.classList.remove("subject");
  if (whom !== null) show(await edition());
}

function show({ latest, known }) {
  const rows = new Map(rowsOf(latest, known).map((row) => [row.key, { score: row.score, speed: speedOf(row, latest.windows) }]));
  const chosen = typeof subject === "string" ? rows.get(subject) : subject;
  const hoursLeft = Math.max(0, (latest.ends - latest.slot) / 3600);
  const head = table.tHead.rows[0];
  if (!head.querySelector(".meet")) head.append(Object.assign(document.createElement("th"), { className: "num meet", scope: "col", textContent: t("overtake.head") }));
  for (const element of table.querySelectorAll("tbody tr")) {
    const cell = element.querySelector(".meet") ?? element.appendChild(Object.assign(document.createElement("td"), { className: "num meet" }));
    const key = rowKey(element);
    element.classList.toggle("subject", key === subject);
    const row = rows.get(key);
    setText(cell, key === subject ? t("overtake.subject") : !chosen || !row || chosen.speed === null || row.speed === null
      ? "–" : words(meeting(chosen, row, hoursLeft)));
    cell.classList.toggle("soon", /\d/.test(cell.textContent));
  }
}

function words({ kind, hours }) {
  switch (kind) {
    case "passes": return t("overtake.passes", { time: length(hours * 3_600_000, false) });
    case "passed": return t("overtake.passed", { time: length(hours * 3_600_000, false) });
    case "late": return t("overtake.late");
    case "level": return t("overtake.level");
    default: return t("overtake.never");
  }
}

document.addEventListener("edition", ({ detail }) => { if (subject !== null) show(detail); });
