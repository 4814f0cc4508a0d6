// @ts-check
/* What the card beside a mark of a picture shows: the row of the table that tells of the same. */

import { made } from "./results.js";

/* Its heading, then each of its cells that has a name: of sources their names alone, each other value on a line. */
export function partsOfRow(row) {
  const heading = made("p", "record-card__title");
  heading.append(...clones(row.querySelector("th")));
  return [heading, ...[...row.querySelectorAll("td[data-column]")].map(lineOf)];
}

function lineOf(cell) {
  const line = made("p", "row-card__cell");
  line.append(made("span", "row-card__label", `${cell.dataset.column}: `));
  const sources = [...cell.querySelectorAll(".listing__source:not([data-hidden]) > .record")];
  if (sources.length) sources.forEach((one, place) => line.append(place ? ", " : "", one.cloneNode(true)));
  else line.append(...clones(cell));
  return line;
}

function clones(element) {
  return [...element.childNodes].map((child) => child.cloneNode(true));
}
