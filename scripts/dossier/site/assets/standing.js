// @ts-check
/* How statements stood on the day chosen: what spoke against them later was not known yet. */

import { reaches } from "./known-day.js";

// How a row of a table and a date in it say in their own words how they stand, if not firmly.
const WORDS = { event: (standing) => ` · ${standing}`, date: (standing) => `${capital(standing)}: ` };

// How the words of a mark end.
const STANDING = /, (suggested|reported|alleged|contested)$/;

/* Steps as pages mark them: `2015-06-30 reported,2022-12-31 contested`. */
export function stepsOf(marked) {
  return marked.split(",").map((step) => step.split(" "));
}

/* What held on a day, or the last where no day is chosen; empty before the first of the steps. */
export function stepOn(steps, day) {
  const known = day ? steps.filter(([since]) => !since || reaches(day, since)) : steps;
  return known.at(-1)?.[1] ?? "";
}

/* The standing on a day, or the last one where no day is chosen, of a part whose standing changed. */
export function standingOn(part, day) {
  const steps = stepsOf(part.dataset.standings);
  return stepOn(steps, day) || steps[0][1];
}

/* Says of each part how it stood on the day. */
export function drawStandings(root, day) {
  for (const part of root.querySelectorAll("[data-standings]")) {
    const standing = standingOn(part, day);
    part.dataset.standing = standing;
    if (part instanceof SVGElement) drawMark(part, standing);
    else if (part.dataset.part in WORDS && sayInWords(part, standing)) continue;
    else sayInForm(part, standing);
  }
}

function sayInForm(part, standing) {
  const word = part.querySelector(".standing") ?? wordFor(part, standing);
  if (!word) return;
  word.className = `standing standing--${standing}`;
  word.textContent = capital(standing);
  word.hidden = standing === "asserted" && "made" in word.dataset;
}

function sayInWords(part, standing) {
  const word = part.querySelector(`[data-word=${part.dataset.part}]`);
  if (word) word.textContent = standing === "asserted" ? "" : WORDS[part.dataset.part](standing);
  return Boolean(word);
}

/* A date of a picture, or an event, whose name may say how it stands. */
function drawMark(mark, standing) {
  if (mark.matches(".date")) mark.setAttribute("class", `date date--${standing}`);
  const name = mark.querySelector("[data-word]");
  if (name) name.textContent = standing === "asserted" ? "" : ` (${standing})`;
  const title = mark.querySelector(":scope > title");
  if (title) title.textContent = title.textContent.replace(STANDING, "") + (standing === "asserted" ? "" : `, ${standing}`);
}

/* Where all agreed in the end, no word says how a statement stands; before, one has to. */
function wordFor(part, standing) {
  if (standing === "asserted") return null;
  const word = document.createElement("span");
  word.dataset.made = "";
  const voices = part.querySelector(".witnesses");
  if (voices) voices.prepend(word, " ");
  else if (part.matches("li")) part.append(" ", word);
  return word;
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
