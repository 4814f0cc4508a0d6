// @ts-check
/* What a query asks for: questions, events and other topics, by the words in which they are asked for. */

import { loadRules } from "./dictionary.js";
import { stemOf, wordsOf } from "./folding.js";

const ROOT = new URL("../../", import.meta.url);
const LONGEST = 6;
// "What is a ..." asks what a word means as long as it has no more words.
const LONGEST_MEANING = 4;
// What a word is worth by where a topic has it, and what another word of the same concept is worth beside the word.
const IN_WAY = 1;
const IN_ANSWERS = 0.7;
const SAME_CONCEPT = 0.85;
// What a whole way of asking is worth beside its words; that it asks for the same; that it asks for something else.
const WAY = 1.2;
const SAME_INTENT = 0.15;
const OTHER_INTENT = -0.1;
const TELLING_INTENT = { will: 0.25, should: 0.15 };
const UNASKED_INTENT = -0.04;
const UNASKED_MORE = { will: -0.2, should: -0.2 };
const TITLE = 0.04;
const LEAST = 0.3;
const SAME = 0.99;
// A word that no topic has weighs like one that so many have.
const UNKNOWN = 20;
// What a common word or a number weighs that no topic has, beside a word that may be a name.
const COMMON = 0.3;
// What a common word weighs that a topic has.
const LIGHT = 0.4;
const KIND = { Question: 0.12, Event: 0.05 };
const SECTION = -0.4;
const SECTION_MEANING = 0.2;
const KIND_ASKED = { when: { Event: 0.15 }, who: { Actor: 0.2 }, where: { Place: 0.1 }, site: { Page: 0.3 } };

let loading;
const answers = new Map();

/* The topics, made ready; fetched once. */
export function loadTopics() {
  const read = () => fetch(new URL("search/topics.json", ROOT)).then((answer) => answer.json());
  loading ??= Promise.all([loadRules(), read()]).then(([{ folding }, topics]) => ready(folding, topics));
  return loading;
}

