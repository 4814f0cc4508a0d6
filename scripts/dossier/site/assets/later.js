// @ts-check
/* What came later than a day: rows that rest only on later sources are hidden and counted; notes, links and sentences
   of prose that do are marked. What a slider of the page hides itself is left to it. */

import { chosenDay, reaches } from "./iso-days.js";
import { idAt, laterThan, sourceOf } from "./later-records.js";
import { drawStandings } from "./standing.js";

const ROWS = "li, tr, .stance, .beside__claims > p, .glance__value, .glance [data-standing], [data-published], svg a.event, .tie[data-relations], .track";
const LISTED = ".events > li, .index > li, .plain > li, .mentions > li, .cards > li, .listing tr, .questions li";
// Whom a source cites was known before it, and carries nothing.
const SOURCES = ".witnesses a[href]:not(.record--actor)";
const END = /[.!?…][”"’)]*\s+/g;

/* Draws a page as of a day, or as it is where the day is empty; how many parts are hidden and how many marked. Nothing
   where another day was chosen before it was known what came later. */
export async function drawLater(root, day) {
  restore(root);
  const none = { isLater: false, hidden: 0, marked: 0, finds: Boolean(root.querySelector("[data-search-page]")) };
  if (!day || none.finds) return none;
  const { isLater, standings } = await laterThan(day);
  if (chosenDay() !== day) return null;
  const article = root.querySelector("article[data-kind]");
  if (isLater(article.dataset.id)) return { ...none, isLater: true };
  drawRelations(root, standings, day);
  const hidden = hideRows(article, isLater, day);
  const marked = markProse(article, isLater);
  if (hidden || marked) markTotals(article);
  return { ...none, hidden, marked };
}

function restore(root) {
  for (const part of root.querySelectorAll("[data-later]")) part.removeAttribute("data-later");
  for (const made of root.querySelectorAll(".later-tag, .later-count")) made.remove();
  for (const words of root.querySelectorAll(".later-words")) {
    const around = words.parentNode;
    words.replaceWith(...words.childNodes);
    around.normalize();
  }
}

/* Relations and statements stand as they did on the day. */
function drawRelations(root, standings, day) {
  for (const part of root.querySelectorAll("[data-part=relation][data-key]")) {
    const steps = standings[part.dataset.key];
    if (steps) part.dataset.standings = steps;
  }
  drawStandings(root, day);
}

function hideRows(article, isLater, day) {
  const hasSlider = article.querySelector("[name=known]");
  const found = [];
  const keys = new Set();
  for (const row of article.querySelectorAll(ROWS)) {
    if (hasSlider && row.closest("[data-part], [data-of-all], .tie, .track")) continue;
    if (row.closest("[data-later], .references, .downloads") || !isRowLater(row, isLater, day, keys)) continue;
    row.dataset.later = "";
    if (row.dataset.part === "relation") keys.add(row.dataset.key);
    if (!(row instanceof SVGElement)) found.push(row);
  }
  count(found);
  return found.length;
}

function isRowLater(row, isLater, day, keys) {
  const { claim, published, event, relations } = row.dataset;
  if (relations) return relations.split(" ").every((key) => keys.has(key));
  if (published) return !reaches(day, published);
  if (claim ?? event) return isLater(claim ?? event);
  const witnesses = row.matches("[data-standing]") ? row.querySelectorAll(SOURCES) : [];
  if (witnesses.length) return [...witnesses].every((link) => isLater(idOf(link)));
  return row.matches(LISTED) && isLater(idOf(row.querySelector("a[href]")));
}

/* Of the claim or the record that a link leads to; empty where it is none. */
function idOf(link) {
  if (link?.dataset.claim) return link.dataset.claim;
  return link ? idAt(new URL(link.getAttribute("href"), document.baseURI).pathname) : "";
}

/* Says below each list how much of it is hidden. */
function count(rows) {
  const numbers = new Map();
  for (const { parentElement: list } of rows) numbers.set(list, (numbers.get(list) ?? 0) + 1);
  for (const [list, number] of numbers) {
    const isList = list.matches("ul, ol, tbody, dl");
    const words = document.createElement(isList ? "p" : "span");
    words.className = "later-count";
    words.textContent = say("later.hidden_here", { number });
    if (isList) (list.closest("table") ?? list).after(words);
    else list.append(words);
  }
}

/* Marks notes, links and voices of later sources, and the words that rest on nothing else. */
function markProse(article, isLater) {
  const shown = [...article.querySelectorAll("a.ref, a.record, .witnesses a, .references li, [data-by]")].filter(
    (part) => !part.closest("li[data-later], [data-later='']"),
  );
  const later = shown.filter((part) => isLater(part.dataset.by ?? part.dataset.claim ?? idOf(part)));
  for (const part of later) part.dataset.later = "marked";
  for (const part of later.filter((one) => one.matches(".references li, .witnesses a, [data-by]"))) {
    if (!isToldBefore(part)) tag(part, say("later.published_later"));
  }
  const cites = [...article.querySelectorAll(":is(p, li, dd, td) > .cite")].filter((cite) => {
    const notes = [...cite.querySelectorAll("a.ref")];
    return notes.length && !cite.closest(".witnesses") && notes.every((note) => note.dataset.later);
  });
  for (const cite of cites) markWords(cite);
  return later.filter((part) => part.matches("a.ref, .references li")).length;
}

/* Whether a link goes on with the source of the link before it, which has said already that it came later. */
function isToldBefore(link) {
  const before = link.matches(".witnesses a") && link.previousElementSibling;
  return before && before.dataset.later && sourceOf(idOf(before)) === sourceOf(idOf(link));
}

/* Says of totals how many of the rows below them are left or, where these stand elsewhere, that they are those of the whole. */
function markTotals(article) {
  for (const words of article.querySelectorAll("[data-total]")) {
    if (!words.checkVisibility()) continue;
    const rows = rowsBelow(words.closest("p") ?? words);
    const left = rows.filter((row) => row.dataset.later !== "").length;
    if (rows.length) tag(words, say("later.left_of_all"), say("later.of_them_by_then", { left }));
    else tag(words, say("later.counts_all_sources"), say("later.all_sources"));
  }
}

/* The claims or mentions that a total counts: those until the next part of the page. */
function rowsBelow(total) {
  const rows = [];
  for (let part = total.nextElementSibling; part && part.tagName !== "H2"; part = part.nextElementSibling) {
    rows.push(...[part, ...part.querySelectorAll("ul")].filter((one) => one.matches(".claims, .mentions")).flatMap((one) => [...one.children]));
  }
  return rows.filter((row) => row.tagName === "LI");
}

function tag(part, meaning, words = say("later.later")) {
  const made = document.createElement("small");
  made.className = "later-tag";
  made.title = meaning;
  made.textContent = words;
  part.append(" ", made);
}

/* Marks what a citation carries: from the end of the sentence or the citation before it. */
function markWords(cite) {
  const words = document.createElement("span");
  words.className = "later-words";
  const parts = carriedBy(cite);
  cite.before(words);
  words.append(...parts, cite);
  tag(words, say("later.rests_only"));
}

function carriedBy(cite) {
  const parts = [];
  for (let node = cite.previousSibling; node && !node.matches?.(".cite, .later-words"); node = node.previousSibling) {
    const end = node.nodeType === Node.TEXT_NODE && [...node.data.matchAll(END)].at(-1);
    if (end) {
      parts.push(node.splitText(end.index + end[0].length));
      break;
    }
    parts.push(node);
  }
  return parts.reverse();
}
