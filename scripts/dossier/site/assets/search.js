// @ts-check
/* Search: names first, then full text. One implementation for the header's panel and the search page. */

import { loadRules } from "./dictionary.js";
import { FACETS, findTexts, narrowed } from "./fulltext.js";
import { understood } from "./query.js";
import { findTopics, isKnown } from "./topics.js";
import { advice, facetChoice, kindChoices, made, nameRow, notes, said, textRow, topicRow } from "./results.js";

const FIRST = 8;
const PAGE = 20;
const MOST_NAMES = 3;
const PAUSE = 40;
// Topics that are shown before the texts: how many, how much of the query they hold, and how near they are to the best.
const MOST_TOPICS = 3;
const ASKED_FOR = { coverage: 0.4, score: 0.85 };
const NEAR_BEST = 0.8;
// From what score on a name is met by a slip.
const SLIP = 0.5;

/* The names to show: those that hold the whole query, as long as they are about as good as the best. Where none does,
   one at most: a question asked in other words, a whole name of several words with more around it, or a name beside
   words that are unknown to the texts. */
function promoted(hits) {
  const [best] = hits;
  if (best?.full) return hits.filter((hit) => hit.full && hit.score <= best.score + 0.5).slice(0, MOST_NAMES);
  return hits.filter(near).slice(0, 1);
}

function near({ kind, asked, coverage, own, sure, used }) {
  if (!sure) return false;
  if (kind === "Question") return asked && coverage >= 0.5;
  return (own === 1 && used >= 3) || (own >= 0.5 && coverage >= 0.8);
}

/* Whether a query is a name and nothing more: as it is written, or with a slip in a word that no topic has. */
async function isName(hit, telling, folding, query) {
  if (!hit?.full) return false;
  return hit.score < SLIP ? (hit.used ?? telling) >= telling : !(await isKnown(folding, query));
}

/* What the query asks for in other words than names; nothing where it is a name, or where words must stand as they are. */
async function chosenTopics({ hits, phrases, telling, missing }, folding, query, exact, filters) {
  if (exact || phrases.length || missing.length * 2 > telling || Object.values(filters).some(Boolean)) return [];
  if (await isName(hits[0], telling, folding, query)) return [];
  const found = await findTopics(folding, query);
  const sure = found.filter(({ coverage, score }) => coverage >= ASKED_FOR.coverage && score >= ASKED_FOR.score);
  return sure.filter((one) => one.score >= sure[0].score * NEAR_BEST).slice(0, MOST_TOPICS);
}

function chosenNames(hits, { kind, source, year }) {
  if (source || year) return [];
  return promoted(hits).filter((hit) => !kind || hit.kind === kind);
}

/* Searches, filtered and counted where there are filters, and tells of names as soon as they are known and of texts when they are found. */
async function search({ query, exact, filters, most }, tell) {
  const meant = await understood(query, exact);
  const { folding, covers } = await loadRules();
  const topics = await chosenTopics(meant, folding, query, exact, filters ?? {});
  const asked = new Set(topics.map((topic) => topic.address));
  const names = chosenNames(meant.hits, filters ?? {}).filter((name) => !asked.has(name.address));
  tell({ ...meant, covers, topics, names, texts: null });
  const all = await findTexts(meant);
  const found = filters ? { ...all, ...(await narrowed(all, filters)) } : all;
  const addresses = new Set([...topics, ...names].map((one) => one.address));
  const first = await Promise.all(found.results.slice(0, most).map((result) => result.entry()));
  const texts = first.filter((text) => !addresses.has(text.address));
  const total = found.results.length + topics.length + names.length - (first.length - texts.length);
  tell({ ...meant, ...found, covers, topics, names, texts, total });
}

function later(act) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, PAUSE);
  };
}

function statusLine() {
  const status = made("p", "search-status");
  status.setAttribute("role", "status");
  return status;
}

function addressOf(form, parameters) {
  const given = Object.entries(parameters).filter(([, value]) => value);
  return `${form.action}?${new URLSearchParams(given)}`;
}

/* Draws what is told: names at once, the rest when it is there. */
function draw({ list, status, note }, form, query, told, extra = {}) {
  const { topics, names, texts, total } = told;
  if (!texts && !names.length && !topics.length) return;
  note.replaceChildren(...notes(told, addressOf(form, { q: query, ...extra, exact: "1" })));
  replaced(list, [...topics.map(topicRow), ...names.map(nameRow), ...(texts ?? []).map(textRow)]);
  if (!texts) return;
  status.textContent = said(names.length, total, query);
  if (!names.length && !total) {
    note.append(advice(Object.values(extra).some(Boolean) ? addressOf(form, { q: query }) : ""));
  }
}

/* New rows in place of the old; who stood on a result still stands on it. */
function replaced(list, rows) {
  const active = /** @type {HTMLAnchorElement | null} */ (document.activeElement);
  const held = list.contains(active) ? active.href : "";
  list.replaceChildren(...rows);
  if (held) [...list.querySelectorAll("a")].find(({ href }) => href === held)?.focus();
}

