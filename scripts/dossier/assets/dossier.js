/* What the pages do beyond being read: cards on citations and record links, and search. Nothing of search is loaded before it is used. */

import { mountCards } from "./cards.js";

mountCards(document);

// A page that leads on by itself forgets where in the page a link led.
const onward = document.querySelector("meta[http-equiv=refresh]");
if (onward && location.hash) location.replace(onward.content.split("url=")[1] + location.hash);

const edition = document.querySelector("meta[name=dossier-edition]")?.content;
if (edition && location.pathname.includes(`/${edition}/`)) {
  import("./editions.js").then(({ mountNotice }) => mountNotice(document, edition));
}

if (document.querySelector(".cite-this")) {
  document.addEventListener("toggle", citations, { capture: true });
  openNamed();
  addEventListener("hashchange", openNamed);
}

// The menu of a narrow screen opens by a label, which no key reaches: with scripts it is a button.
const drawer = document.getElementById("__drawer");
const label = document.querySelector(".menu-button");
const menu = document.createElement("button");
menu.type = "button";
menu.className = label.className;
menu.setAttribute("aria-label", label.getAttribute("aria-label"));
menu.setAttribute("aria-expanded", drawer.checked);
menu.append(...label.childNodes);
label.replaceWith(menu);
menu.addEventListener("click", () => drawer.click());
drawer.addEventListener("change", () => menu.setAttribute("aria-expanded", drawer.checked));
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drawer.checked) return;
  drawer.click();
  menu.focus();
});

/* Buttons on citations come when one is unfolded for the first time. */
async function citations({ target }) {
  if (!target.matches?.(".cite-this")) return;
  document.removeEventListener("toggle", citations, { capture: true });
  (await import("./cite.js")).mountCitations(document);
}

/* A link to a folded part, or to something in one, unfolds it. */
function openNamed() {
  const part = document.getElementById(location.hash.slice(1))?.closest("details");
  if (part) part.open = true;
}

const mounts = () => import("./search.js");

for (const form of document.querySelectorAll("[data-search]")) {
  const input = form.elements.q;
  input.addEventListener("input", async () => (await mounts()).mountPanel(form), { once: true });
}

const boxes = ".md-header [data-search] input";
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const ctrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!slash && !ctrlK) return;
  event.preventDefault();
  document.querySelector(boxes).focus();
});

const page = document.querySelector("[data-search-page]");
if (page) mounts().then(({ mountPage }) => mountPage(page));
