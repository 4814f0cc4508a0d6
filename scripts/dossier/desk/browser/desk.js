// @ts-check
/* The desk: a list of sources, and a page for each. */

import { button, isTyping, keycap, later, made, say } from "./elements.js";
import { labelled, line } from "./forms.js";
import { paragraphSection } from "./paragraph.js";
import { meant, optionList } from "./picker.js";
import { perspectiveForm } from "./perspective.js";
import { recordPage } from "./record-page.js";
import { mark } from "./selecting.js";
import { address, got, here } from "./server.js";

const KEYS = [
  ["j", "next paragraph"],
  ["k", "former paragraph"],
  ["↓ ↑", "select the next or the former sentence; with Shift, one more"],
  ["→ ←", "one word more or less at its end; with Shift, at its beginning"],
  ["Enter", "begin a claim from the passage"],
  ["e", "restate the paragraph"],
  ["n", "begin an actor or a place, with the passage as its name"],
  ["v", "begin an event that the claim saved last tells of"],
  ["r", "say what an actor is to another, according to that claim"],
  ["w", "say who speaks in the source, and from where"],
  ["Alt q", "in a claim: the questions that it answers; what it disputes, supports or repeats"],
  ["Alt n", "in a claim: a new question, on which it differs from another claim"],
  ["u", "next paragraph that is not restated, or not carried whole"],
  ["Ctrl Enter", "save what is typed"],
  ["Esc", "close the form"],
  ["letter", "choose kind or firmness, while their row has the focus"],
  ["?", "these keys"],
];

const top = document.getElementById("top");
const main = document.getElementById("main");

async function show() {
  const [, kind, key] = here().match(/^(sources|records)\/([a-z0-9-]+)\/$/) ?? [];
  const { status, said } = await got(key ? `${kind}/${key}.json` : "sources.json");
  if (status !== 200) {
    main.replaceChildren(made("h1", {}, "Desk"), made("p", { className: "refusal" }, said.error));
  } else if (kind === "records") {
    showRecord(said);
  } else if (key) {
    showSource(said);
  } else {
    showList(said);
  }
}

function showRecord(page) {
  document.title = `${page.title} – Desk`;
  top.replaceChildren(
    made("p", { className: "top__way" }, made("a", { href: address("") }, "Desk")),
    made("h1", {}, page.title),
    made("p", { className: "top__title" }, `${page.kind} ${page.id}`),
    made("p", {}, made("a", { href: page.address, target: "preview" }, "Preview")),
  );
  main.replaceChildren(...recordPage(page, showRecord));
}

/** A field that opens the page of a record by its name. */
function opener(records) {
  const field = line({ id: "open", list: "all-records", placeholder: "its name, or its id" });
  optionList("all-records", records);
  const open = (event) => {
    event.preventDefault();
    const key = meant(field.value, records);
    if (records.some((one) => one.value === key)) location.href = address(`records/${key}/`);
    else say(`There is no actor, event, place or question “${field.value}”.`);
  };
  return made("form", { className: "opener", onsubmit: open }, labelled("An actor, an event, a place or a question: its texts, where it lies, its relations", field), made("button", { type: "submit" }, "Open"));
}

function showList({ sources, records }) {
  document.title = "Desk";
  top.replaceChildren(made("h1", {}, "Desk"));
  const there = sources.filter((one) => one.paragraphs);
  main.replaceChildren(
    made("p", { className: "lead" }, "Choose a source. Its captured paragraphs stand left, their restatements right, their claims beneath."),
    made(
      "table",
      { className: "sources" },
      made("thead", {}, made("tr", {}, ["Source", "Paragraphs", "Restated", "Claims"].map((words) => made("th", { scope: "col" }, words)))),
      made("tbody", {}, sources.map(sourceLine)),
    ),
    there.length ? null : made("p", {}, "None of the captured articles is here. Begin one: dossier add FILE"),
    opener(records),
  );
}

function sourceLine(one) {
  const name = one.paragraphs ? made("a", { href: address(`sources/${one.id}/`) }, one.label) : one.label;
  const numbers = one.paragraphs ? [one.paragraphs, one.restated, one.claims] : ["–", one.restated, one.claims];
  return made("tr", {}, made("th", { scope: "row" }, name, made("span", { className: "sources__title" }, one.title)), numbers.map((each) => made("td", {}, String(each))));
}

