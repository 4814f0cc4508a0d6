// @ts-check
/* Days by which something was known, as the address holds them: a day, or a month or a year, which mean their end. */

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/* The day by which a reader wants to know what was known; empty where the address holds none. */
export function chosenDay() {
  const day = new URLSearchParams(location.search).get("known") ?? "";
  return isDay(day) ? day : "";
}

export function isDay(text) {
  return DATE.test(text) && !Number.isNaN(Date.parse(text));
}

/* Whether a day, or the end of a month or a year, is as late as another day. */
export function reaches(date, other) {
  return other <= `${date}~`;
}

/* Whether a part of a page that holds until a day only says nothing by the day chosen, or without one. */
export function isOver({ dataset: { until } }, day) {
  return Boolean(until) && (!day || reaches(day, until));
}
