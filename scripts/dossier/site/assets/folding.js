// @ts-check
/* Words of a text, folded by the rules that the build wrote down: one meaning in Python and here. */

/* The rules as they are read, made ready: what of them is a list becomes a set, each pattern a regular expression. */
export function ready({ rules, shortest, particles, optional, asking, auxiliaries, fillers }) {
  const compiled = (list) => list.map(([pattern, replacement]) => [new RegExp(pattern, "gu"), replacement]);
  return {
    plain: compiled(rules.plain),
    sound: compiled(rules.sound),
    sounds: new Map(),
    stems: compiled(rules.stems),
    shortest,
    particles: new Set(particles),
    optional: new Set(optional),
    asking: new Set(asking),
    auxiliaries: new Set(auxiliaries),
    fillers: new Set(fillers),
  };
}

function applied(rules, text) {
  return rules.reduce((done, [pattern, replacement]) => done.replace(pattern, replacement), text);
}

/* The plain words of a text. */
export function wordsOf({ plain }, text) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return applied(plain, bare).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

export function soundOf({ sound, sounds }, word) {
  if (!sounds.has(word)) sounds.set(word, applied(sound, word));
  return sounds.get(word);
}

/* The stem of a plain word, so that forms of one word are equal. */
export function stemOf({ stems, shortest }, word) {
  return word.length < shortest || /^\p{N}+$/u.test(word) ? word : applied(stems, word);
}

/* The letter under which a word stands in the dictionary: the first of its sound, or `other`. */
export function letterOf(folding, word) {
  const [first] = soundOf(folding, word);
  return /^[a-z]$/.test(first) ? first : "other";
}

/* The words of a text that say what is looked for: all, where it holds nothing but fillers. Capitals are no fillers. */
export function tellingWords({ particles, asking, fillers }, words, text, { questions = true } = {}) {
  const written = text === text.toUpperCase() ? [] : text.split(/[^\p{L}\p{N}]+/u);
  const capital = (word) => word.length > 1 && written.includes(word.toUpperCase());
  const empty = (word) => particles.has(word) || (questions && asking.has(word)) || fillers.has(word);
  const telling = words.filter((word) => !empty(word) || capital(word));
  return telling.length ? telling : words;
}