function showSource(page) {
  document.title = `${page.label} – Desk`;
  const { choices } = page;
  const counts = made("p", { className: "counts" });
  const problems = made("details", { className: "problems" });
  const sections = page.paragraphs.map((paragraph) => paragraphSection({ page, paragraph, refreshed, marked: later(showMarks, 0) }));

  function refreshed(next) {
    page.files = next.files;
    Object.assign(page, next);
    showFrame();
    next.paragraphs.forEach((paragraph, place) => sections[place]?.update(paragraph, page));
    showMarks();
  }

  function showFrame() {
    const restated = page.paragraphs.filter((one) => one.is_restated).length;
    const claims = new Set(page.paragraphs.flatMap((one) => one.claims.map((claim) => claim.id))).size;
    const lacks = page.paragraphs.filter((one) => one.is_restated).reduce((sum, one) => sum + one.lacks.filter((lack) => !lack.is_left_out).length, 0);
    counts.textContent = `${restated} of ${page.paragraphs.length} paragraphs restated · ${claims} claims${restated ? ` · ${lacks ? `${lacks} not carried` : "all of these carried"}` : ""}`;
    problems.hidden = !page.problems.length;
    problems.replaceChildren(
      made("summary", {}, `The check tells ${page.problems.length === 1 ? "1 thing" : `${page.problems.length} things`} to mend in its files`),
      made("ul", {}, page.problems.map((words) => made("li", {}, words))),
    );
    optionList("records", choices.records);
    optionList("actors", choices.records.filter((one) => one.kind === "actor"));
    optionList("places", choices.records.filter((one) => one.kind === "place"));
    optionList("relations", choices.relations);
    optionList("questions", choices.questions);
    optionList("positions", choices.positions);
    optionList("claims", choices.claims);
  }

  function showMarks() {
    mark("claimed", sections.flatMap((one) => one.passages()));
    mark("lacking", sections.flatMap((one) => one.lackPlaces()));
  }

  const keys = keysBox();
  const perspective = perspectiveForm(page, refreshed, () => sections[0]?.captured.focus());
  top.replaceChildren(
    made("p", { className: "top__way" }, made("a", { href: address("") }, "Desk")),
    made("h1", {}, page.label),
    made("p", { className: "top__title" }, page.title),
    made("p", {}, made("a", { href: `/sources/${page.id}/`, target: "preview" }, "Preview")),
    counts,
    button(["Keys ", keycap("?")], () => keys.showModal(), { className: "small-button top__keys" }),
  );
  main.replaceChildren(
    made("p", { id: "how", className: "visually-hidden" }, "Arrow down and up select sentences, arrow right and left add and take away words; Enter begins a claim."),
    problems,
    perspective.element,
    ...sections.map((one) => one.element),
    keys,
  );
  showFrame();
  showMarks();
  sections.forEach((one) => one.restore());
  addEventListener("keydown", (event) => onKey(event, sections, keys, perspective));
  addEventListener("focus", () => lookForChanges(page, refreshed));
  if (!document.querySelector("[data-key]")) (sections.find((one) => `#p${one.number}` === location.hash) ?? sections[0])?.captured.focus();
}

/** Shows the page anew where a file was changed elsewhere and nothing is typed that could meet it. */
async function lookForChanges(page, refreshed) {
  const { status, said } = await got(`sources/${page.id}.json`);
  const changed = status === 200 && Object.entries(said.files).some(([file, key]) => page.files[file] !== key);
  if (!changed) return;
  if (document.querySelector("[data-unsaved]")) say("Files changed elsewhere. Saving will show what; what you typed stays.");
  else refreshed(said);
}

function onKey(event, sections, keys, perspective) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || event.target.closest?.("fieldset, dialog")) return;
  const place = sections.findIndex((one) => one.element.contains(document.activeElement));
  const go = (section) => {
    if (!section) return;
    section.captured.focus();
    section.element.scrollIntoView({ block: "start" });
  };
  const todo = (one) => one.element.dataset.lacks !== "0" || one.element.querySelector(".restated__text--none");
  const doing = {
    j: () => go(sections[Math.min(place + 1, sections.length - 1)]),
    k: () => go(sections[Math.max(place - 1, 0)]),
    u: () => go(sections.slice(place + 1).find(todo) ?? sections.find(todo)),
    e: () => sections[Math.max(place, 0)].openRestatement(),
    n: () => sections[Math.max(place, 0)].openRecord(),
    v: () => sections[Math.max(place, 0)].openEvent(),
    r: () => sections[Math.max(place, 0)].openRelation(),
    w: () => perspective.open(),
    "?": () => keys.showModal(),
  }[event.key];
  if (!doing) return;
  event.preventDefault();
  doing();
}

function keysBox() {
  const rows = KEYS.map(([key, words]) => made("tr", {}, made("th", { scope: "row" }, key.split(" ").map((one) => keycap(one))), made("td", {}, words)));
  const dialog = made("dialog", { className: "keys", "aria-label": "Keys" }, made("h2", {}, "Keys"), made("table", {}, made("tbody", {}, rows)));
  dialog.append(button("Close", () => dialog.close()));
  return dialog;
}

show();
