// @ts-check
/* A picture of actors and their relations, drawn with the relations that are left: each line gathers some of them. */

import { CALLED } from "./standing.js";

// The firmest first.
const STANDINGS = ["asserted", "suggested", "reported", "alleged", "contested"];

/* A function of the keys of the relations that are left, which draws. */
export function pictureOf(root) {
  const lines = [...root.querySelectorAll("[data-relations]")].map((line) => lineOf(root, line));
  const marks = [...root.querySelectorAll("[data-actor]")];

  return (left, choices) => {
    const tied = new Set();
    const day = choices.find(({ name }) => name === "known")?.value;
    for (const line of lines) {
      if (line.draw(left, day)) for (const actor of line.between) tied.add(actor);
    }
    const narrowed = choices.some(({ value }) => value);
    for (const mark of marks) mark.toggleAttribute("data-alone", narrowed && !tied.has(mark.dataset.actor));
    root.dispatchEvent(new Event("picturedrawn"));
  };
}

/* A line and its relations, each as the list of them has it. */
function lineOf(root, line) {
  const keys = line.dataset.relations.split(" ");
  const parts = keys.map((key) => root.querySelector(`[data-part="relation"][data-key="${key}"]`));
  const title = line.querySelector("title");
  const words = title?.textContent.split("; ") ?? [];

  const draw = (left, day) => {
    const shown = keys.map((key) => left.has(key));
    const own = parts.filter((_, place) => shown[place]);
    line.toggleAttribute("data-hidden", !own.length);
    line.toggleAttribute("data-untimed", own.length > 0 && own.every((part) => "untimed" in part.dataset));
    if (own.length && !line.dataset.track) drawLine(line, own);
    const said = words.map((one, place) => (day ? asOnTheDay(one, parts[place]) : one));
    if (words.length === keys.length) title.textContent = said.filter((_, place) => shown[place]).join("; ");
    return own.length > 0;
  };
  return { between: line.dataset.between.split(" "), draw };
}

/* Draws a line as the least firm of the relations that are left of it. */
function drawLine(line, parts) {
  const standings = parts.map((part) => part.dataset.standing);
  const last = standings.sort((one, other) => STANDINGS.indexOf(one) - STANDINGS.indexOf(other)).at(-1);
  line.dataset.standing = last;
  for (const word of STANDINGS) line.classList.toggle(`tie--${word}`, word === last);
}

/* The words of a relation with how it stood on the day chosen, without its sources, of which some came later. */
function asOnTheDay(words, { dataset }) {
  return words.replace(/ \([^():]+: .*\)$/, ` (${CALLED[dataset.standing].toLowerCase()})`);
}
