// @ts-check
/* The timeline drawn anew around the events that are left, as `pictures/timeline.py` and `pictures/upright_timeline.py`
   draw all of them. */

import { drawn, elementsOf, placedDates } from "./timeline-marks.js";
import { changes, datesOf, wordsOf } from "./timeline-rows.js";
import { dayOf, monthName, scaleOf, yearOf } from "./timeline-scale.js";

// In pixels, as there.
const ACROSS = { top: 44, bottom: 6, step: 8, gap: 6, line: 15, mark: 13, apart: 7, day: 12, narrowest: 9 };
const UPRIGHT = { marks: 36, lane: 9, lanes: 7, line: 15, between: 10, month: 5, quiet: 30, tick: 15, days: 4 };
const NOTHING = 55;
const ROW = 40;
// How many letters a line of a name has, across and upright, and of what stands below it there.
const LETTERS = { across: 34, upright: 22, below: 25 };

/* A function of the keys of the events that are left, which draws. */
export function frameOf(figure) {
  const pictures = [...figure.querySelectorAll("svg.timeline")];
  const whole = pictures.map((one) => ({ height: one.getAttribute("height"), parts: [...one.childNodes] }));
  const words = [...figure.querySelectorAll(".picture__title, .picture__note")].map((one) => ({ one, all: one.textContent }));
  const [title, note] = words.map(({ one }) => one);
  const legend = [...figure.querySelectorAll("[data-shows]")].map((item) => {
    const said = item.querySelector("span");
    return { item, said, all: said.textContent, shows: item.dataset.shows };
  });
  const total = pictures[0].querySelectorAll("a.event").length;
  let left = null;
  let day = "";

  const draw = () => {
    pictures.forEach((picture, number) => {
      picture.setAttribute("height", whole[number].height);
      picture.replaceChildren(...whole[number].parts);
    });
    for (const { one, all } of words) one.textContent = all;
    for (const { item, said, all } of legend) {
      item.hidden = false;
      said.textContent = all;
    }
    if (!left) return;
    const picture = pictures.find((one) => one.getBoundingClientRect().width > 0);
    const events = [...(picture?.querySelectorAll("a.event") ?? [])]
      .filter((link) => left.has(link.dataset.event))
      .map((link) => ({ link, row: document.getElementById(link.dataset.card) }))
      .map(({ link, row }) => ({ link, row, dates: datesOf(row), isOther: day !== "" && changes(row) }))
      .filter(({ dates }) => dates.length);
    figure.toggleAttribute("data-empty", !events.length);
    if (!events.length) return;
    const scale = scaleOf(events.flatMap(({ dates }) => dates));
    const named = [...picture.children].slice(0, 2);
    const isUpright = picture.classList.contains("timeline--upright");
    const made = (isUpright ? upright : across)(picture, events, scale);
    picture.setAttribute("height", String(made.height));
    picture.replaceChildren(...named, made.axis, ...made.links);
    // Their widths are known when they stand.
    if (!isUpright) picture.setAttribute("height", String(placeNames(picture, made.events)));
    title.textContent = say("timeline_frame.dated", { left: events.length, total, when: between(scale) });
    note.textContent = silence(scale.silent);
    for (const { item, said, shows } of legend) {
      item.hidden = !picture.querySelector(shows);
      if (shows === ".axis__narrow") said.textContent = say("timeline_frame.narrower", { years: narrow(scale.stretches) });
    }
  };

  let width = innerWidth;
  addEventListener("resize", () => {
    if (left && width !== innerWidth) draw();
    width = innerWidth;
  });
  return (visible, choices) => {
    const narrowed = choices.some(({ value }) => value);
    if (!narrowed && !left) return;
    left = narrowed ? visible : null;
    day = choices.find(({ name }) => name === "known")?.value ?? "";
    figure.removeAttribute("data-empty");
    draw();
  };
}

function between({ first, last }) {
  return first === last ? say("timeline_frame.in_year", { year: first }) : say("timeline_frame.between", { first, last });
}

function narrow(stretches) {
  return stretches.filter(({ isNarrow }) => isNarrow).map(yearsOf).join(say("timeline_frame.and"));
}

