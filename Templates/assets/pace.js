// Who passes whom at the present pace. Pure.

// What becomes of two rows until the end, both at the pace of their last hour:
// { kind: "passes" | "passed" | "level" | "never" | "late", hours } of the chosen one against the other.
export function meeting(chosen, other, hoursLeft) {
  const ahead = chosen.score - other.score;
  if (ahead === 0) return { kind: "level" };
  const closing = ahead < 0 ? chosen.speed - other.speed : other.speed - chosen.speed;
  if (closing <= 0) return { kind: "never" };
  const hours = Math.abs(ahead) / closing;
  if (hours > hoursLeft) return { kind: "late", hours };
  return { kind: ahead < 0 ? "passes" : "passed", hours };
}

// A row's points an hour: those of the last hour; null where they are not known.
export function speedOf(row, windows) {
  const place = windows.findIndex((window) => window.hours === 1);
  return place < 0 ? null : row.gains[place];
}
