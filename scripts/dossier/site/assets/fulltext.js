// @ts-check
/* Full text: what Pagefind finds for each term of a query, brought together, filtered and counted. */

import { loadRules } from "./dictionary.js";
import { reaches } from "./iso-days.js";
import { idAt } from "./later-records.js";
import { phrased, standing, WORD } from "./whole-numbers.js";

const ROOT = new URL("../../", import.meta.url);
const FEW = 5;
// Titles weigh by the index itself; a second weight for them would depend on what was loaded before.
const RANKING = { metaWeights: { title: 0 } };
const SMOOTH = 10;
const PREFERENCE = 1.4;
const MOST = 0.5;
const ENOUGH = 3;
// An excerpt has no more words than this.
const LONGEST = 45;
const FILTERS = ["kind", "source"];
export const FACETS = [...FILTERS, "year"];

let loading;

function load() {
  loading ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24, noWorker: true, ranking: RANKING });
    await pagefind.init();
    return pagefind;
  });
  return loading;
}

export function isLoaded() {
  return loading !== undefined;
}

/* What each result is of each facet. Few results tell it themselves; of many, Pagefind is asked value by value. */
async function facetsOf({ results, asked }) {
  const { dates } = await loadRules();
  const known = results.length <= FEW ? await told(results) : await sorted(asked);
  for (const facets of known.values()) facets.year = dates[facets.source]?.year;
  return known;
}

async function told(results) {
  const entries = await Promise.all(results.map((result) => result.entry()));
  return new Map(results.map(({ id }, place) => [id, { kind: entries[place].kind, source: entries[place].source }]));
}

async function sorted(asked) {
  const pagefind = await load();
  await pagefind.filters();
  const facets = new Map();
  for (const words of asked) {
    const { filters } = await pagefind.search(words);
    for (const facet of FILTERS) {
      for (const [value, number] of Object.entries(filters[facet] ?? {})) {
        if (!number) continue;
        const { results } = await pagefind.search(words, { filters: { [facet]: value } });
        for (const { id } of results) facets.set(id, { ...facets.get(id), [facet]: value });
      }
    }
  }
  return facets;
}

/* What the texts hold of an understood query, best first: `whole` of the results hold all of it, the others most. */
export async function findTexts({ phrases, terms, question }) {
  const pagefind = await load();
  const { entries, dates, sentences } = await loadRules();
  const wanted = [...phrases.map((phrase) => [`"${phrase}"`]), ...terms.map((term) => term.map(phrased))];
  const found = await Promise.all(wanted.map((alternatives) => union(pagefind, alternatives)));
  const asked = [...new Set(wanted.flat())];
  const preferred = question ? await questionsAmong(pagefind, asked) : new Set();
  const { results, whole } = together(found, { needed: phrases.length, entries, preferred });
  return { results: results.map(({ id, data }) => ({ id, entry: async () => entryOf(await data(), dates, sentences) })), whole, asked };
}

/* An entry of the index. Its address is where its page stood among those that were indexed. */
function entryOf({ raw_url, meta, filters, excerpt, content }, dates, rules) {
  const [kind] = filters.kind;
  const [source = ""] = filters.source ?? [];
  const address = raw_url.slice(1).replace(/([^/.]+)(?:\.full)?\.html$/, "#$1");
  return { title: meta.title, kind, source, date: dates[source]?.words ?? "", address, excerpt: sentenceOf(sentencesOf(content, rules), excerpt) };
}

/* The sentences of a text, by the rule that the build wrote down: the one by which the pages are divided. */
export function sentencesOf(text, { end, shortened }) {
  const found = [];
  let start = 0;
  for (const { 0: whole, 1: space, index } of text.matchAll(new RegExp(end, "gu"))) {
    if (new RegExp(shortened, "u").test(text.slice(start, index))) continue;
    found.push(text.slice(start, index + whole.length - space.length));
    start = index + whole.length;
  }
  return [...found, text.slice(start)];
}

