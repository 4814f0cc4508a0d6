// @ts-check
/* What was known by a day, carried along in the address from page to page: the bar that says so, the form that sets the
   day, and the links that take it along. What came later is marked by `later.js`. */

import { chosenDay } from "./iso-days.js";
import { drawLater } from "./later.js";
import { made } from "./results.js";

const NAME = "known";
const MONTHS = say("dates.months").split(" ");
let carries = false;

/* Says which day was chosen, and marks and hides what came later. */
export async function showDay(root) {
  const day = chosenDay();
  if (!day) return leaveDay(root);
  carryAlong(root);
  const bar = root.querySelector(".known-bar") ?? root.querySelector(".md-content").insertAdjacentElement("afterbegin", barOf());
  bar.querySelector("b").textContent = said(day);
  bar.querySelector("input").value = day.length === 10 ? day : "";
  bar.querySelector("a").href = addressWith("");
  root.documentElement.dataset.knownDay = day;
  const found = await drawLater(root, day);
  if (found) bar.querySelector("[role=status]").textContent = told(found);
}

/* Shows everything again, where the day was taken out of the address. */
export function leaveDay(root) {
  root.querySelector(".known-bar")?.remove();
  delete root.documentElement.dataset.knownDay;
  drawLater(root, "");
}

/* Puts the form that sets the day in the place of a button. */
export function askDay(button) {
  const form = formOf();
  form.classList.add("known-door");
  button.replaceWith(form);
  form.querySelector("input").focus();
}

function said(day) {
  const [year, month, ofMonth] = day.split("-");
  const words = [ofMonth && String(Number(ofMonth)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
  return ofMonth ? words : say("known_by.end_of", { words });
}

function told({ isLater, hidden, marked, finds }) {
  if (finds) return say("known_by.results_hidden");
  if (isLater) return say("known_by.nothing_published");
  const parts = [hidden && say("known_by.hidden", { count: hidden }), marked && say("known_by.marked", { marked })];
  return parts.filter(Boolean).join(", ") || say("known_by.nothing_hidden");
}

function barOf() {
  const bar = made("aside", "known-bar");
  bar.setAttribute("aria-label", say("known_by.door"));
  const words = made("p", "");
  const status = made("span", "");
  status.setAttribute("role", "status");
  words.append(say("known_by.known_by"), made("b", ""), " · ", status);
  const change = made("details", "");
  change.append(made("summary", "", say("known_by.change")), formOf());
  const leave = made("a", "", say("known_by.leave"));
  bar.append(words, change, leave);
  return bar;
}

/* A form that goes to this page as of a day. */
function formOf() {
  const form = made("form", "known-form");
  const label = made("label", "", say("known_by.known_by"));
  const day = made("input", "");
  Object.assign(day, { type: "date", name: NAME, required: true });
  label.append(day);
  const send = made("button", "", say("known_by.show"));
  form.append(label, send);
  for (const [name, value] of new URLSearchParams(location.search)) if (name !== NAME) form.append(hidden(name, value));
  return form;
}

function hidden(name, value) {
  const input = made("input", "");
  Object.assign(input, { type: "hidden", name, value });
  return input;
}

function addressWith(day, address = location.href) {
  const url = new URL(address, document.baseURI);
  if (day) url.searchParams.set(NAME, day);
  else url.searchParams.delete(NAME);
  return url.href;
}

/* From now on a link to a page takes the day along at the moment at which somebody comes to it. */
function carryAlong(root) {
  if (carries) return;
  carries = true;
  const follow = ({ target }) => {
    const link = target.closest?.("a[href]");
    const address = link?.getAttribute("href");
    if (!link || address.startsWith("#") || link.download || link.closest(".known-bar")) return;
    const url = new URL(address, document.baseURI);
    if (url.origin === location.origin && /(\/|\.html)$/.test(url.pathname)) link.setAttribute("href", addressWith(chosenDay(), address));
  };
  for (const type of ["pointerover", "pointerdown", "focusin", "click"]) root.addEventListener(type, follow, { capture: true });
  root.addEventListener("submit", ({ target }) => {
    if (!target.elements[NAME] && chosenDay()) target.append(hidden(NAME, chosenDay()));
  }, { capture: true });
}
