// @ts-check
/* What the table beneath a timeline tells of an event: its dates, as far as they were known by the day chosen, and words. */

import { wordOf } from "./standing.js";

/* The dates that the row of an event shows, each as it stands there. */
export function datesOf(row) {
  const told = [...row.querySelectorAll(".listing__date")];
  const dates = (row.dataset.dates ?? "").split(";").filter(Boolean).map(dateOf);
  return dates
    .map((one, place) => ({ ...one, standing: told[place].dataset.standing ?? one.standing }))
    .filter((one, place) => !told[place].hasAttribute("data-hidden") && one.standing !== "rejected");
}

function dateOf(marked) {
  const [first, last, began, ended, start, end, standing] = marked.split(",");
  const sure = began === "" ? null : [Number(began), Number(ended)];
  return { first: Number(first), last: Number(last), sure, start, end, standing };
}

/* Whether what the row tells may be more, or firmer, than was known by a day. */
export function changes(row) {
  return "standings" in row.dataset || row.querySelector("[data-part=date]") !== null;
}

/* The title of an event, when it happened and how it stands; nothing where it stands firmly. */
export function wordsOf(row) {
  const shown = [...row.querySelectorAll(".listing__date")].filter((one) => !one.hasAttribute("data-hidden"));
  const dates = new Set(shown.map((one) => one.firstElementChild.textContent));
  const title = row.querySelector("th a").textContent;
  return { title, when: [...dates].join(say("macros.or")), standing: wordOf(row.dataset.standing) };
}