function silence(silent) {
  const years = silent.flatMap(({ first, last }) => (last - first === 1 ? [first, last] : [yearsOf({ first, last })]));
  return years.length ? say("timeline_frame.none_dated", { years: list(years) }) : "";
}

function list(words) {
  return [words.slice(0, -1).join(", "), words.at(-1)].filter(Boolean).join(say("timeline_frame.or"));
}

function yearsOf({ first, last }) {
  return first === last ? String(first) : say("timeline_frame.years", { first, last });
}

/* A copy of a link without its marks, with its name in lines: as they were, unless there were none, or by the day
   chosen it may say something other. */
function bare({ link, row, isOther }, isUpright) {
  const copy = link.cloneNode(false);
  const named = isOther ? null : link.querySelector("text");
  if (named) return { copy, text: named.cloneNode(true) };
  const { title, when, standing } = wordsOf(row);
  copy.setAttribute("aria-label", [title, when, standing].filter(Boolean).join(", "));
  const name = isUpright || !standing ? title : `${title} (${standing})`;
  const below = isUpright ? [when, standing].filter(Boolean).join(" · ") : "";
  const most = isUpright ? LETTERS.upright : LETTERS.across;
  const lines = inLines(name, most).map((line, number) => drawn("tspan", { dy: number ? ACROSS.line : "0.35em" }, line));
  const more = below ? inLines(below, LETTERS.below).map((line) => drawn("tspan", { class: "event__when", dy: ACROSS.line }, line)) : [];
  return { copy, text: drawn("text", {}, ...lines, ...more) };
}

function inLines(words, most) {
  const lines = [""];
  for (const word of words.split(" ")) {
    if (lines.at(-1).length + word.length < most) lines.push(`${lines.pop()} ${word}`.trim());
    else lines.push(word);
  }
  return lines;
}

function axisLine(x1, x2, y1, y2) {
  return drawn("line", { class: "axis__line", x1, x2, y1, y2 });
}

function axisLabel(words, isYear, x, y, more = {}) {
  return drawn("text", { class: `axis__label${isYear ? " axis__label--year" : ""}`, x, y, ...more }, words);
}

function across(picture, events, scale) {
  const width = picture.getBoundingClientRect().width;
  const axis = drawn("g", { class: "timeline__axis" });
  const band = (name, x, wide) => axis.append(drawn("rect", { class: name, x: `${x}%`, y: 20, width: `${wide}%`, height: "100%" }));
  for (const one of scale.stretches) if (one.isNarrow) band("axis__narrow", one.x, one.width);
  for (const one of scale.silent) {
    const from = scale.at(dayOf(one.first));
    const wide = scale.at(dayOf(one.last + 1)) - from;
    band("axis__silent", from, wide);
    if ((wide * width) / 100 > NOTHING) {
      axis.append(drawn("text", { class: "axis__nothing", x: `${from + wide / 2}%`, y: 31 }, say("timeline_frame.nothing")));
    }
  }
  for (const { x, label, isYear } of scale.ticks) {
    axis.append(axisLine(`${x}%`, `${x}%`, label && isYear ? 4 : 18, "100%"));
    if (label) axis.append(axisLabel(label, isYear, `${x}%`, 14, { dx: 3 }));
  }
  const [narrowest, day] = [ACROSS.narrowest, ACROSS.day].map((pixels) => (100 * pixels) / width);
  const made = events.map((event) => {
    const { dates } = event;
    const { copy, text } = bare(event, false);
    copy.append(text);
    return { copy, text, dates: placedDates(dates, scale, narrowest, day, 100) };
  });
  return { height: 0, axis, links: made.map(({ copy }) => copy), events: made };
}

