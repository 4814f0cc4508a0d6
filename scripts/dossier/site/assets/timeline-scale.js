// @ts-check
/* The scale of years of a timeline, as `pictures/time_axis.py` and `pictures/date_bars.py` make it. Days are counted
   from 1970 on; places are in per cent. */

const NARROWER = 12;
const WIDEST = 3;
const SHORTEST_NARROW = 4;
const SHORT = 3 * 366;
const BEYOND = 365;
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const MOST_TICKS = 16;
const FEW_YEARS = 4;
const APART = 6;
const MONTHS = say("dates.months_short").split(" ");
const OPEN = ["unknown", "onward"];

export const dayOf = (year, month = 0) => new Date(0).setUTCFullYear(year, month, 1) / 864e5;
export const yearOf = (day) => new Date(day * 864e5).getUTCFullYear();
export const monthName = (month) => MONTHS[month];

const range = (first, last) => Array.from({ length: Math.max(last - first + 1, 0) }, (_, place) => first + place);

/* The scale that holds these dates, which are not none. */
export function scaleOf(dates) {
  const first = yearOf(Math.min(...dates.map((one) => (one.start === "onward" ? one.sure[1] - BEYOND : one.first))));
  const last = yearOf(Math.max(...dates.map((one) => (one.end === "onward" ? one.sure[0] + BEYOND : one.last))));
  const busy = new Set(dates.flatMap(busyYears));
  const full = busy.size ? busy : new Set(range(first, last));
  const stretches = placed(runs(first, last, full));
  const at = (day) => place(stretches, day);
  return { first, last, stretches, at, ticks: ticks(stretches, at), silent: silent(dates, first, last) };
}

function busyYears({ first, last, start, end }) {
  const from = OPEN.includes(start) ? last : first;
  const to = OPEN.includes(end) ? first : last;
  return to - from > SHORT ? [] : range(yearOf(from), yearOf(to));
}

function runs(first, last, full) {
  const found = [];
  for (const year of range(first, last)) {
    const end = found.at(-1);
    if (end && end.isFull === full.has(year)) end.last = year;
    else found.push({ first: year, last: year, isFull: full.has(year), isNarrow: false });
  }
  const joined = [];
  for (const one of found) {
    one.isNarrow = !one.isFull && one.last - one.first + 1 >= SHORTEST_NARROW;
    if (joined.length && !one.isNarrow && !joined.at(-1).isNarrow) joined.at(-1).last = one.last;
    else joined.push(one);
  }
  return joined;
}

function placed(found) {
  const weights = found.map(({ first, last, isNarrow }) => {
    const years = last - first + 1;
    return isNarrow ? Math.min(years / NARROWER, WIDEST) : years;
  });
  const total = weights.reduce((sum, one) => sum + one, 0);
  let x = 0;
  return found.map((one, number) => {
    const width = (100 * weights[number]) / total;
    x += width;
    return { ...one, x: x - width, width };
  });
}

/* Where a day begins; the day after is where it ends. */
function place(stretches, day) {
  const year = yearOf(day);
  const time = year + (day - dayOf(year)) / (dayOf(year + 1) - dayOf(year));
  return stretches.reduce((x, one) => {
    const share = (time - one.first) / (one.last - one.first + 1);
    return x + one.width * Math.min(Math.max(share, 0), 1);
  }, 0);
}

/* The first day of each stretch and round times within; with a label where these do not touch. */
function ticks(stretches, at) {
  const starts = [...stretches].sort((one, other) => Number(one.isNarrow) - Number(other.isNarrow));
  const days = new Set([...starts.map(({ first }) => dayOf(first)), ...roundYears(stretches), ...months(stretches)]);
  const kept = new Map();
  for (const day of days) {
    const x = at(day);
    if (x + APART <= 100 && [...kept.values()].every((other) => Math.abs(x - other) >= APART)) kept.set(day, x);
  }
  return [...days]
    .sort((one, other) => one - other)
    .map((day) => {
      const month = new Date(day * 864e5).getUTCMonth();
      const label = kept.has(day) ? (month ? MONTHS[month] : String(yearOf(day))) : "";
      return { x: at(day), label, isYear: !month };
    });
}

function roundYears(stretches) {
  const full = stretches.filter(({ isNarrow }) => !isNarrow);
  const years = full.reduce((sum, one) => sum + one.last - one.first + 1, 0);
  const step = STEPS.find((one) => years / one <= MOST_TICKS) ?? STEPS.at(-1);
  return stretches.flatMap((one) => {
    const own = one.isNarrow ? Math.max(step, 10) : step;
    return range(one.first + 1, one.last)
      .filter((year) => year % own === 0)
      .map((year) => dayOf(year));
  });
}

function months(stretches) {
  const first = stretches[0].first;
  const last = stretches.at(-1).last;
  if (last - first >= FEW_YEARS) return [];
  const step = first === last ? 1 : 3;
  return range(first, last).flatMap((year) =>
    range(1, 11)
      .filter((month) => month % step === 0)
      .map((month) => dayOf(year, month)),
  );
}

/* The years to which nothing is dated, in runs of the first and the last. */
function silent(dates, first, last) {
  const spoken = new Set(
    dates.flatMap((one) =>
      range(
        one.start === "onward" ? first : yearOf(one.first),
        one.end === "onward" ? last : yearOf(one.last),
      ),
    ),
  );
  const found = [];
  for (const year of range(first, last).filter((one) => !spoken.has(one))) {
    if (found.at(-1)?.last === year - 1) found.at(-1).last = year;
    else found.push({ first: year, last: year });
  }
  return found;
}
