// @ts-check
/* What a paragraph's page says of its restatement and its claims, and what their forms begin with. */

import { made } from "./elements.js";
import { address } from "./server.js";

/** A restated paragraph with its links as words, each with the id that it leads to. */
export function linked(text, records) {
  const parts = text.replace(/\s+/g, " ").split(/(\[\[[^\]]*\]\])/);
  return parts.map((part) => {
    const [, key, words] = part.match(/^\[\[([^|\]]*)\|?([^\]]*)\]\]$/) ?? [];
    if (key === undefined) return part;
    const name = records.find((one) => one.value === key)?.label.split(", ")[0];
    return made("span", { className: "link", title: key }, words || name || key);
  });
}

export function words(paragraph, lacks) {
  const parts = [
    paragraph.is_restated ? null : "not restated",
    paragraph.claims.length === 1 ? "1 claim" : `${paragraph.claims.length} claims`,
    lacks ? `${lacks} not carried` : null,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** Where some words stand in a text. */
export function placesOf(text, words) {
  const found = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push([at, at + words.length]);
  return found;
}

/** A link to the page of a record, on which its texts are written. */
export const pageOf = (key, words = key) => made("a", { href: address(`records/${key}/`) }, words);

/** Links with commas between them, or null. */
export const joined = (links) => (links.length ? links.flatMap((one, place) => (place ? [", ", one] : [one])) : null);

export const begunFrom = (said, number) => ({
  passage: said.passage.text,
  told: said.passage.told,
  ...said.guess,
  value: said.guess.value?.value ?? {},
  anchor: { from: said.passage.from_, to: said.passage.to },
  paragraphs: [number],
});

export const begunAgain = (claim) => ({
  ...claim.said,
  answers: (claim.said.answers ?? []).map((one) => `${one.question}#${one.position}`),
});

export function valueWords(value) {
  if (!value) return null;
  if (value.date) return value.as_given ?? value.date;
  const ends = value.low === value.high ? value.low : `${value.low ?? ""}–${value.high ?? ""}`;
  return [value.as_given ?? ends, value.unit, value.as_of ? `(${value.as_of})` : null].filter(Boolean).join(" ");
}
