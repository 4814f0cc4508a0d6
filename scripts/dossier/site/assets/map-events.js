// @ts-check
/* A map drawn with the events that are left: counts, marks, arrows and shades. */

/* What keeps its name without any event, for it tells where one is. */
const STAYS = ".map-mark--country, .map-mark--outline";

// How much of its colour a shade has for each step of it, and the hatching.
const [DARKER, HATCHED] = [0.13, 0.6];

/* A function of the keys of the events that are left, which draws and tells how many of them have no place on the map. */
export function pictureOf(root) {
  const undrawn = new Set([...root.querySelectorAll("[data-undrawn]")].map(({ dataset }) => dataset.key));
  const steps = root.getElementById("map-ground")?.dataset.steps.split(" ").map(Number) ?? [];
  let last = { left: new Set(), narrowed: false };

  const draw = () => {
    for (const count of root.querySelectorAll(".map-count[data-events]")) drawCount(count, last.left);
    for (const mark of root.querySelectorAll("a.map-mark")) {
      hide(mark, last.narrowed && !mark.matches(STAYS) && !some(mark.dataset.events, last.left));
    }
    for (const tag of root.querySelectorAll("a.map-tag")) {
      hide(tag, [...tag.querySelectorAll(".map-count")].every(isHidden));
    }
    for (const shape of root.querySelectorAll(".map-shape[data-events]")) drawShape(shape, last.left, steps);
  };
  root.addEventListener("drawn", draw);

  return (left, choices) => {
    last = { left, narrowed: choices.some(({ value }) => value) };
    draw();
    const lacking = [...left].filter((key) => undrawn.has(key)).length;
    return lacking ? say("map_events.lacking", { lacking }) : "";
  };
}

function drawCount(count, left) {
  const number = among(count.dataset.events, left).length;
  hide(count, !number);
  if (number) count.querySelector("text").textContent = String(number);
}

/* A division is hatched where all that is left in it is in doubt. */
function drawShape(shape, left, steps) {
  const events = among(shape.dataset.events, left);
  const doubtful = among(shape.dataset.doubtful, left);
  const isDoubtful = events.length > 0 && doubtful.length === events.length;
  const shade = steps.filter((step) => events.length >= step).length;
  const doubt = isDoubtful ? " map-shape--doubtful" : "";
  shape.setAttribute("fill-opacity", String(isDoubtful ? HATCHED : shade * DARKER));
  shape.setAttribute("class", `map-shape map-shape--${events.length ? shade : 0}${doubt}`);
}

function among(keys, left) {
  return keys.split(" ").filter((key) => left.has(key));
}

function some(keys, left) {
  return among(keys, left).length > 0;
}

function hide(element, hidden) {
  element.toggleAttribute("data-hidden", hidden);
}

function isHidden(element) {
  return element.hasAttribute("data-hidden");
}
