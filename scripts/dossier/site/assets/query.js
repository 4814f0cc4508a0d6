// @ts-check
/* What a query means: phrases that stay exact, words that tell, words mended, and other names of what it names. */

import { dictionaryFor, loadRules } from "./dictionary.js";
import { distance, tolerance } from "./distance.js";
import { tellingWords, wordsOf } from "./folding.js";
import { findNames } from "./names.js";
import { knownWords } from "./topics.js";

const PHRASE = /["“”«»]([^"“”«»]+)["“”«»]/g;

const NUMBER = /^\p{N}+$/u;
const LONGEST = 6;
const LONG_TITLE = 3;
// How often a word of English is taken to occur whose letter was not looked up.
const SOMETIMES = 20;

/* A query understood:
   `phrases` must occur as they are; `terms` are lists of alternatives, each words that belong together;
   `isCommon` and `isEnglish` tell of a word what `knownWords` does; `question` tells whether it is asked as one; `hits` are the names it means; `corrected` says which words were mended and how, or is null.
   A slip is looked for under the letters of the query first, and under all others where nothing there is near and the
   query still stands when it has `settled`. */
export async function understood(query, exact, settled) {
  const { folding } = await loadRules();
  const known = await knownWords(folding);
  const asked = { ...taken(folding, query), ...known };
  const near = meaning(await dictionaryFor(lookedUp(asked)), asked, exact);
  return near.unknown && (await settled()) ? meaning(await dictionaryFor(null), asked, exact) : near;
}

/* The words under whose letters names are looked for: common words stand in none alone. */
function lookedUp({ telling, words, isEnglish }) {
  const telltale = telling.filter((word) => !isEnglish(word) && !NUMBER.test(word));
  return telltale.length ? telltale : [...telling, ...words.slice(0, 1)];
}

/* A query taken apart. */
function taken(folding, query) {
  const phrases = [...query.matchAll(PHRASE)].map((found) => found[1].trim()).filter(Boolean);
  const rest = query.replace(PHRASE, " ").replace(/["“”«»]/g, " ");
  const words = wordsOf(folding, rest);
  const question = folding.asking.has(words[0]) || folding.auxiliaries.has(words[0]);
  return { query, phrases, words, question, telling: words.length ? tellingWords(folding, words, rest) : [] };
}

/* A long name that has a word of its own, such as an acronym, is spared where the words need not stand as they are, and only
   that word is looked for: each word of the name would fetch a part of the index. */
function meaning(index, { query, phrases, words, question, telling, isCommon, isEnglish, isAsked }, exact) {
  const { counts, records } = index;
  const isThere = (word) => isEnglish(word) || occurs(counts, word);
  const isSpared = (own, others) => !exact && own.length >= LONG_TITLE && others.some(({ length }) => length === 1);
  const isWord = (word) => counts.get(word) > 0 || /\d/.test(word) || isEnglish(word);
  const hits = findNames(index, query, { isWord, exact: exact || phrases.length > 0 });
  const [best] = hits;
  const named = best?.full ? wordsOf(index.folding, best.matched).filter((word) => counts.has(word)) : [];
  const mended = exact ? telling : telling.map((word, place) => (isEnglish(word) ? word : mend(counts, named, word, place === telling.length - 1)));
  const meant = best?.full && best.own === 1 ? [records.get(best.address).title, best.matched] : [];
  const changed = telling.map((word, place) => [word, mended[place]]).filter(([from, to]) => from !== to);
  return {
    phrases,
    words,
    counts,
    mended,
    telling: telling.length,
    question: question && telling.length > 1,
    terms: termsOf(index, mended, meant).map(([own, ...others]) => (own.every(isThere) && !isSpared(own, others) ? [own, ...others] : others)),
    hits,
    corrected: changed.length ? { from: changed.map(([from]) => from).join(" "), to: changed.map(([, to]) => to).join(" ") } : null,
    isCommon,
    isEnglish,
    missing: best?.full ? [] : telling.filter((word) => !isThere(word)),
    unknown: !exact && !best?.full && mended.some((word) => tolerance(word.length) > 0 && !isThere(word) && !isAsked(word)),
  };
}

/* Each word is a term; words that spell a name of a record can be met by the record's own name too. */
function termsOf(index, words, meant) {
  const terms = [];
  for (let start = 0; start < words.length; ) {
    const { length, titles } = spelt(index, words, start);
    const own = words.slice(start, start + length);
    const others = new Set([...titles, ...(length === words.length ? meant : [])].map((title) => called(index, title).join(" ")));
    const added = [...others].filter((other) => other !== own.join(" ")).map((other) => other.split(" "));
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

/* The words by which texts call a record: those of its title, or the acronym of a long one where they have it. */
function called(index, title) {
  const words = titleWords(index, title);
  const acronym = index.acronyms.get(title);
  return acronym && words.length >= LONG_TITLE ? [acronym] : words;
}

/* The terms that weigh most, in their order, each in the words that occur most often: the rarest of those that occur and
   are not common. All of them where all are common. */
export function rarest(terms, most, { counts, isCommon, isEnglish }) {
  const often = (words) => Math.min(...words.map((word) => counts.get(word) ?? (isEnglish(word) ? SOMETIMES : 0)));
  const known = terms.flatMap((term) => {
    const [best] = [...term].sort((one, other) => often(other) - often(one));
    return best && often(best) > 0 && !best.every(isCommon) ? [{ best, count: often(best) }] : [];
  });
  const kept = [...known].sort((one, other) => one.count - other.count).slice(0, most);
  return kept.length ? known.filter((one) => kept.includes(one)).map(({ best }) => [best]) : terms;
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
