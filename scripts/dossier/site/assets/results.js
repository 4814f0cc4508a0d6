// @ts-check
/* How results look: rows, what is said of them, and the choices that narrow them. */

const ROOT = new URL("../../", import.meta.url);
/* The kinds as the index has them, what one is called and what several are. */
const KINDS = [
  ["Question", say("search.kind_question"), say("search.kinds_question")],
  ["Claim", say("search.kind_claim"), say("search.kinds_claim")],
  ["Paragraph", say("search.kind_paragraph"), say("search.kinds_paragraph")],
  ["Actor", say("search.kind_actor"), say("search.kinds_actor")],
  ["Event", say("search.kind_event"), say("search.kinds_event")],
  ["Place", say("search.kind_place"), say("search.kinds_place")],
  ["Source", say("search.kind_source"), say("search.kinds_source")],
  ["Page", say("search.kind_page"), say("search.kinds_page")],
  ["Full text", say("search.kind_full_text"), say("search.kinds_full_text")],
];
const CALLED = new Map(KINDS.map(([kind, one]) => [kind, one])).set("Withdrawn", say("search.kind_withdrawn"));
const NAMES = new Intl.Collator("en", { numeric: true });
const LABELS = {
  source: [say("search.source"), say("search.all_sources")],
  year: [say("search.year"), say("search.all_years")],
};
const BROWSE = {
  questions: say("search.questions"),
  actors: say("search.actors"),
  events: say("search.events"),
  places: say("search.places"),
  sources: say("search.sources"),
};

