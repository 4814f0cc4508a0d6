// @ts-check
/* Elements of the page, made without a word of HTML. */

/** An element with properties, listeners (`onclick`), data (`data-x`) and ARIA, and what stands in it; no child for null. */
export function made(name, given = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in element && !key.startsWith("aria") && key !== "list" && key !== "role") element[key] = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A button that does one thing; `key` is told as the key that does the same. */
export function button(words, done, given = {}) {
  return made("button", { type: "button", onclick: done, ...given }, words);
}

/** A key as it is drawn beside what it does. */
export const keycap = (key) => made("kbd", {}, key);

/** Tells something to everybody: shown for a while, and read out. */
export function say(words) {
  const box = document.getElementById("said");
  box.textContent = words;
  box.classList.add("said--shown");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => box.classList.remove("said--shown"), 6000);
}
/** @type {ReturnType<typeof setTimeout> | undefined} */
say.timer = undefined;

/** Reads something out that is seen without that. */
export function readOut(words) {
  document.getElementById("said").textContent = words;
}

/** Closes a form; one with something unsaved only when asked twice. */
export function closeAsked(form, closed) {
  if ("unsaved" in form.dataset && form.dataset.unsaved !== "asked") {
    form.dataset.unsaved = "asked";
    say("Not saved yet. Close once more to throw it away.");
  } else {
    delete form.dataset.unsaved;
    closed();
  }
}

/** Calls a function once nothing has asked for it for a while. */
export function later(done, milliseconds) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => done(...given), milliseconds);
  };
}

/** Whether the focus is where letters are typed. */
export const isTyping = (target) => target.matches?.("textarea, select, input:not([type='radio'], [type='checkbox'])");

let number = 0;
/** An id that no other element of the page has. */
export const newId = (name) => `${name}-${(number += 1)}`;
