// @ts-check
/* Which records came later than a day, as `known.json` tells: those of which no source that was out by then speaks. A
   claim came with its source. */

import { reaches } from "./iso-days.js";

const RECORD = /(?:^|\/)(?:sources|actors|events|places|questions|claims)\/([a-z0-9-]+)\/(?:index\.html)?$/;
const CLAIM = /-c\d+$/;
let read = null;

/* Whether what has an id came later than the day, and how relations stood from which day on, by key. */
export async function laterThan(day) {
  read ??= fetch(new URL("known.json", import.meta.url)).then((answer) => answer.json());
  const { known, standings } = await read;
  const later = new Set(Object.entries(known).flatMap(([since, ids]) => (reaches(day, since) ? [] : ids)));
  return { isLater: (id) => later.has(id) || (CLAIM.test(id) && later.has(sourceOf(id))), standings };
}

/* The source of a claim; any other id as it is. */
export function sourceOf(id) {
  return id.replace(CLAIM, "");
}

/* The id of the record whose page an address is, whatever part of it; empty where it is that of none. */
export function idAt(address) {
  return RECORD.exec(address.replace(/[?#].*$/, ""))?.[1] ?? "";
}
