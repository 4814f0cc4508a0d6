/* Full text: what Pagefind finds for each term of a query, brought together, filtered and counted. */

const ROOT = new URL("../../", import.meta.url);
export const FACETS = ["kind", "source", "year"];

let loading;
let sorting;

function load() {
  loading ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  });
  return loading;
}

/* What each entry is of each facet, fetched once, and only where results are filtered and counted. */
function loadFacets(pagefind) {
  sorting ??= pagefind.filters().then((filters) => facetsOf(pagefind, filters));
  return sorting;
}

async function facetsOf(pagefind, filters) {
  const facets = new Map();
  for (const facet of FACETS) {
    for (const value of Object.keys(filters[facet] ?? {})) {
      const { results } = await pagefind.search(null, { filters: { [facet]: value } });
      for (const { id } of results) facets.set(id, { ...facets.get(id), [facet]: value });
    }
  }
  return facets;
}

/* What the texts hold of an understood query, best first. `relaxed`: nothing holds all of it, and these hold most. */
export async function findTexts({ phrases, terms }) {
  const pagefind = await load();
  const wanted = [...phrases.map((phrase) => [`"${phrase}"`]), ...terms.map((term) => term.map((words) => words.join(" ")))];
  const found = await Promise.all(wanted.map((alternatives) => union(pagefind, alternatives)));
  return together(found, phrases.length);
}

/* The results that fit the filters, and for each facet how many there are of each value when the other filters stay. */
export async function narrowed(results, filters) {
  const facets = await loadFacets(await load());
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, counted(results, facets, filters, facet)]));
  return { results: results.filter(({ id }) => FACETS.every((facet) => fits(facets, id, facet, filters[facet]))), counts };
}

async function union(pagefind, alternatives) {
  const best = new Map();
  for (const words of alternatives) {
    const { results } = await pagefind.search(words);
    for (const result of results) {
      if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
    }
  }
  return best;
}

/* The results of all terms as one list. Terms before `needed` must be met; the others weigh as they are rare. */
function together(found, needed) {
  const merged = new Map();
  const most = Math.max(0, ...found.map((term) => term.size));
  found.forEach((term, number) => {
    const weight = Math.log((2 * most + 1) / (term.size + 1));
    for (const result of term.values()) {
      const one = merged.get(result.id) ?? { id: result.id, data: result.data, score: 0, held: 0, met: 0, needed: 0 };
      one.score += result.score;
      one.held += weight;
      one.met += 1;
      one.needed += number < needed ? 1 : 0;
      one.data = one.met === 1 || weight > one.weight ? result.data : one.data;
      one.weight = Math.max(weight, one.weight ?? 0);
      merged.set(result.id, one);
    }
  });
  const able = [...merged.values()].filter((one) => one.needed === needed);
  const whole = able.filter((one) => one.met === found.length);
  if (whole.length || found.length < 2) return { results: whole.sort((a, b) => b.score - a.score), relaxed: false };
  const highest = Math.max(0, ...able.map((one) => one.held));
  const near = able.filter((one) => one.held >= 0.6 * highest);
  return { results: near.sort((a, b) => b.held - a.held || b.score - a.score), relaxed: near.length > 0 };
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
