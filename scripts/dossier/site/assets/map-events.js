// @ts-check
/* A map drawn with the events that are left: counts, marks, arrows and shades. By a day, an event stands at a place only
   once somebody had said so, in doubt as far as it was then, and a mark is as large as the claims known then make it. */

import { stepOn, stepsOf } from "./standing.js";

/* What keeps its name without any event, for it tells where one is. */
const STAYS = ".map-mark--country, .map-mark--outline";
const DOUBTFUL = ["alleged", "contested"];

// How much of its colour a shade has for each step of it, and the hatching.
const [DARKER, HATCHED] = [0.13, 0.6];

/* A function of the keys of the events that are left, which draws and tells what of them has no place in the picture. */
export function pictureOf(root) {
  const undrawn = [...root.querySelectorAll("[data-undrawn], [data-until]")];
  const steps = root.getElementById("map-ground")?.dataset.steps.split(" ").map(Number) ?? [];
  const claims = claimsOf(root);
  const title = root.querySelector("[data-map-title]");
  const all = title?.textContent;
  let last = { left: new Set(), narrowed: false, day: "" };

  const draw = () => {
    const apart = new Set();
    for (const mark of root.querySelectorAll("a.map-mark, a.map-tag")) {
      const found = drawCounts([...mark.querySelectorAll(".map-count")], last);
      for (const key of found.apart) apart.add(key);
      if (mark.matches("a.map-tag")) drawTag(mark, found.shown, last);
      else drawMark(mark, found.shown, last, claims);
    }
    for (const shape of root.querySelectorAll(".map-shape[data-events]")) drawShape(shape, last, steps);
    drawLegend(root, last);
    return apart;
  };
  root.addEventListener("drawn", draw);

  return (left, choices) => {
    const day = choices.find(({ name }) => name === "known")?.value ?? "";
    last = { left, narrowed: choices.some(({ value }) => value), day };
    const apart = draw();
    drawLists(root);
    claims.draw(day);
    const lacking = undrawn.filter((one) => left.has(one.dataset.key) && !one.hasAttribute("data-hidden")).length;
    if (title) title.textContent = last.narrowed ? say("map_events.title", { count: left.size - lacking }) : all;
    const words = [lacking && say("map_events.lacking", { lacking })];
    words.push(apart.size && say("map_events.apart", { apart: apart.size }));
    return words.filter(Boolean).join("");
  };
}

/* Of some events, those that are left and were known there: which of them are in doubt. */
function among({ dataset }, doubtful, { left, day }) {
  const changes = new Map((dataset.changes ?? "").split(";").filter(Boolean).map((one) => one.split(":")));
  const found = { firm: [], doubtful: [] };
  for (const key of dataset.events.split(" ").filter((one) => left.has(one))) {
    const standing = changes.has(key) && day ? stepOn(stepsOf(changes.get(key)), day) : null;
    if (standing === "" || standing === "rejected") continue;
    const isDoubtful = standing === null ? doubtful(key) : DOUBTFUL.includes(standing);
    found[isDoubtful ? "doubtful" : "firm"].push(key);
  }
  return found;
}

/* The counts of a mark. One that is alone counts the firm events, or else those in doubt; the others are told apart. */
function drawCounts(counts, last) {
  const found = { firm: [], doubtful: [] };
  for (const count of counts) {
    const isDoubtful = (count.dataset.was ??= String(count.matches(".map-count--doubtful"))) === "true";
    const own = among(count, () => isDoubtful, last);
    found.firm.push(...own.firm);
    found.doubtful.push(...own.doubtful);
  }
  if (counts.length === 1) {
    drawCount(counts[0], found.firm.length || found.doubtful.length, !found.firm.length);
    return { shown: found.firm.length || found.doubtful.length, apart: found.firm.length ? found.doubtful : [] };
  }
  if (counts.length) {
    drawCount(counts[0], found.firm.length, false);
    drawCount(counts[1], found.doubtful.length, true);
  }
  return { shown: found.firm.length + found.doubtful.length, apart: [] };
}

function drawCount(count, number, isDoubtful) {
  hide(count, !number);
  if (!number) return;
  count.querySelector("text").textContent = String(number);
  count.classList.toggle("map-count--doubtful", isDoubtful);
}