function ready(folding, read) {
  const rules = {
    idle: new Set(read.idle),
    particles: new Set(read.particles),
    whether: new Set(read.whether),
    concepts: meanings(read.concepts, " "),
    intents: new Map(read.intents.flatMap((words) => words.map((word) => [word, words[0]])).reverse()),
    called: meanings(read.called, ";"),
    phrases: meanings(read.phrases, ";"),
    site: new Set(read.site),
    common: new Set(read.common),
    spoken: new Set(read.spoken),
  };
  const topics = read.topics.map((row) => topicOf(folding, rules, row));
  const spread = new Map();
  for (const { worth } of topics) for (const word of worth.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  return { rules, topics, spread };
}

/* What stands for each of the listed words: the first of its list. */
function meanings(lists, between) {
  return new Map(lists.map((list) => list.split(between)).flatMap(([meaning, ...words]) => words.map((word) => [word, meaning])));
}

/* A topic with the ways in which it is asked for, first by its title, and what each stem and each concept is worth in it. */
function topicOf(folding, rules, [address, kind, title, ways, answers, short]) {
  const worth = new Map();
  const add = (words, value) => {
    for (const word of words) {
      for (const [key, own] of [[word, value], [conceptOf(rules, word), value * SAME_CONCEPT]]) {
        worth.set(key, Math.max(worth.get(key) ?? 0, own));
      }
    }
  };
  const own = meantBy(rules, wordsOf(folding, title));
  const others = split(ways, ";").map((way) => way.split(":").reverse());
  const asked = [
    wayOf(rules, intentOf(rules, own), askedWords(folding, rules, own)),
    ...others.map(([words, intent = ""]) => wayOf(rules, intent, split(words))),
  ];
  add(split(answers), IN_ANSWERS);
  for (const { words } of asked) add(words, IN_WAY);
  return { address, kind, title, short, asked, worth };
}

function wayOf(rules, intent, words) {
  return { intent, words: new Set(words), concepts: new Set(words.map((word) => conceptOf(rules, word))) };
}

function split(words, between = " ") {
  return words ? words.split(between) : [];
}

/* Concepts are told from stems by a mark before them. */
function conceptOf({ concepts }, stem) {
  return `~${concepts.get(stem) ?? stem}`;
}

/* The stems of what is asked for, each once. */
export function askedWords(folding, rules, words) {
  return [...new Set(tellingOf(rules, words).map((word) => stemOf(folding, word)))];
}

/* Plain words with the words that phrases stand for in their place; at each place the longest phrase counts. */
export function meantBy({ phrases }, words) {
  const found = [];
  for (let place = 0; place < words.length; ) {
    let length = Math.min(LONGEST, words.length - place);
    const run = () => words.slice(place, place + length).join(" ");
    while (length > 0 && !phrases.has(run())) length -= 1;
    found.push(...split(length > 0 ? phrases.get(run()) : words[place]));
    place += length || 1;
  }
  return found.length ? found : words;
}

/* The words that tell something, with every name as it is called in the topics; all words where none does. Where names
   alone tell something, the words around them count as well, but for particles. */
function tellingOf(rules, words) {
  const runs = [...runsOf(rules, words)];
  const telling = runs.filter(({ tells }) => tells);
  const kept = telling.every(({ isName }) => isName) ? runs.filter(({ tells, own }) => tells || !rules.particles.has(own[0])) : telling;
  return kept.length ? kept.flatMap(({ own }) => own) : words;
}

/* Names as they are called in the topics, and the words between them. */
function* runsOf({ called, idle }, words) {
  for (let place = 0; place < words.length; ) {
    let length = Math.min(LONGEST, words.length - place);
    while (length > 0 && !called.has(words.slice(place, place + length).join(" "))) length -= 1;
    const name = words.slice(place, place + length).join(" ");
    yield length ? { own: called.get(name).split(" "), isName: true, tells: true } : { own: [words[place]], isName: false, tells: !idle.has(words[place]) };
    place += length || 1;
  }
}

/* What is asked for, such as "when", by the first word that tells it and stands in no name; empty where none does.
   Words that begin as a question to be answered with yes or no ask for that, unless a name stands before them. */
export function intentOf(rules, words) {
  const runs = [...runsOf(rules, words)];
  const apart = runs.filter(({ isName }) => !isName).map(({ own }) => own[0]);
  const isNamed = apart.length < runs.length;
  const [first, second] = runs[0]?.isName ? [] : apart;
  if (apart.some((word) => rules.site.has(word) || (!isNamed && rules.spoken.has(word)))) return "site";
  if (!isNamed && first === "what" && second === "is" && words.length <= LONGEST_MEANING) return "meaning";
  if (rules.whether.has(first)) return "whether";
  if (first === "how" && second === "to") return "should";
  return rules.intents.get(apart.find((word) => rules.intents.has(word)) ?? "") ?? "";
}

/* Whether a plain word is a common one, which tells little; whether it is that or means what a concept does: a word of
   English, and no slip of another; and whether a topic has it. */
export async function knownWords(folding) {
  const { rules, spread } = await loadTopics();
  const isCommon = (word) => rules.common.has(stemOf(folding, word));
  const isEnglish = (word) => isCommon(word) || rules.concepts.has(stemOf(folding, word));
  return { isCommon, isEnglish, isAsked: (word) => spread.has(conceptOf(rules, stemOf(folding, word))) };
}

/* A topic with its answer in short, as words and links, in `parts`; fetched once. */
export async function answered(topic) {
  if (topic.short !== true) return { ...topic, parts: topic.short ? [topic.short] : [] };
  const [id] = topic.address.split("/").slice(-2);
  if (!answers.has(id)) answers.set(id, fetch(new URL(`search/answers/${id}.json`, ROOT)).then((answer) => answer.json()));
  return { ...topic, parts: await answers.get(id) };
}

/* Those of plain words that no topic has, nor another of their concept. */
export async function unknownWords(words) {
  const { folding } = await loadRules();
  const { isAsked } = await knownWords(folding);
  return words.filter((word) => !isAsked(word));
}

/* The topics that a query asks for, best first, each with its score and the share of the query that it holds; `isWhole`
   where the query is one of the ways in which it is asked for. */
export async function findTopics(folding, query, isEnglish) {
  const { rules, topics, spread } = await loadTopics();
  const words = meantBy(rules, wordsOf(folding, query));
  const intent = intentOf(rules, words);
  const rare = (concept) => Math.log(1 + topics.length / ((spread.get(concept) ?? UNKNOWN) + 0.5)) * (rules.common.has(concept.slice(1)) ? LIGHT : 1);
  const terms = askedWords(folding, rules, words).map((word) => {
    const concept = conceptOf(rules, word);
    const isIdle = !spread.has(concept) && (isEnglish(word) || /^\p{N}+$/u.test(word));
    return { word, concept, weight: rare(concept) * (isIdle ? COMMON : 1) };
  });
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (!whole) return [];
  const found = [];
  for (const topic of topics) {
    const held = terms.reduce((sum, { word, concept, weight }) => sum + weight * Math.max(topic.worth.get(word) ?? 0, topic.worth.get(concept) ?? 0), 0);
    const coverage = held / whole;
    if (coverage < LEAST) continue;
    const likes = topic.asked.map((way) => likeness(way, terms, whole, rare));
    const ways = likes.map((like, place) => (like ? like + agreement(topic.asked[place].intent, intent) + (place ? 0 : TITLE) : 0));
    const best = Math.max(0, ...ways);
    const section = topic.address.includes("#") ? (intent === "meaning" ? SECTION_MEANING : SECTION) : 0;
    const score = coverage + WAY * best + section + (KIND[topic.kind] ?? 0) + (KIND_ASKED[intent]?.[topic.kind] ?? 0);
    found.push({ ...topic, coverage, score, isWhole: Math.max(0, ...likes) > SAME });
  }
  return found.sort((one, other) => other.score - one.score);
}

/* How like a way of asking is to a query: what they share, twice, of what both hold. */
function likeness(way, terms, whole, rare) {
  let shared = 0;
  for (const { word, concept, weight } of terms) {
    if (way.words.has(word)) shared += weight;
    else if (way.concepts.has(concept)) shared += weight * SAME_CONCEPT;
  }
  if (!shared) return 0;
  let own = 0;
  for (const concept of way.concepts) own += rare(concept);
  return (2 * shared) / (own + whole);
}

function agreement(own, asked) {
  if (asked) return own === asked ? SAME_INTENT + (TELLING_INTENT[asked] ?? 0) : own ? OTHER_INTENT : 0;
  return own && own !== "who" ? (UNASKED_MORE[own] ?? UNASKED_INTENT) : 0;
}