/* Each event at the topmost height with room for its marks and its name; how high the drawing is. */
function placeNames(picture, events) {
  const width = picture.getBoundingClientRect().width;
  const rows = new Map();
  const touched = ({ top, bottom }) => {
    const first = Math.floor(top / ROW);
    return Array.from({ length: Math.floor(bottom / ROW) - first + 1 }, (_, number) => first + number);
  };
  const take = (box) => {
    for (const row of touched(box)) rows.set(row, [...(rows.get(row) ?? []), box]);
  };
  const free = (box) => touched(box).every((row) => (rows.get(row) ?? []).every((other) => !meets(box, other)));
  let bottom = 0;
  for (const { copy, text, dates } of events) {
    const lines = [...text.querySelectorAll("tspan")];
    const size = { wide: Math.max(...lines.map((line) => line.getComputedTextLength())), high: lines.length * ACROSS.line };
    const at = topmost(dates, size, width, free);
    take(at.marks);
    take(at.box);
    bottom = Math.max(bottom, at.marks.bottom, at.box.bottom);
    for (const line of lines) {
      line.setAttribute("x", `${at.x}%`);
      line.setAttribute("dx", String(at.aside));
    }
    text.setAttribute("y", String(at.box.top + ACROSS.line / 2));
    text.setAttribute("text-anchor", at.isLeft ? "end" : "start");
    copy.prepend(...elementsOf(dates, at.y, "%"));
  }
  return bottom + ACROSS.bottom;
}