/* The panel under a search box: the first results, walked with the arrow keys. */
export function mountPanel(form) {
  const input = form.elements.q;
  const panel = made("div", "search-panel");
  const parts = { status: statusLine(), note: made("div"), list: made("ol", "search-results") };
  panel.append(parts.status, parts.note, parts.list);
  panel.hidden = true;
  form.append(panel);

  let latest = 0;
  const show = async () => {
    const query = input.value.trim();
    const mine = ++latest;
    if (!query) {
      panel.hidden = true;
      return;
    }
    await search({ query, exact: false, filters: null, most: FIRST }, (told) => {
      if (mine !== latest) return;
      draw(parts, form, query, told);
      if (told.texts && told.total > FIRST) parts.list.append(more(form, query, told.total));
      if (told.texts || told.names.length || told.topics.length) panel.hidden = false;
    });
  };

  input.addEventListener("input", later(show));
  input.addEventListener("focus", () => (panel.hidden = !input.value.trim() || !parts.list.children.length));
  form.addEventListener("keydown", (event) => walk(event, input, panel));
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) panel.hidden = true;
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) panel.hidden = true;
  });
  show();
}

function more(form, query, total) {
  const item = made("li");
  const link = made("a", "search-more", say("search.all_results", { total }));
  link.href = addressOf(form, { q: query });
  link.dataset.more = "";
  item.append(link);
  return item;
}

/* Arrow keys go from the box through the results and back; Escape closes a panel. */
function walk(event, input, box) {
  const links = [...box.querySelectorAll("a[data-result], a[data-more]")];
  const place = links.indexOf(document.activeElement);
  if (event.key === "Escape" && box.matches(".search-panel")) {
    box.hidden = true;
    input.focus();
  } else if (event.key === "ArrowDown" && links.length && !box.hidden) {
    event.preventDefault();
    links[Math.min(place + 1, links.length - 1)].focus();
  } else if (event.key === "ArrowUp" && place >= 0) {
    event.preventDefault();
    (place === 0 ? input : links[place - 1]).focus();
  }
}

function state() {
  const parameters = new URLSearchParams(location.search);
  const filters = Object.fromEntries(FACETS.map((facet) => [facet, parameters.get(facet) ?? ""]));
  return { query: (parameters.get("q") ?? "").trim(), exact: parameters.get("exact") === "1", filters };
}

/* The search page: the address holds the query and the filters. */
export function mountPage(page) {
  const header = document.querySelector(".md-header [data-search]");
  const form = /** @type {HTMLFormElement & { elements: { q: HTMLInputElement } }} */ (header.cloneNode(true));
  form.querySelector(".search-panel")?.remove();
  const input = form.elements.q;
  const kinds = made("fieldset", "search-filters");
  const narrow = made("div", "search-narrows");
  const parts = { status: statusLine(), note: made("div"), list: made("ol", "search-results") };
  page.append(form, kinds, narrow, parts.status, parts.note, parts.list);

  let latest = 0;
  const show = async (most = PAGE) => {
    const { query, exact, filters } = state();
    const mine = ++latest;
    if (!query) {
      for (const part of [kinds, narrow, parts.note, parts.list]) part.replaceChildren();
      parts.status.textContent = say("search.type_something");
      return;
    }
    await search({ query, exact, filters, most }, (told) => {
      if (mine !== latest) return;
      draw(parts, form, query, told, filters);
      if (!told.texts) return;
      if (!told.total && !Object.values(filters).some(Boolean)) {
        for (const part of [kinds, narrow]) part.replaceChildren();
        return;
      }
      kinds.replaceChildren(...kindChoices(told.counts.kind, filters.kind));
      narrow.replaceChildren(...["source", "year"].map((facet) => facetChoice(facet, told.counts[facet], filters[facet])));
      if (told.total > most) parts.list.append(further(() => show(most + PAGE)));
    });
  };

  const go = (changes, replace) => {
    const parameters = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(changes)) value ? parameters.set(key, value) : parameters.delete(key);
    history[replace ? "replaceState" : "pushState"](null, "", `${location.pathname}?${parameters}`);
    show();
  };
  const choose = (event) => go({ [event.target.name]: event.target.value });

  input.value = state().query;
  input.addEventListener("input", later(() => go({ q: input.value.trim(), exact: "" }, true)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ q: input.value.trim() });
  });
  kinds.addEventListener("change", choose);
  narrow.addEventListener("change", choose);
  page.addEventListener("keydown", (event) => walk(event, input, page));
  addEventListener("popstate", () => {
    input.value = state().query;
    show();
  });
  show();
}

function further(act) {
  const item = made("li");
  const button = made("button", "search-status", say("search.show_more"));
  button.type = "button";
  button.addEventListener("click", act);
  item.append(button);
  return item;
}
