// Lines over time as SVG: gaps stay gaps, each line has a dash of its own beside its colour, and a line under the pointer or
// the arrow keys says the values. Some thousand points are drawn in a millisecond or two, so no library is needed.

import { clock, setText, short, shortDate, t } from "./words.js";

const space = "http://www.w3.org/2000/svg";
const width = 640, height = 300;
const edge = { left: 56, right: 8, top: 10, bottom: 24 };
const hour = 3_600, day = 24 * hour;
const dashes = ["", "7 4", "2 4", "10 4 2 4"];
const gapSteps = 1.5;            // so many steps without a point are a gap

function add(parent, name, attributes, text) {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

// Round numbers from the lowest to the highest, four or five.
function ticks(low, high) {
  const rough = (high - low || 1) / 4;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * decade).find((one) => one >= rough);
  const first = Math.floor(low / step) * step;
  return Array.from({ length: Math.ceil((high - first) / step) + 1 }, (_, place) => first + place * step);
}

// From one time below the chart to the next: eight of them have room.
function timeStep(span) {
  if (span > 2 * day) return Math.ceil(span / day / 6) * day;
  return span > day ? 6 * hour : span > 8 * hour ? 3 * hour : hour;
}

// The shortest time from a point to the next.
const stepOf = (times) => times.slice(1).reduce((least, time, place) => Math.min(least, time - times[place]), Infinity);

function linePath(points, step, x, y) {
  let path = "", last = null;
  for (const [time, value] of points) {
    if (value === null) continue;
    const isJoined = last !== null && time - last <= step * gapSteps;
    // A point between gaps is a dot: round ends, of a dash that is all but nothing.
    path += isJoined ? `L${x(time).toFixed(1)} ${y(value).toFixed(1)}` : `M${x(time).toFixed(1)} ${y(value).toFixed(1)}h.1`;
    last = time;
  }
  return path;
}

// The band of a forecast, and its median, from the last point that was seen.
function addFan(svg, { fan, points }, place, x, y) {
  const tip = points.findLast((point) => point[1] !== null);
  if (!tip || !fan?.length) return;
  const ahead = fan.filter((step) => step.time > tip[0]);
  const edge = (steps, level) => steps.map((step) => `L${x(step.time).toFixed(1)} ${y(step[level]).toFixed(1)}`).join("");
  const start = `M${x(tip[0]).toFixed(1)} ${y(tip[1]).toFixed(1)}`;
  add(svg, "path", { class: `fan line-${place}`, d: `${start}${edge(ahead, "high")}${edge(ahead.toReversed(), "low")}Z` });
  add(svg, "path", { class: `line outlook line-${place}`, d: start + edge(ahead, "median") });
}

// `series` is a list of { name, points: [[unix seconds, value or null]], fan: [{ time, low, median, high }] or nothing };
// `values` shows what the line is at: values that were seen, and medians of what is forecast.
export function drawChart(host, { series, label, values }) {
  const points = series.flatMap((one) => one.points.filter((point) => point[1] !== null));
  host.replaceChildren();
  if (points.length === 0) {
    setText(host, t("compare.nothing"));
    return;
  }
  const seen = series[0].points.map((point) => point[0]);
  const fans = series.flatMap((one) => one.fan ?? []);
  const ahead = [...new Set(fans.map((step) => step.time))].filter((time) => time > seen.at(-1)).sort((one, other) => one - other);
  const times = [...seen, ...ahead];
  const from = points.reduce((least, point) => Math.min(least, point[0]), Infinity);
  const until = times.at(-1);
  const all = [...points.map((point) => point[1]), ...fans.flatMap((step) => [step.low, step.high])];
  const marks = ticks(Math.min(...all), Math.max(...all));
  const [low, high] = [marks[0], marks.at(-1)];
  const x = (time) => edge.left + (time - from) / Math.max(1, until - from) * (width - edge.left - edge.right);
  const y = (value) => height - edge.bottom - (value - low) / Math.max(1, high - low) * (height - edge.top - edge.bottom);
  const svg = add(host, "svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label, tabindex: "0", class: "lines" });
  for (const mark of marks) {
    add(svg, "path", { class: "grid", d: `M${edge.left} ${y(mark)}H${width - edge.right}` });
    add(svg, "text", { x: edge.left - 6, y: y(mark) + 4, "text-anchor": "end" }, short(mark));
  }
  const step = timeStep(until - from);
  for (let time = Math.ceil(from / step) * step; time < until; time += step) {
    add(svg, "text", { x: x(time), y: height - 6, "text-anchor": "middle" }, time % day === 0 ? shortDate(time) : clock(time));
  }
  series.forEach((one, place) => addFan(svg, one, place, x, y));
  series.forEach((one, place) => {
    add(svg, "path", { class: `line line-${place}`, d: linePath(one.points, stepOf(seen), x, y), "stroke-dasharray": dashes[place % dashes.length] });
  });
  const cursor = add(svg, "path", { class: "cursor", d: "" });
  let index = seen.length - 1;
  const valueOf = (one, at) => at < seen.length
    ? one.points[at]?.[1] ?? null : one.fan?.find((step) => step.time === times[at])?.median ?? null;
  const point = (to) => {
    index = Math.min(Math.max(to, 0), times.length - 1);
    cursor.setAttribute("d", `M${x(times[index])} ${edge.top}V${height - edge.bottom}`);
    values?.(times[index], series.map((one) => valueOf(one, index)), index >= seen.length);
  };
  svg.addEventListener("pointermove", (event) => {
    const box = svg.getBoundingClientRect();
    const time = from + ((event.clientX - box.left) / box.width * width - edge.left) / (width - edge.left - edge.right) * (until - from);
    point(times.reduce((best, one, place) => Math.abs(one - time) < Math.abs(times[best] - time) ? place : best, 0));
  });
  svg.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -96, PageDown: 96, Home: -times.length, End: seen.length - 1 - index }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    point(index + by);
  });
}
