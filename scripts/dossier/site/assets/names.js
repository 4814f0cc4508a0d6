// @ts-check
/* Names: which records a query means, however they are spelt. */

import { ACRONYM } from "./dictionary.js";
import { distance, tolerance } from "./distance.js";
import { soundOf, tellingWords, wordsOf } from "./folding.js";

const ENDINGS = /^(?:s|es|d|ed|ing|n|ns|i|is)$/;

/* The records of a dictionary that a query means, best first: `full` where the name holds every telling word of the query.
   `isWord` tells whether a word occurs in the texts as it stands: then it is no slip. */
export function findNames(index, query, { isWord = /** @type {(word: string) => boolean} */ (() => false), exact = false } = {}) {
  const all = wordsOf(index.folding, query);
  if (!all.length) return [];
  const asked = askedWords(index, all, query, exact ? () => true : isWord);
  const whole = { joined: all.join(""), sound: asked.map((word) => word.sound).join(""), exact };
  const first = index.folding.asking.has(all[0]) ? all[0] : "";
  const found = new Map();
  const note = (match) => {
    const best = match && found.get(match.name.address);
    if (match && (!best || better(match, best) < 0)) found.set(match.name.address, match);
  };
  for (const name of index.names.values()) note(matched(index, name, asked, whole, first));
  if (![...found.values()].some((match) => match.full)) {
    for (const union of index.unions) note(unionMatch(index, union, asked, found));
  }
  return [...found.values()].sort(better).map((match) => shown(index, match));
}

function askedWords(index, all, query, isWord) {
  const telling = tellingWords(index.folding, all, query);
  const needed = telling.filter((word) => !index.folding.optional.has(word));
  return telling.map((plain, place) => {
    const costs = costsOf(index, plain, { slips: !isWord(plain), begun: place === telling.length - 1 });
    const optional = needed.length > 0 && index.folding.optional.has(plain);
    return { sound: soundOf(index.folding, plain), costs, optional, weight: weightOf(index, costs, isWord(plain)) };
  });
}

/* A query made of several names of one record, such as a name and its acronym. */
function unionMatch(index, union, asked, found) {
  const match = wordsMatch(index, union, asked, "");
  if (!match?.full) return null;
  return { ...match, name: found.get(union.address)?.name ?? union, score: match.score + 0.3, own: 1 };
}

function better(one, other) {
  return other.full - one.full || one.score - other.score;
}

function shown(index, { name, score, full, coverage, own, sure, asked, used }) {
  const { title, kind, address } = index.records.get(name.address);
  return { title, kind, address, matched: name.text, score, full, coverage, own, sure, asked, used };
}

/* What it costs to read a word of the query as each word of the index that is like it. */
function costsOf(index, plain, { slips, begun }) {
  const asked = { plain, sound: soundOf(index.folding, plain) };
  const costs = new Map();
  for (const word of index.vocabulary.values()) {
    const cost = costOf(asked, word, slips, begun);
    if (cost < Infinity) costs.set(word, cost);
  }
  return costs;
}

function costOf(asked, word, slips, begun) {
  if (asked.plain === word.plain) return 0;
  if (word.acronym || asked.plain.length < 3) return Infinity;
  if (asked.sound === word.sound && asked.plain.length > 3) return slips ? 0.1 : 0.5;
  if (extends_(asked.plain, word.plain) || extends_(word.plain, asked.plain)) return 0.3;
  if (begun && word.plain.startsWith(asked.plain)) return 0.4;
  const limit = slips ? tolerance(Math.min(asked.plain.length, word.plain.length)) : 0;
  if (!limit) return Infinity;
  const plain = distance(asked.plain, word.plain, limit);
  const heard = distance(asked.sound, word.sound, Math.min(limit, tolerance(asked.sound.length)));
  return 0.5 + Math.min(plain, heard + 0.1);
}

function extends_(short, long) {
  return short.length > 3 && long.startsWith(short) && ENDINGS.test(long.slice(short.length));
}

/* A word of many names tells little, a word of none most, unless it occurs nowhere at all. */
function weightOf(index, costs, occurs) {
  if (!occurs && !costs.size) return 0.5;
  let names = 0;
  for (const [word, cost] of costs) if (cost < 0.5) names += word.names;
  return Math.log((index.number + 1) / (names + 1)) + 0.5;
}

function matched(index, name, asked, whole, first) {
  const one = wholeMatch(name, whole);
  const other = wordsMatch(index, name, asked, first);
  const match = one && (!other || better(one, other) <= 0) ? one : other;
  if (match) match.score += name.rank * 0.01 - Math.log1p(index.records.get(name.address).referrers) * 0.005;
  return match;
}

/* The name and the query as one run of letters each: spaces, hyphens and particles come and go. */
function wholeMatch(name, { joined, sound, exact }) {
  const found = (score) => ({ name, score, full: true, coverage: 1, own: 1 });
  if (name.joined === joined) return found(0);
  if (name.rank === ACRONYM && joined.length < 5) return null;
  if (name.sound === sound && sound.length > 3) return found(0.1);
  const limit = exact ? 0 : Math.min(2, tolerance(Math.min(name.joined.length, joined.length)));
  if (!limit || joined.length < 4) return null;
  const cost = Math.min(distance(joined, name.joined, limit), distance(sound, name.sound, limit) + 0.1);
  return cost < Infinity ? found(0.5 + cost) : null;
}

/* The name and the query word by word, in any order. Words of titles and kinds may be left over. */
function wordsMatch(index, name, asked, first) {
  const used = new Set();
  let [score, held, all, sure, left] = [0, 0, 0, 0, 0];
  for (const { costs, weight, optional } of asked) {
    const [cost, place] = cheapest(name.words, costs, used);
    if (place >= 0 || !optional) all += weight;
    if (place < 0) {
      if (!optional) left += 1;
      else score += 0.15;
      continue;
    }
    used.add(place);
    held += weight;
    score += cost;
    if (cost < 0.5) sure += 1;
  }
  const core = name.words.filter((word) => !index.folding.asking.has(word.plain));
  const own = used.size / Math.max(1, core.length);
  // One slip in one word of a long title is chance.
  if (!used.size || (!sure && own < 0.3)) return null;
  const asks = first && name.words[0].plain === first ? 0.3 : 0;
  const extra = Math.min(2, 0.6 * Math.max(0, core.length - used.size));
  const match = { name, full: !left, own, sure, used: used.size, asked: asks > 0 };
  return { ...match, score: score + extra + 0.05 - asks, coverage: held / all + asks };
}

function cheapest(words, costs, used) {
  let [least, place] = [Infinity, -1];
  words.forEach((word, at) => {
    const cost = costs.get(word);
    if (cost < least && !used.has(at)) [least, place] = [cost, at];
  });
  return [least, place];
}
