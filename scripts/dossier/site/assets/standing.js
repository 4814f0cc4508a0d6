// @ts-check
/* How statements stood on the day chosen: what spoke against them later was not known yet. */

const WORDS = ["asserted", "suggested", "reported", "alleged", "rejected", "contested"];

/* The standing on a day, or the last one where no day is chosen, of a part whose standing changed. */
export function standingOn(part, day) {
  const steps = part.dataset.standings.split(",").map((step) => step.split(" "));
  const known = day ? steps.filter(([since]) => since <= `${day}~`) : steps;
  return (known.at(-1) ?? steps[0])[1];
}

/* Says of each part how it stood on the day. */
export function drawStandings(root, day) {
  for (const part of root.querySelectorAll("[data-standings]")) {
    const standing = standingOn(part, day);
    part.dataset.standing = standing;
    const word = part.querySelector(".standing");
    if (!word) continue;
    word.className = `standing standing--${standing}`;
    word.textContent = standing.charAt(0).toUpperCase() + standing.slice(1);
  }
}

/* Draws a line as the least firm of the relations that are left of it. */
export function drawLine(line, parts) {
  const standings = parts.map((part) => part.dataset.standing);
  const last = standings.sort((one, other) => WORDS.indexOf(one) - WORDS.indexOf(other)).at(-1);
  line.dataset.standing = last;
  for (const word of WORDS) line.classList.toggle(`tie--${word}`, word === last);
}
