// @ts-check
/* How dates are drawn along a line, as `pages/templates/timeline-marks.html` draws them. */

import { dayOf } from "./timeline-scale.js";

const SVG = "http://www.w3.org/2000/svg";
const APART = 7;

export function drawn(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/* Dates on a scale, whose `at` says where a day begins; all but a day is at least so wide. Each has a `line` of its own
   where it would lie on another; a day takes so much room. */
export function placedDates(dates, scale, narrowest, day, most) {
  const marks = dates.map((one) => placedDate(one, scale, narrowest, most));
  const ends = [];
  for (const mark of [...marks].sort((one, other) => one.start - other.start)) {
    const aside = mark.isDay ? day / 2 : 0;
    const free = ends.findIndex((end) => end <= mark.start - aside);
    mark.line = free < 0 ? ends.length : free;
    ends[mark.line] = mark.end + aside;
  }
  const start = Math.min(...marks.map((one) => one.start));
  return { marks, start, end: Math.max(...marks.map((one) => one.end)), lines: ends.length };
}

function placedDate(one, { at, first, last }, narrowest, most) {
  const from = one.start === "onward" ? dayOf(first) : one.first;
  const to = one.end === "onward" ? dayOf(last + 1) - 1 : one.last;
  const sure = one.sure && [one.start === "onward" ? from : one.sure[0], one.end === "onward" ? to : one.sure[1]];
  let [start, end] = [at(from), at(to + 1)];
  const mark = { bounds: [one.start, one.end], standing: one.standing, isDay: from === to && !sure, line: 0 };
  if (mark.isDay) {
    const middle = (start + end) / 2;
    return { ...mark, start: middle, end: middle, bar: null };
  }
  const wider = narrowest - (end - start);
  if (wider > 0) {
    start = Math.min(Math.max(start - wider / 2, 0), most - narrowest);
    end = start + narrowest;
  }
  const bar = sure && [
    from === sure[0] ? start : Math.min(Math.max(at(sure[0] + 1), start), end),
    to === sure[1] ? end : Math.max(Math.min(at(sure[1]), end), start),
  ];
  return { ...mark, start, end, bar };
}

/* The elements of all dates of an event, `y` pixels from the edge. */
export function elementsOf({ marks, start, end, lines }, y, unit) {
  const place = (x) => `${Number(x.toFixed(3))}${unit}`;
  const dates = marks.map((one) => dateOf(one, y + APART * (one.line - (lines - 1) / 2), place));
  if (marks.length === 1) return dates;
  return [drawn("line", { class: "dates", x1: place(start), x2: place(end), y1: y, y2: y }), ...dates];
}

function dateOf({ start, end, bar, bounds, isDay, standing }, y, place) {
  const bound = (side, x, more = {}) => drawn("use", { href: `#${bounds[side]}-${["start", "end"][side]}`, x: place(x), y, ...more });
  const group = drawn("g", { class: `date date--${standing}` });
  if (isDay) {
    group.append(drawn("circle", { class: "date__day", cx: place(start), cy: y, r: 4.5 }));
    if (bounds[0] === "about") {
      group.append(bound(0, start, { transform: "translate(-9)" }), bound(1, end, { transform: "translate(9)" }));
    }
    return group;
  }
  group.append(drawn("line", { class: "date__within", x1: place(start), x2: place(end), y1: y, y2: y }));
  if (bar && bar[1] > bar[0]) {
    const width = place(bar[1] - bar[0]);
    group.append(drawn("rect", { class: "date__lasting", x: place(bar[0]), y: y - 3, width, height: 6 }));
  }
  [start, end].forEach((x, side) => bounds[side] !== "unknown" && group.append(bound(side, x)));
  return group;
}
