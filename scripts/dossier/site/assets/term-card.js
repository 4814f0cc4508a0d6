// @ts-check
/* What the card beside a word of the glossary shows: the paragraph with which its entry begins. */

import { made } from "./results.js";

let definitions;

/* The parts of the card, or nothing where the definition cannot be had. */
export async function partsOfTerm(link) {
  definitions ??= fetched();
  const found = (await definitions)[decodeURIComponent(link.hash.slice(1))];
  return found ? parts(found, link.href) : null;
}

async function fetched() {
  try {
    const answer = await fetch(new URL("terms.json", import.meta.url));
    return answer.ok ? await answer.json() : {};
  } catch {
    return {};
  }
}

function parts([name, definition], address) {
  const line = made("p", "claim__by");
  const more = made("a", "", say("term_card.more"));
  more.href = address;
  line.append(more);
  return [made("p", "record-card__title", name), made("p", "record-card__text", definition), line];
}