/* A mark with as many events as are seen at it, in the words that it says too. */
function drawMark(mark, shown, { narrowed, day }, known) {
  hide(mark, narrowed && !mark.matches(STAYS) && !shown);
  const title = mark.querySelector("title");
  mark.dataset.label ??= mark.getAttribute("aria-label");
  mark.dataset.says ??= title.textContent;
  const { name, number } = known.of(mark, day);
  const [claims, events] = [claimsIn(number), say("choices.events_counted", { count: shown })];
  const words = day ? say("map_events.mark_by_day", { place: name, claims, events }) : say("map_events.mark", { place: name, events });
  mark.setAttribute("aria-label", narrowed ? words : mark.dataset.label);
  title.textContent = narrowed ? words : mark.dataset.says;
  const circle = mark.matches(".map-mark--point") && mark.querySelector("circle");
  if (circle) drawSize(circle, mark.closest("[data-least]"), known.of(mark, ""), number);
}

function drawTag(tag, shown, { narrowed }) {
  hide(tag, !shown);
  tag.dataset.label ??= tag.getAttribute("aria-label");
  const events = say("choices.events_counted", { count: shown });
  const words = narrowed ? say("map_events.beyond", { events }) : tag.dataset.label;
  tag.setAttribute("aria-label", words);
  tag.querySelector("title").textContent = words;
}

/* The area of a point grows evenly with the number of claims. */
function drawSize(circle, { dataset }, { number: all }, number) {
  circle.dataset.whole ??= circle.getAttribute("r");
  const [whole, least] = [Number(circle.dataset.whole) ** 2, Number(dataset.least) ** 2];
  circle.setAttribute("r", Math.sqrt(least + (all ? ((whole - least) * number) / all : 0)).toFixed(1));
}

/* A division is hatched where all that is left in it is in doubt. */
function drawShape(shape, last, steps) {
  const doubtful = new Set(shape.dataset.doubtful.split(" "));
  const found = among(shape, (key) => doubtful.has(key), last);
  const number = found.firm.length + found.doubtful.length;
  const isDoubtful = number > 0 && !found.firm.length;
  const shade = steps.filter((step) => number >= step).length;
  shape.setAttribute("fill-opacity", String(isDoubtful ? HATCHED : shade * DARKER));
  shape.setAttribute("class", `map-shape map-shape--${number ? shade : 0}${isDoubtful ? " map-shape--doubtful" : ""}`);
}

/* An entry of the legend stands as long as what it explains is drawn. */
function drawLegend(root, { narrowed }) {
  for (const entry of root.querySelectorAll(".map-legend > [data-shows]")) {
    const shown = [...root.querySelectorAll(entry.dataset.shows)].some((one) => !one.closest(".map-legend"));
    hide(entry, narrowed && !shown);
  }
}

/* Lists that hold only some days: what is in doubt, and what had no place yet. */
function drawLists(root) {
  for (const part of root.querySelectorAll(".map-doubtful > li")) {
    if (!DOUBTFUL.includes(part.dataset.standing)) hide(part, true);
  }
  const list = root.querySelector("[data-unplaced]");
  if (list) list.hidden = [...list.children].every((part) => part.hasAttribute("data-hidden"));
}

/* How many claims tell of each place by a day, as its row in the tables and other lists say it. */
function claimsOf(root) {
  const said = [...root.querySelectorAll("[data-claims]")].map((part) => ({ part, steps: stepsOf(part.dataset.claims) }));
  const rows = new Map(said.filter(({ part }) => part.id).map((one) => [one.part.id, one]));
  const numberOf = ({ steps }, day) => Number(stepOn(steps, day));

  const of = (mark, day) => {
    const row = rows.get(`place-${mark.getAttribute("href").split("/").at(-2)}`);
    return { name: row?.part.querySelector("th").textContent.trim(), number: row ? numberOf(row, day) : 0 };
  };
  const draw = (day) => {
    for (const one of said) {
      const { part } = one;
      const number = numberOf(one, day);
      if (!part.id) part.textContent = claimsIn(number);
      else if (part.querySelector("[data-unit] a")) sayInRow(part, number);
      hide(part.closest("tr, .map-other") ?? part, Boolean(day) && !number);
    }
  };
  return { of, draw };
}

function sayInRow(row, number) {
  const link = row.querySelector("[data-unit] a");
  link.textContent = String(number);
  const place = row.querySelector("th").textContent.trim();
  link.setAttribute("aria-label", say("map.about", { claims: claimsIn(number), link: place }));
  link.parentElement.dataset.unit = say("one_of.claim", { count: number });
}

function claimsIn(count) {
  return say("choices.claims_counted", { count });
}

function hide(element, hidden) {
  element.toggleAttribute("data-hidden", hidden);
}
