/* What a query means: phrases that stay exact, words that tell, words mended, and other names of what it names. */

import { distance, tolerance } from "./distance.js";
import { findNames, loadNames, tellingWords, wordsOf } from "./names.js";

const ROOT = new URL("../../", import.meta.url);
const PHRASE = /["“”«»]([^"“”«»]+)["“”«»]/g;

const LONGEST = 6;

let loading;

/* The words of the texts with how often each occurs, fetched once. */
export function loadWords() {
  loading ??= fetch(new URL("search/words.json", ROOT))
    .then((answer) => answer.json())
    .then((numbers) => {
      const counts = new Map();
      for (const [number, words] of Object.entries(numbers)) {
        for (const word of words.split(" ")) counts.set(word, Number(number));
      }
      return counts;
    });
  return loading;
}

/* A query understood:
   `phrases` must occur as they are; `terms` are lists of alternatives, each words that belong together;
   `hits` are the names it means; `corrected` says which words were mended and how, or is null. */
export async function understood(query, exact) {
  const [index, counts] = await Promise.all([loadNames(), loadWords()]);
  const phrases = [...query.matchAll(PHRASE)].map((found) => found[1].trim()).filter(Boolean);
  const rest = query.replace(PHRASE, " ").replace(/["“”«»]/g, " ");
  const words = wordsOf(index, rest);
  const telling = words.length ? tellingWords(index, words, rest) : [];
  const isWord = (word) => counts.has(word) || /\d/.test(word);
  const hits = await findNames(query, { isWord, exact: exact || phrases.length > 0 });
  const named = hits[0]?.full ? wordsOf(index, hits[0].matched).filter((word) => counts.has(word)) : [];
  const mended = exact ? telling : telling.map((word, place) => mend(counts, named, word, place === telling.length - 1));
  const meant = hits[0]?.full && hits[0].own === 1 ? [index.records[hits[0].place][0], hits[0].matched] : [];
  const changed = telling.map((word, place) => [word, mended[place]]).filter(([from, to]) => from !== to);
  return {
    phrases,
    terms: termsOf(index, mended, meant).map((term) => term.filter((words) => words.every((word) => occurs(counts, word)))),
    hits,
    corrected: changed.length ? { from: changed.map(([from]) => from).join(" "), to: changed.map(([, to]) => to).join(" ") } : null,
  };
}

/* Each word is a term; words that spell a name of a record can be met by the record's own name too. */
function termsOf(index, words, meant) {
  const terms = [];
  for (let start = 0; start < words.length; ) {
    const { length, titles } = spelt(index, words, start);
    const own = words.slice(start, start + length);
    const others = [...titles, ...(length === words.length ? meant : [])].map((title) => titleWords(index, title));
    const added = others.filter((other) => other.join(" ") !== own.join(" "));
    if (added.length) terms.push([own, ...added]);
    else terms.push(...own.map((word) => [[word]]));
    start += length;
  }
  if (words.length > 1 && meant.length && terms.length > 1) return [[words, ...meant.map((title) => titleWords(index, title))]];
  return terms;
}

function titleWords(index, title) {
  return tellingWords(index, wordsOf(index, title), title);
}

/* The longest run of words from a place on that spells a name, and the titles of the records so named. */
function spelt(index, words, start) {
  for (let length = Math.min(LONGEST, words.length - start); length > 0; length--) {
    const places = index.spelt.get(words.slice(start, start + length).join(" "));
    if (places) return { length, titles: [...places].map((place) => index.records[place][0]) };
  }
  return { length: 1, titles: [] };
}

function occurs(counts, word) {
  if (counts.has(word) || /\d/.test(word)) return true;
  for (const other of counts.keys()) if (other.startsWith(word)) return true;
  return false;
}

/* The word itself where it occurs or begins one that does, else the nearest that occurs, first of those of a name meant. */
function mend(counts, named, word, begun) {
  if (counts.has(word) || /\d/.test(word) || tolerance(word.length) === 0) return word;
  if (begun && [...counts.keys()].some((other) => other.startsWith(word))) return word;
  return nearest(counts, named, word) ?? nearest(counts, counts.keys(), word) ?? word;
}

function nearest(counts, words, word) {
  let [best, least] = [null, Infinity];
  for (const other of words) {
    const cost = distance(word, other, Math.min(2, tolerance(word.length))) - Math.log1p(counts.get(other)) * 0.02;
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}
