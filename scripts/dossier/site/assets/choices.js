// @ts-check
/* Choices that narrow a page. The address holds them; each tells of a part of the page whether it stays. */

import { isOver } from "./iso-days.js";

/* What stands behind a control that is no menu, by its name. */
const MODULES = { year: "./years.js", known: "./day-slider.js", words: "./words.js" };

/* How many parts of a kind there are, in words. */
const COUNTED = {
  claim: (count) => say("choices.claims_counted", { count }),
  event: (count) => say("choices.events_counted", { count }),
  relation: (count) => say("choices.relations_counted", { count }),
};

function moduleOf({ type, name }) {
  return type === "select-one" ? "./filters.js" : MODULES[name];
}

/* A form with a control for each choice, and the parts of the page that its choices hide. */
export async function mountChoices(form) {
  const controls = [...form.elements].filter(moduleOf);
  const choices = await Promise.all(controls.map(choiceOf));
  const picture = await pictureOf(document);
  const timeline = document.querySelector("[data-timeline]");
  let frame = null;
  const isDated = controls.some(({ name }) => name === "known") && document.querySelector("[data-standings]");
  const standings = isDated && (await import("./standing.js")).drawStandings;
  const shown = partsOf(document, form.dataset.choices);
  const clear = form.querySelector("[data-clear]");

  /* What draws it is loaded when it is first narrowed. */
  const drawFrame = async (visible) => {
    frame ??= import("./timeline-frame.js").then(({ frameOf }) => frameOf(timeline));
    (await frame)(visible, choices);
  };
  const draw = () => {
    if (standings) standings(document, choices.find(({ name }) => name === "known")?.value);
    const visible = shown.draw(choices);
    const more = picture?.(visible, choices) ?? "";
    if (timeline && (frame || choices.some(({ value }) => value))) drawFrame(visible);
    form.querySelector("[role=status]").textContent = said(form.dataset.choices, shown, visible, choices) + more;
    const narrowed = choices.some(({ value }) => value);
    clear.hidden = !narrowed;
    form.toggleAttribute("data-narrowed", narrowed);
  };
  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const choice of choices) choice.value = asked.get(choice.name) ?? "";
    draw();
  };

  form.addEventListener("input", draw);
  form.addEventListener("change", ({ target }) => {
    remember(choices, target.type === "range" && new URLSearchParams(location.search).has(target.name));
  });
  /* All is shown as it is chosen: to press the button leads on to it. */
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(choices, false);
    const status = form.querySelector(".choices__status");
    status.tabIndex = -1;
    status.focus();
  });
  clear.addEventListener("click", () => {
    for (const choice of choices) choice.value = "";
    remember(choices, false);
    draw();
    controls[0].focus();
  });
  addEventListener("popstate", read);
  read();
  form.hidden = false;
}

/* What draws the picture of a page anew with the parts that are left, where it has one, and tells what it cannot show. */
async function pictureOf(root) {
  if (root.querySelector("[data-relations]")) return (await import("./ties.js")).pictureOf(root);
  if (root.querySelector("svg.map [data-events]")) return (await import("./map-events.js")).pictureOf(root);
  return undefined;
}

async function choiceOf(control) {
  const { choice } = await import(moduleOf(control));
  return choice(control);
}

/* Writes the choices into the address: as a new step for the back button, or in place of the last one while a slider
   that is already in the address moves on. */
function remember(choices, replaces) {
  const asked = new URLSearchParams(location.search);
  for (const { name, value, kept = value } of choices) kept ? asked.set(name, kept) : asked.delete(name);
  const query = asked.size ? `?${asked}` : "";
  if (query === location.search) return;
  history[replaces ? "replaceState" : "pushState"](null, "", location.pathname + query + location.hash);
  dispatchEvent(new Event("addresschange"));
}

/* What can be hidden in a page; `kind` are the parts that are counted. */
function partsOf(root, kind) {
  const parts = [...root.querySelectorAll("[data-part]")];
  const counted = parts.filter(({ dataset }) => dataset.part === kind);
  const groups = [...root.querySelectorAll("[data-group]")];
  const counts = [...root.querySelectorAll("[data-count]")].map((element) => [element, element.textContent]);
  const links = [...root.querySelectorAll('nav a[href^="#"]')];
  const total = new Set(counted.map(keyOf)).size;

  /* Hides what does not stay; the keys of the counted parts that do. */
  const draw = (choices) => {
    const chosen = choices.filter(({ value }) => value);
    const day = choices.find(({ name }) => name === "known")?.value;
    for (const part of parts) hide(part, isOver(part, day) || !chosen.every((choice) => choice.keeps(part)));
    const left = new Set(counted.filter(isShown).map(keyOf));
    for (const group of groups) drawGroup(group);
    for (const link of links) hide(link, root.getElementById(link.hash.slice(1))?.closest("[data-hidden]"));
    for (const [element, words] of counts) element.textContent = fewer(element, words);
    for (const words of root.querySelectorAll("[data-of-all]")) hide(words, chosen.length);
    for (const words of root.querySelectorAll("[data-of-some]")) words.hidden = !chosen.length;
    for (const words of root.querySelectorAll("[data-none]")) {
      if (!words.closest("[data-group]")) words.hidden = left.size > 0;
    }
    return left;
  };
  return { draw, total, counted };
}

/* A group without any part left says so where it has words for it, and else is hidden. */
function drawGroup(group) {
  const isEmpty = !partsIn(group, group.dataset.group).some(isShown);
  const words = group.querySelector("[data-none]");
  if (words) words.hidden = !isEmpty;
  else hide(group, isEmpty);
}

/* The words of a count, such as "12 events", where fewer are left. */
function fewer(element, words) {
  const group = element.closest("[data-group]");
  const parts = partsIn(group, group.dataset.group);
  const left = parts.filter(isShown).length;
  if (left === parts.length) return words;
  return element.dataset.count ? say("choices.left_of", { left, words }) : String(left);
}

function partsIn(group, kind) {
  return [...group.querySelectorAll(`[data-part="${kind}"]`)];
}

function keyOf({ id, dataset }) {
  return dataset.key ?? id;
}

function hide(element, hidden) {
  element.toggleAttribute("data-hidden", Boolean(hidden));
}

function isShown(element) {
  return !element.hasAttribute("data-hidden");
}

function said(kind, { total, counted }, visible, choices) {
  const all = COUNTED[kind](total);
  if (!choices.some(({ value }) => value)) return say("choices.all", { all });
  const more = choices.filter(({ value }) => value).map((choice) => choice.says?.(counted.filter(isShown)));
  return [say("choices.left_of_all", { left: visible.size, all }), ...more.filter(Boolean)].join(", ");
}