function meets(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function topmost(dates, { wide, high }, width, free) {
  const depth = ACROSS.mark + ACROSS.apart * (dates.lines - 1);
  const [first, last] = [dates.start, dates.end].map((x) => (x * width) / 100);
  const [before, after] = [dates.start, dates.end].map((edge) => {
    const atDay = dates.marks.some((one) => one.isDay && one.start === edge);
    return ACROSS.gap + (atDay ? ACROSS.day / 2 : 0);
  });
  for (let y = ACROSS.top + depth / 2; ; y += ACROSS.step) {
    const marks = {
      left: Math.max(first - ACROSS.day / 2, 0),
      right: Math.min(last + ACROSS.day / 2, width),
      top: y - depth / 2,
      bottom: y + depth / 2,
    };
    if (!free(marks)) continue;
    const [beside, below] = [y - high / 2, y + depth / 2];
    const names = [
      { x: dates.end, aside: after, isLeft: false, left: last + after, top: beside },
      { x: dates.start, aside: -before, isLeft: true, left: first - before - wide, top: beside },
      { x: dates.start, aside: 0, isLeft: false, left: first, top: below },
    ].filter(({ left }) => left >= 0 && left + wide <= width);
    // A name that is too long for each of these ends where the drawing does.
    const aside = Math.max(width - wide, 0);
    if (!names.length) names.push({ x: 0, aside, isLeft: false, left: aside, top: below });
    for (const name of names) {
      const box = { left: name.left, right: name.left + wide, top: name.top, bottom: name.top + high };
      if (box.top >= ACROSS.top && free(box)) return { ...name, y, marks, box };
    }
  }
}

function upright(picture, events, scale) {
  const own = events.map((event) => {
    const { dates } = event;
    const { copy, text } = bare(event, true);
    const room = text.querySelectorAll("tspan").length * UPRIGHT.line + UPRIGHT.between;
    return { copy, text, dates, room, begun: Math.min(...dates.map(momentOf)) };
  });
  const names = Number(picture.querySelector("tspan").getAttribute("x"));
  const stretches = down(scale, own);
  const at = (day) => {
    const one = stretches.findLast(({ first }) => first <= day) ?? stretches[0];
    return one.top + one.height * Math.min(Math.max((day - one.first) / (one.next - one.first), 0), 1);
  };
  const end = stretches.at(-1).top + stretches.at(-1).height;
  const axis = uprightAxis(scale, stretches, at, names);
  const lanes = lanesOf(own);
  let free = 0;
  own.forEach((one, number) => {
    const top = Math.max(free, stretches.findLast(({ first }) => first <= one.begun)?.top ?? 8);
    free = top + one.room;
    const dates = placedDates(one.dates, { ...scale, at }, ACROSS.narrowest, 0, end);
    const y = top + UPRIGHT.line / 2 + 2;
    const x = UPRIGHT.marks + UPRIGHT.lane * (lanes[number] + dates.lines / 2);
    const first = dates.marks.reduce((least, mark) => (mark.start < least.start ? mark : least));
    one.text.setAttribute("y", String(y));
    for (const line of one.text.querySelectorAll("tspan")) line.setAttribute("x", String(names));
    one.copy.append(
      drawn("line", { class: "event__leader", x1: x, y1: Math.min(Math.max(y, first.start), first.end), x2: names - 3, y2: y }),
      drawn("g", { transform: `translate(${x}) rotate(90)` }, ...elementsOf(dates, 0, "")),
      one.text,
    );
  });
  return { height: Math.max(end, free) + 10, axis, links: own.map(({ copy }) => copy), events: [] };
}

function momentOf(one) {
  if (one.start === "unknown") return one.last;
  return one.start === "onward" ? one.sure[1] : one.first;
}

/* Each month as high as the names of what begins in it, and each year in which nothing begins as high as its label. */
function down(scale, own) {
  const rooms = new Map();
  for (const { begun, room } of own) {
    for (const key of [yearOf(begun), `${yearOf(begun)}-${new Date(begun * 864e5).getUTCMonth()}`]) {
      rooms.set(key, (rooms.get(key) ?? 0) + room);
    }
  }
  const found = [];
  let top = 8;
  const add = (first, next, height, label, isYear) => {
    found.push({ first, next, top, height, label, isYear });
    top += height;
  };
  const addMonth = (year, month) => {
    const room = rooms.get(`${year}-${month}`) ?? 0;
    const label = month ? room && monthName(month) : String(year);
    add(dayOf(year, month), dayOf(year, month + 1), Math.max(room, month ? UPRIGHT.month : UPRIGHT.tick), label, !month);
  };
  const addQuiet = (one, year) => {
    let last = year;
    while (one.isNarrow && last < one.last && !rooms.has(last + 1)) last += 1;
    add(dayOf(year), dayOf(last + 1), UPRIGHT.quiet, one.isNarrow && year > one.first ? "" : String(year), true);
    return last;
  };
  for (const one of scale.stretches) {
    for (let year = one.first; year <= one.last; year += 1) {
      if (!rooms.has(year)) year = addQuiet(one, year);
      else if (one.isNarrow) add(dayOf(year), dayOf(year + 1), rooms.get(year), String(year), true);
      else for (let month = 0; month < 12; month += 1) addMonth(year, month);
    }
  }
  return found;
}

function uprightAxis(scale, stretches, at, names) {
  const axis = drawn("g", { class: "timeline__axis" });
  for (const one of scale.silent) {
    const y = at(dayOf(one.first));
    const height = at(dayOf(one.last + 1)) - y;
    axis.append(drawn("rect", { class: "axis__silent", x: 0, y, width: "100%", height }));
    const words = one.last - one.first === 1 ? say("timeline_frame.either_year", one) : yearsOf(one);
    const place = { class: "axis__nothing axis__nothing--beside", x: names, y: y + Math.min(13, height / 2), dy: "0.35em" };
    axis.append(drawn("text", place, say("timeline_frame.nothing_dated", { years: words })));
  }
  let free = 0;
  for (const { top, label, isYear } of stretches.filter((one) => one.label)) {
    axis.append(axisLine(isYear ? 0 : 26, isYear ? "100%" : names - 4, top, top));
    if (top < free) continue;
    free = top + UPRIGHT.tick;
    axis.append(axisLabel(label, isYear, 0, top + 12));
  }
  return axis;
}

/* For each event the first of the lanes that its marks take. */
function lanesOf(own) {
  const ends = Array(UPRIGHT.lanes).fill(-Infinity);
  return own.map(({ dates }) => {
    const isDay = (one) => one.first === one.last && !one.sure;
    const first = Math.min(...dates.map((one) => (one.start === "onward" ? -Infinity : one.first)));
    const last = Math.max(...dates.map((one) => (one.end === "onward" ? Infinity : one.last + (isDay(one) ? UPRIGHT.days : 0))));
    const number = Math.min(placedDates(dates, { at: (day) => day, first: 0, last: 9999 }, 0, 0, Infinity).lines, UPRIGHT.lanes);
    const blocks = ends.slice(0, UPRIGHT.lanes - number + 1).map((_, lane) => Math.max(...ends.slice(lane, lane + number)));
    const free = blocks.findIndex((end) => end < first);
    const lane = free < 0 ? blocks.indexOf(Math.min(...blocks)) : free;
    ends.fill(last, lane, lane + number);
    return lane;
  });
}
