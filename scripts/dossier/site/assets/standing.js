// @ts-check
/* How statements stood on the day chosen: what spoke against them later was not known yet. */

import { reaches } from "./iso-days.js";

/* The words for how a statement stands. */
export const CALLED = {
  asserted: say("standings.asserted"),
  suggested: say("standings.suggested"),
  reported: say("standings.reported"),
  alleged: say("standings.alleged"),
  rejected: say("standings.rejected"),
  contested: say("standings.contested"),
};

/* The same within a sentence; nothing where it stands firmly. */
export function wordOf(standing) {
  return standing === "asserted" ? "" : CALLED[standing].toLowerCase();
}

// How a row of a table and a date in it say in their own words how they stand, if not firmly.
const WORDS = { event: (standing) => ` · ${wordOf(standing)}`, date: (standing) => `${CALLED[standing]}: ` };

// How the words of a mark end.
const ENDS = Object.keys(CALLED).map(wordOf).filter(Boolean).map((word) => `, ${word}`);

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
  word.textContent = CALLED[standing];
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
  const word = wordOf(standing);
  if (name) name.textContent = word && ` (${word})`;
  const title = mark.querySelector(":scope > title");
  if (!title) return;
  const end = ENDS.find((one) => title.textContent.endsWith(one)) ?? "";
  title.textContent = title.textContent.slice(0, title.textContent.length - end.length) + (word && `, ${word}`);
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
