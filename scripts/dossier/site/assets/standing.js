// @ts-check
/* How statements stood on the day chosen: what spoke against them later was not known yet. */

/* The words for how a statement stands. */
export const CALLED = {
  asserted: say("standings.asserted"),
  suggested: say("standings.suggested"),
  reported: say("standings.reported"),
  alleged: say("standings.alleged"),
  rejected: say("standings.rejected"),
  contested: say("standings.contested"),
};

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
    const word = part.querySelector(".standing") ?? wordFor(part, standing);
    if (!word) continue;
    word.className = `standing standing--${standing}`;
    word.textContent = CALLED[standing];
  }
}

/* Where all agreed in the end, no word says how a statement stands; before, one has to. */
function wordFor(part, standing) {
  if (standing === "asserted") return null;
  const word = document.createElement("span");
  part.querySelector(".witnesses")?.prepend(word, " ");
  return word;
}
