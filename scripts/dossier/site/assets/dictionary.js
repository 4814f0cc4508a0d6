// @ts-check
/* The dictionary of a dossier: every word of its texts and every name of its records, a file for each first letter. */

import { letterOf, ready, soundOf, tellingWords, wordsOf } from "./folding.js";

const ROOT = new URL("../../", import.meta.url);
export const ACRONYM = 2;

let rules;
const files = new Map();
const views = new Map();

function fetched(name) {
  return fetch(new URL(`search/${name}.json`, ROOT)).then((answer) => answer.json());
}

/* The rules of folding, what each letter's file is called, and the year of each source; fetched once. */
export function loadRules() {
  rules ??= fetched("rules").then((read) => ({ ...read, folding: ready(read) }));
  return rules;
}

function file(letter) {
  if (!files.has(letter)) files.set(letter, fetched(`letters/${letter}`));
  return files.get(letter);
}

/* The dictionary as far as the letters of these words go; of all letters where no words are given. */
export async function dictionaryFor(words) {
  const { folding, letters, number } = await loadRules();
  const wanted = words ? letters.filter((letter) => words.some((word) => letterOf(folding, word) === letter)) : letters;
  const key = wanted.join(" ");
  if (!views.has(key)) views.set(key, Promise.all(wanted.map(file)).then((parts) => merged(folding, number, parts)));
  return views.get(key);
}

function merged(folding, number, parts) {
  const view = { folding, number, counts: new Map(), records: new Map(), names: new Map(), vocabulary: new Map() };
  for (const { words, records, names } of parts) {
    for (const [count, listed] of Object.entries(words)) {
      for (const word of listed.split(" ")) view.counts.set(word, Number(count));
    }
    for (const [text, place, rank] of names) addName(view, text || records[place][0], records[place], rank);
  }
  for (const name of view.names.values()) {
    for (const word of new Set(name.words)) word.names += 1;
  }
  return { ...view, unions: unions(view.names.values()), spelt: spelt(view.names.values()), acronyms: acronyms(view) };
}

function addName(view, text, [title, kind, address, referrers], rank) {
  const key = `${address} ${text}`;
  if (view.names.has(key)) return;
  view.records.set(address, { title, kind, address, referrers });
  const all = wordsOf(view.folding, text);
  const words = tellingWords(view.folding, all, text, { questions: false }).map((word) => known(view, word, rank));
  const sound = words.map((word) => word.sound).join("");
  view.names.set(key, { text, address, rank, words, joined: all.join(""), sound });
}

function known({ folding, vocabulary }, plain, rank) {
  if (!vocabulary.has(plain)) vocabulary.set(plain, { plain, sound: soundOf(folding, plain), names: 0, acronym: true });
  const word = vocabulary.get(plain);
  if (rank !== ACRONYM) word.acronym = false;
  return word;
}

/* For the title of each record, the acronym by which the texts call it most often, unless it reads as a word, as “is” does;
   of one that they call by none, nothing. */
function acronyms({ folding, names, records, counts }) {
  const found = new Map();
  for (const { address, rank, joined } of names.values()) {
    const { title } = records.get(address);
    if (rank === ACRONYM && !folding.auxiliaries.has(joined) && !folding.fillers.has(joined) && counts.get(joined) > (counts.get(found.get(title)) ?? 0)) found.set(title, joined);
  }
  return found;
}

/* For each record, all words of all its names. */
function unions(names) {
  const whole = new Map();
  for (const name of names) {
    const before = whole.get(name.address) ?? { ...name, rank: 1, joined: "", sound: "", words: [] };
    whole.set(name.address, { ...before, words: [...new Set([...before.words, ...name.words])] });
  }
  return [...whole.values()];
}

/* For each spelling, the records that are so named. */
function spelt(names) {
  const found = new Map();
  for (const { words, address } of names) {
    const spelling = words.map((word) => word.plain).join(" ");
    found.set(spelling, (found.get(spelling) ?? new Set()).add(address));
  }
  return found;
}
