// @ts-check
/* What the card beside a mark of a picture shows: the row of the table that tells of the same. */

import { made } from "./results.js";

/* Its heading, then each of its cells that has a name. */
export function partsOfRow(row) {
  const heading = made("p", "record-card__title");
  heading.append(...clones(row.querySelector("th")));
  const cells = [...row.querySelectorAll("td[data-column]")].map((cell) => {
    const line = made("p", "claim__by row-card__cell");
    line.append(made("span", "row-card__label", cell.dataset.column), ...clones(cell));
    return line;
  });
  return [heading, ...cells];
}

function clones(element) {
  return [...element.childNodes].map((child) => child.cloneNode(true));
}