export function made(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function link(address, kind, ...parts) {
  const element = made("a");
  element.href = new URL(address, ROOT).href;
  element.dataset.result = "";
  element.dataset.kind = kind.toLowerCase().replace(" ", "-");
  element.append(...parts);
  return element;
}

/* A record that the query names. */
export function nameRow({ title, kind, address, matched }) {
  const item = made("li");
  const other = matched.toLowerCase() !== title.toLowerCase() && kind !== "Question";
  const element = link(address, kind, made("span", "result__kind", CALLED.get(kind)), made("span", "result__title", title));
  element.dataset.name = matched;
  if (other) {
    const line = made("span", "result__words", say("search.also"));
    const name = made("bdi", "result__name", matched);
    line.append(name);
    element.append(line);
  }
  item.append(element);
  return item;
}

/* A record or a page that the query asks for; of a question, with its answer in short and links to where its sources
   say it. */
export function topicRow({ title, kind, address, parts = [] }) {
  const item = made("li");
  const element = link(address, kind, made("span", "result__kind", CALLED.get(kind)), made("span", "result__title", title));
  item.append(element);
  if (parts.length) item.append(answerOf(parts));
  return item;
}

function answerOf(parts) {
  const line = made("p", "result__words result__answer");
  for (const part of parts) {
    if (typeof part === "string") line.append(part);
    else {
      const source = made("a", "", part[0]);
      source.href = new URL(part[1], ROOT).href;
      line.append(source);
    }
  }
  return line;
}

/* An entry of the full text. */
export function textRow({ title, kind, source, date, address, excerpt }) {
  const item = made("li");
  const where = [CALLED.get(kind), source, date && source.endsWith(date) ? "" : date].filter(Boolean).join(" · ");
  const element = link(address, kind, made("span", "result__kind", where), made("span", "result__title", title));
  if (kind !== "Claim") element.append(words(excerpt));
  element.dataset.words = excerpt.filter(({ isMarked }) => isMarked).map(({ text }) => text).join(" ");
  item.append(element);
  return item;
}

function words(excerpt) {
  const line = made("span", "result__words");
  line.append(...excerpt.map(({ text, isMarked }) => (isMarked ? made("mark", "", text) : text)));
  return line;
}

/* What the status says: how many names and results there are, and how many are hidden because they came later. */
export function said(names, total, query, later = 0) {
  if (!total) return later ? say("search.nothing_found_hidden", { count: later, query }) : say("search.nothing_found", { query });
  const all = say("search.found", { count: total, query });
  const found = names ? say("search.found_by_name", { found: all, names }) : all;
  return later ? say("search.found_hidden", { count: later, found }) : found;
}

/* What no source holds of the query, and what was made of it, with a way back to what was typed. */
export function notes({ corrected, missing, covers, whole, topics, texts, outside }, exactAddress) {
  const lines = [];
  if (outside) return [notCovered(outside, covers)];
  if (missing.length && texts) lines.push(absent(missing, covers));
  if (corrected) {
    const line = made("p", "search-note", say("search.searched_for", { words: corrected.to }));
    line.dataset.corrected = corrected.to;
    const back = made("a", "", say("search.as_typed", { words: corrected.from }));
    back.href = exactAddress;
    line.append(back);
    lines.push(line);
  }
  // Below topics stand texts that hold some words of the query: none was searched for the others.
  if (texts && !topics.length && whole < texts.length) {
    const line = made("p", "search-note", mostly(whole));
    line.dataset.relaxed = "";
    lines.push(line);
  }
  return lines;
}

/* That words occur nowhere, and what the site covers. */
function absent(missing, covers) {
  const words = missing.map((word) => `“${word}”`).join(say("search.or"));
  const line = made("p", "search-note", say("search.no_text_mentions", { words }));
  line.dataset.absent = missing.join(" ");
  line.append(covered(covers));
  return line;
}

/* That something people ask for is not covered, what the site covers, and that what follows is only near it. */
function notCovered({ name, why }, covers) {
  const box = made("div", "search-note search-note--outside");
  box.dataset.outside = name;
  const first = made("p");
  const rest = [say("search.no_source_names_it"), why, covered(covers)].filter(Boolean).join(" ");
  first.append(made("strong", "", say("search.not_covered", { name })), ` ${rest}`);
  box.append(first, made("p", "", say("search.nearest")));
  return box;
}

function covered({ sources: count, from, until }) {
  if (from && from !== until) return say("search.covers_from_to", { count, from, until });
  return until ? say("search.covers_in", { count, until }) : say("search.covers", { count });
}

function mostly(whole) {
  if (!whole) return say("search.nothing_holds_all");
  return say("search.only_some_hold_all", { count: whole });
}

/* What to do where nothing was found. */
export function advice(unfiltered) {
  const box = made("div", "search-note");
  box.append(made("p", "", say("search.try_fewer_words")));
  const list = made("ul");
  if (unfiltered) list.append(listed(unfiltered, say("search.without_filters")));
  for (const [section, words] of Object.entries(BROWSE)) list.append(listed(new URL(`${section}/`, ROOT).href, words));
  box.append(list);
  return box;
}

function listed(address, text) {
  const item = made("li");
  const element = made("a", "", text);
  element.href = address;
  item.append(element);
  return item;
}

/* The kinds as a row of choices, each with its number. */
export function kindChoices({ all, counts }, chosen) {
  const kinds = [["", say("search.everything"), all], ...KINDS.map(([kind, , several]) => [kind, several, counts[kind] ?? 0])];
  const shown = kinds.filter(([kind, , count]) => !kind || count || kind === chosen);
  return [made("legend", "visually-hidden", say("search.kind_of_result")), ...shown.map((one) => kindChoice(one, chosen))];
}

/** @param {any[]} kindLabelCount
    @param {string} chosen */
function kindChoice([kind, label, count], chosen) {
  const choice = made("label", "", `${label} ${count}`);
  const radio = made("input");
  Object.assign(radio, { type: "radio", name: "kind", value: kind, checked: kind === chosen });
  choice.prepend(radio);
  return choice;
}

/* A facet as a list to choose from, each value with its number. */
export function facetChoice(facet, { all, counts }, chosen) {
  const [label, everything] = LABELS[facet];
  const box = made("label", "search-narrow", `${label} `);
  const select = made("select");
  select.name = facet;
  const values = Object.keys(counts).sort((one, other) => NAMES.compare(plain(one), plain(other)));
  if (chosen && !counts[chosen]) values.push(chosen);
  select.append(option("", `${everything} (${all})`, !chosen));
  for (const value of values) select.append(option(value, `${value} (${counts[value] ?? 0})`, value === chosen));
  box.append(select);
  return box;
}

/* A name without the article before it and the marks of ayn and hamza, as names are sorted on all pages. */
function plain(name) {
  const bare = name.replace(/[ʿʾʻʼ‘’`´']/gu, "");
  return bare.replace(/^(?:[aeiu]l[-‐‑]|al |a(sh|th|dh|ch|[dnrstzl])[-‐‑](?=\1))(?=\p{L})/iu, "");
}

function option(value, text, selected) {
  const element = made("option", "", text);
  Object.assign(element, { value, selected });
  return element;
}