/* The sentence with most of the words that are marked in an excerpt, from its beginning, with the same words marked in turn. */
function sentenceOf(sentences, excerpt) {
  const parts = excerpt.split(/<\/?mark>/);
  const marked = new Set(parts.filter((_, place) => place % 2).flatMap((words) => words.toLowerCase().match(WORD) ?? []));
  const [best] = sentences.map((sentence) => [sentence, held(sentence, marked)]).reduce((one, other) => (other[1] > one[1] ? other : one), ["", 0]);
  const words = best.split(" ");
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST).join(" ")} …` : best;
  return short.split(new RegExp(`(${WORD.source})`, "u")).map((text) => ({ text, isMarked: marked.has(text.toLowerCase()) }));
}

function held(sentence, marked) {
  return new Set((sentence.toLowerCase().match(WORD) ?? []).filter((word) => marked.has(word))).size;
}

/* Who asks a question is served by the page that sets the answers side by side. */
async function questionsAmong(pagefind, asked) {
  const searches = asked.map((words) => pagefind.search(words, { filters: { kind: "Question" } }));
  return new Set((await Promise.all(searches)).flatMap(({ results }) => results.map(({ id }) => id)));
}

/* The results that fit the filters, and for each facet how many there are of each value when the other filters stay. */
export async function narrowed(found, filters) {
  const { results } = found;
  const facets = await facetsOf(found);
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, counted(results, facets, filters, facet)]));
  return { results: results.filter(({ id }) => FACETS.every((facet) => fits(facets, id, facet, filters[facet]))), counts };
}

/* What is left of results without those that came later: paragraphs and claims by their source, records by themselves. */
export async function withoutLater(found, day, isLater) {
  const { dates } = await loadRules();
  const facets = await facetsOf(found);
  const stays = async ({ id, entry }) => {
    const { kind, source } = facets.get(id) ?? {};
    if (kind === "Page") return true;
    return source ? !dates[source] || reaches(day, dates[source].known) : !isLater(idAt((await entry()).address));
  };
  const kept = await Promise.all(found.results.map(stays));
  const results = found.results.filter((_, place) => kept[place]);
  return { ...found, results, whole: kept.slice(0, found.whole).filter(Boolean).length, later: kept.length - results.length };
}

/* The results of a term's alternatives as one, each with its score as a share of the best of its alternative. */
async function union(pagefind, alternatives) {
  const best = new Map();
  for (const words of alternatives) {
    const results = await standing((await pagefind.search(words)).results, words);
    for (const { id, data, score } of results) {
      const share = score / results[0].score;
      if (!(best.get(id)?.share >= share)) best.set(id, { id, data, share });
    }
  }
  return best;
}

/* The results of all terms as one list. Terms before `needed` must be met. A term weighs as it is rare. */
function together(found, { needed, entries, preferred }) {
  const merged = new Map();
  found.forEach((term, number) => {
    const weight = Math.log(1 + entries / (term.size + SMOOTH));
    for (const { id, data, share } of term.values()) {
      const one = merged.get(id) ?? { id, data, score: 0, held: 0, met: 0, needed: 0, most: 0 };
      one.score += weight * (1 + share);
      one.held += weight;
      one.met += 1;
      one.needed += number < needed ? 1 : 0;
      if (weight > one.most) [one.data, one.most] = [data, weight];
      merged.set(id, one);
    }
  });
  for (const id of preferred) merged.get(id).score *= PREFERENCE;
  const able = [...merged.values()].filter((one) => one.needed === needed).sort((a, b) => b.score - a.score);
  const whole = able.filter((one) => one.met === found.length);
  if (whole.length >= ENOUGH || found.length < 2) return { results: whole, whole: whole.length };
  const highest = Math.max(0, ...able.map((one) => one.held));
  const near = able.filter((one) => one.met < found.length && one.held >= MOST * highest);
  return { results: [...whole, ...near], whole: whole.length };
}

function fits(facets, id, facet, value) {
  return !value || facets.get(id)?.[facet] === value;
}

function counted(results, facets, filters, facet) {
  const counts = {};
  let all = 0;
  for (const { id } of results) {
    if (!FACETS.every((other) => other === facet || fits(facets, id, other, filters[other]))) continue;
    all += 1;
    const value = facets.get(id)?.[facet];
    if (value) counts[value] = (counts[value] ?? 0) + 1;
  }
  return { all, counts };
}
