// @ts-check
/* How results look: rows, what is said of them, and the choices that narrow them. */

const ROOT = new URL("../../", import.meta.url);
const KINDS = ["Question", "Claim", "Paragraph", "Actor", "Event", "Place", "Source", "Page", "Full text"];
const NAMES = new Intl.Collator("en", { numeric: true });
const LABELS = { source: ["Source", "All sources"], year: ["Year of publication", "All years"] };
const BROWSE = ["questions", "actors", "events", "places", "sources"];

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
  const element = link(address, kind, made("span", "result__kind", kind), made("span", "result__title", title));
  element.dataset.name = matched;
  if (other) {
    const line = made("span", "result__words", "also: ");
    const name = made("bdi", "result__name", matched);
    line.append(name);
    element.append(line);
  }
  item.append(element);
  return item;
}

/* A record or a page that the query asks for; of a question, with its answer in short. */
export function topicRow({ title, kind, address, short }) {
  const item = made("li");
  const element = link(address, kind, made("span", "result__kind", kind), made("span", "result__title", title));
  if (short) element.append(made("span", "result__words", short));
  item.append(element);
  return item;
}

/* An entry of the full text. */
export function textRow({ title, kind, source, date, address, excerpt }) {
  const item = made("li");
  const where = [kind, source, date && source.endsWith(date) ? "" : date].filter(Boolean).join(" · ");
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

function many(number, one) {
  return `${number} ${one}${number === 1 ? "" : "s"}`;
}

/* What the status says: how many names and results there are. */
export function said(names, total, query) {
  if (!total) return `Nothing found for “${query}”.`;
  const found = `${many(total, "result")} for “${query}”`;
  return names ? `${found}, ${names} by name` : found;
}

/* What no source holds of the query, and what was made of it, with a way back to what was typed. */
export function notes({ corrected, missing, covers, whole, texts, outside }, exactAddress) {
  const lines = [];
  if (outside) return [notCovered(outside, covers)];
  if (missing.length && texts) lines.push(absent(missing, covers));
  if (corrected) {
    const line = made("p", "search-note", `Searched for “${corrected.to}”. `);
    line.dataset.corrected = corrected.to;
    const back = made("a", "", `Search for “${corrected.from}” as typed`);
    back.href = exactAddress;
    line.append(back);
    lines.push(line);
  }
  if (texts && whole < texts.length) {
    const line = made("p", "search-note", mostly(whole));
    line.dataset.relaxed = "";
    lines.push(line);
  }
  return lines;
}

/* That words occur nowhere, and what the site covers. */
function absent(missing, covers) {
  const words = missing.map((word) => `“${word}”`).join(" or ");
  const line = made("p", "search-note", `No text here mentions ${words}. `);
  line.dataset.absent = missing.join(" ");
  line.append(coverage(covers));
  return line;
}

/* That something people ask for is not covered, what the site covers, and that what follows is only near it. */
function notCovered({ name, why }, covers) {
  const box = made("div", "search-note search-note--outside");
  box.dataset.outside = name;
  const first = made("p");
  const rest = ["No source here names it.", why, coverage(covers)].filter(Boolean).join(" ");
  first.append(made("strong", "", `“${name}” is not covered.`), ` ${rest}`);
  box.append(first, made("p", "", "The nearest that there is here:"));
  return box;
}

function coverage({ sources, from, until }) {
  const span = from && from !== until ? `published from ${from} to ${until}` : until && `published in ${until}`;
  const rest = [`This site covers ${many(sources, "source")}`, span, "and nothing after them."].filter(Boolean).join(", ");
  return rest.replace(", and", " and");
}

function mostly(whole) {
  if (!whole) return "Nothing holds all of these words. What follows holds most of them.";
  return `Only ${many(whole, "text")} ${whole === 1 ? "holds" : "hold"} all of these words. The rest hold most of them.`;
}

/* What to do where nothing was found. */
export function advice(unfiltered) {
  const box = made("div", "search-note");
  box.append(made("p", "", "Try fewer words, or another spelling of the name. Or browse:"));
  const list = made("ul");
  if (unfiltered) list.append(listed(unfiltered, "the same words without filters"));
  for (const section of BROWSE) list.append(listed(new URL(`${section}/`, ROOT).href, section));
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
  const kinds = [["", "Everything", all], ...KINDS.map((kind) => [kind, `${kind}s`, counts[kind] ?? 0])];
  const shown = kinds.filter(([kind, , count]) => !kind || count || kind === chosen);
  return [made("legend", "visually-hidden", "Kind of result"), ...shown.map((one) => kindChoice(one, chosen))];
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
