// @ts-check
/* What the pages do beyond being read: their frame, cards on citations and record links, and search. Nothing of search
   is loaded before it is used. */

import { mountCards } from "./cards.js";
import { mountFrame } from "./frame.js";

mountFrame(document);
mountCards(document);

// A page that leads on by itself forgets where in the page a link led, and the day that goes along.
/** @type {HTMLMetaElement | null} */
const onward = document.querySelector("meta[http-equiv=refresh]");
const { hash, search } = location;
if (onward && (hash || search)) location.replace(onward.content.split("url=")[1] + search + hash);

// A claim that stood on this page, and is now listed elsewhere, has a page of its own for good.
const gone = /^#([a-z0-9-]+-c\d+)$/.exec(location.hash)?.[1];
if (gone && document.querySelector("[data-claims-elsewhere]") && !document.getElementById(gone)) {
  location.replace(new URL(`../../claims/${gone}/${search}`, import.meta.url));
}

/** @type {HTMLMetaElement | null} */
const marked = document.querySelector("meta[name=dossier-edition]");
const edition = marked?.content;
if (edition && location.pathname.includes(`/${edition}/`)) {
  import("./editions.js").then(({ mountNotice }) => mountNotice(document, edition));
}

if (document.querySelector(".cite-this")) {
  document.addEventListener("toggle", citations, { capture: true });
}

/* Buttons on citations come when one is unfolded for the first time. */
async function citations({ target }) {
  if (!target.matches?.(".cite-this")) return;
  document.removeEventListener("toggle", citations, { capture: true });
  (await import("./cite.js")).mountCitations(document);
}

// The buttons that copy a citation come when something that can be cited is first pointed at or focused.
for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, copying);

async function copying(event) {
  if (!event.target.closest?.("[data-claim]:not(a), [data-paragraph], [data-cited-as], section.position, .answers")) return;
  for (const kind of ["pointerover", "focusin"]) document.removeEventListener(kind, copying);
  (await import("./copying.js")).mountCopying(document)(event);
}

if (document.querySelector("[data-said-in]")) {
  import("./sentences.js").then(({ mountSentences }) => mountSentences(document));
}

const choices = document.querySelector("[data-choices]");
if (choices) import("./choices.js").then(({ mountChoices }) => mountChoices(choices));

const list = document.querySelector("[data-this-list]");
if (list) import("./this-list.js").then(({ mountList }) => mountList(/** @type {HTMLElement} */ (list)));

const map = document.querySelector("[data-map]");
if (map) import("./zoom.js").then(({ mountZoom }) => mountZoom(map));

const network = document.querySelector("[data-network]");
if (network) import("./network.js").then(({ mountNetwork }) => mountNetwork(network));

// What was known by a day goes along from page to page; where nothing else on a page sets the day, a button at its end does.
const byDay = () => import("./known-by.js");
const keepDay = async () => {
  if (new URLSearchParams(location.search).has("known")) (await byDay()).showDay(document);
  else if (document.querySelector(".known-bar")) (await byDay()).leaveDay(document);
};
addEventListener("addresschange", keepDay);
addEventListener("popstate", keepDay);
keepDay();
const end = document.querySelector("article > .cite-this");
if (end && document.querySelector("article [data-claim]") && !document.querySelector("article [name=known]")) {
  const door = document.createElement("button");
  door.className = "known-door";
  door.textContent = say("known_by.door");
  door.addEventListener("click", async () => (await byDay()).askDay(door));
  end.after(door);
}
const pictures = document.querySelectorAll("[data-picture] .picture-tools");
if (pictures.length) import("./picture-buttons.js").then(({ mountPictures }) => mountPictures(pictures));

const mounts = () => import("./search.js");

/** @type {NodeListOf<HTMLFormElement & { elements: { q: HTMLInputElement } }>} */
const searches = document.querySelectorAll("[data-search]");
for (const form of searches) {
  const input = form.elements.q;
  input.addEventListener("input", async () => (await mounts()).mountPanel(form), { once: true });
}

const boxes = ".md-header [data-search] input";
addEventListener("keydown", (event) => {
  const { target } = /** @type {{ target: any }} */ (event);
  const typing = target.closest?.("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const ctrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!slash && !ctrlK) return;
  event.preventDefault();
  /** @type {HTMLInputElement} */
  const box = document.querySelector(boxes);
  box.focus();
});

const page = document.querySelector("[data-search-page]");
if (page) mounts().then(({ mountPage }) => mountPage(page));
