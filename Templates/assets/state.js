// What a board says of its state: phase, countdown, progress, and how fresh it is. Of the newest edition, or of a minute
// of the past.

import { clock, phases, reasonWords, setText, shortDate, t } from "./words.js";

const freshness = document.getElementById("freshness");

export function showState(latest, { isPast = false } = {}) {
  // The countdown stands still at a minute of the past.
  const root = document.documentElement.dataset;
  if (isPast) root.at = latest.slot * 1000;
  else delete root.at;
  const moment = isPast ? `${t("past.shown", { date: shortDate(latest.slot), time: clock(latest.slot) })} ` : "";
  setText(freshness, moment + freshWords(latest));
  const reason = reasonWords(latest);
  const trouble = document.getElementById("trouble");
  setText(trouble, reason);
  trouble.hidden = reason === "";
  const progress = document.querySelector("progress");
  if (progress) progress.value = latest.slot - latest.starts;
  showPhase(latest);
  if (!isPast && hasEnded(latest)) {
    const absence = document.getElementById("absence");
    setText(absence, t("forecasts.none.ended"));
    absence.hidden = false;
  }
  document.dispatchEvent(new CustomEvent("countdown"));
}

function freshWords(latest) {
  const hour = latest.windows.find((window) => window.hours === 1);
  const values = { time: latest.as_of === null ? "" : `${clock(latest.as_of, true)} UTC`, ...hour };
  return latest.as_of === null ? t("fresh.nothing") : !hour?.planned
    ? t("fresh.data", values) : hour.planned > 30 ? t("fresh.minutes", values) : t("fresh.readings", values);
}

const hasEnded = ({ phase }) => ["counting", "announced", "closed"].includes(phase);

function showPhase(latest) {
  const phase = phases[latest.phase];
  const badge = document.querySelector("#countdown .badge");
  if (!phase || badge.classList.contains(latest.phase)) return;
  badge.className = `badge ${latest.phase}`;
  setText(badge, phase.words);
  const left = document.querySelector("#countdown .left");
  left.querySelector(".when").textContent = "";
  left.dataset.target = phase.target ? latest[phase.target] : "";
  if (!phase.target) setText(left.querySelector("strong"), "");
  setText(left.querySelector(".note"), phase.note ?? t("until.over", { date: shortDate(latest.ends), time: clock(latest.ends) }));
  document.querySelector("progress")?.toggleAttribute("hidden", latest.phase !== "running");
}
