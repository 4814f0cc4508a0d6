// @ts-check
/* What a query means: phrases that stay exact, words that tell, words mended, and other names of what it names. */

import { dictionaryFor, loadRules } from "./dictionary.js";
import { distance, tolerance } from "./distance.js";
import { tellingWords, wordsOf } from "./folding.js";
import { findNames } from "./names.js";
import { joined } from "./whole-numbers.js";

const PHRASE = /["“”«»]([^"“”«»]+)["“”«»]/g;

const LONGEST = 6;

/* A query understood:
   `phrases` must occur as they are; `terms` are lists of alternatives, each words that belong together;
   `question` tells whether it is asked as one; `hits` are the names it means; `corrected` says which words were mended and how, or is null.
   A slip is looked for under the letters of the query first, and under all others where nothing there is near. */
export async function understood(query, exact) {
  const { folding } = await loadRules();
  const asked = taken(folding, query);
  const near = meaning(await dictionaryFor([...asked.telling, ...asked.words.slice(0, 1)]), asked, exact);
  return near.unknown ? meaning(await dictionaryFor(null), asked, exact) : near;
}

/* A query taken apart. */
function taken(folding, query) {
  const phrases = [...query.matchAll(PHRASE)].map((found) => found[1].trim()).filter(Boolean);
  const rest = query.replace(PHRASE, " ").replace(/["“”«»]/g, " ");
  const words = wordsOf(folding, joined(rest));
  const question = folding.asking.has(words[0]) || folding.auxiliaries.has(words[0]);
  return { query, phrases, words, question, telling: words.length ? tellingWords(folding, words, rest) : [] };
}

function meaning(index, { query, phrases, words, question, telling }, exact) {
  const { counts, records } = index;
  const isWord = (word) => counts.get(word) > 0 || /\d/.test(word);
  const hits = findNames(index, query, { isWord, exact: exact || phrases.length > 0 });
  const [best] = hits;
  const named = best?.full ? wordsOf(index.folding, best.matched).filter((word) => counts.has(word)) : [];
  const mended = exact ? telling : telling.map((word, place) => mend(counts, named, word, place === telling.length - 1));
  const meant = best?.full && best.own === 1 ? [records.get(best.address).title, best.matched] : [];
  const changed = telling.map((word, place) => [word, mended[place]]).filter(([from, to]) => from !== to);
  return {
    phrases,
    words,
    mended,
    telling: telling.length,
    question: question && telling.length > 1,
    terms: termsOf(index, mended, meant).map(([own, ...others]) => (own.every((word) => occurs(counts, word)) ? [own, ...others] : others)),
    hits,
    corrected: changed.length ? { from: changed.map(([from]) => from).join(" "), to: changed.map(([, to]) => to).join(" ") } : null,
    missing: best?.full ? [] : telling.filter((word) => !occurs(counts, word)),
    unknown: !exact && !best?.full && mended.some((word) => tolerance(word.length) > 0 && !occurs(counts, word)),
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
  return tellingWords(index.folding, wordsOf(index.folding, title), title);
}

/* The longest run of words from a place on that spells a name, and the titles of the records so named. */
function spelt(index, words, start) {
  for (let length = Math.min(LONGEST, words.length - start); length > 0; length--) {
    const named = index.spelt.get(words.slice(start, start + length).join(" "));
    if (named) return { length, titles: [...named].map((address) => index.records.get(address).title) };
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

/* Words of a text are mended more narrowly than names: another word is no slip. */
function nearest(counts, words, word) {
  let [best, least] = [null, Infinity];
  const limit = Math.min(tolerance(word.length), word.length < 6 ? 0.75 : word.length < 8 ? 1 : 1.5);
  for (const other of words) {
    const cost = distance(word, other, limit) - Math.log1p(counts.get(other)) * 0.02;
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}
