// @ts-check
/* What the forms have in common: how they are saved, the keys that save and close, and fields with their labels. */

import { button, keycap, made, newId } from "./elements.js";
import { meant } from "./picker.js";
import { showRefusal } from "./refusals.js";
import { sent } from "./server.js";

/** The listeners of a form that is sent by its button or Ctrl+Enter, and closed by Escape where it can be. */
export function sending(save, closed = null) {
  return {
    onsubmit: (event) => {
      event.preventDefault();
      save();
    },
    onkeydown: (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        save();
      } else if (event.key === "Escape" && closed) {
        event.stopPropagation();
        closed();
      }
    },
  };
}

/**
 * The function that saves a form. `form` gives the form, `values` what it says, `seen` the files as it knows them; `before`
 * is waited for first. Where the server refuses, the box `refusal` says why, and all stays as it is.
 */
export function saver({ form, path, values, seen, send, refusal, before = async () => {}, done }) {
  return async function save(known = seen()) {
    // A key that is held down, or pressed again while the answer is on its way, saves nothing twice.
    if (send.disabled) return;
    send.disabled = true;
    await before();
    const answer = await sent(path, { ...values(), seen: known });
    send.disabled = false;
    if (answer.status === 200) {
      delete form().dataset.unsaved;
      refusal.hidden = true;
      done(answer.said);
    } else {
      showRefusal(refusal, answer, save);
    }
  };
}

/** A field below its label. */
export const labelled = (label, input, className = "field") =>
  made("div", { className }, made("label", { htmlFor: input.id }, label), input);

/** A field for a line of text; `given` may name a list of what it can be. */
export const line = (given = {}) => made("input", { id: newId("f"), type: "text", autocomplete: "off", ...given });

export const saveButton = (words = "Save ") =>
  made("button", { type: "submit", className: "main-button" }, words, keycap("Ctrl"), keycap("Enter"));

/** The words that a text shares with an article, told; empty where there are none. */
export function sharedWords(found) {
  return found.map((one) => `${one.length} words as in ${one.source}: “${one.words}”. Restate them.`).join(" ");
}

/** Writes a citation where a text area's cursor is, before the full stop that stands there, and goes on writing after it. */
export function cite(text, key) {
  const at = text.selectionEnd;
  const place = /[.!?]/.test(text.value[at - 1] ?? "") ? at - 1 : at;
  const blank = place > 0 && !/\s/.test(text.value[place - 1]) ? " " : "";
  text.setRangeText(`${blank}[@${key}]`, place, place, "end");
  if (place < at) text.setSelectionRange(text.selectionEnd + 1, text.selectionEnd + 1);
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
}

/** A text area whose words cite claims, with a field that finds a claim and cites it. */
export function citedText({ label, value = "", claims, rows = 2 }) {
  const text = made("textarea", { id: newId("cited"), rows, value, lang: "en", spellcheck: true });
  const found = line({ list: "claims", placeholder: "a claim, by its words or its id", "aria-label": `Cite a claim in: ${label}` });
  const take = () => {
    const key = meant(found.value, claims);
    if (!claims.some((one) => one.value === key)) return;
    found.value = "";
    cite(text, key);
  };
  found.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    take();
  });
  // Chosen from the list with a mouse.
  found.addEventListener("input", (event) => event instanceof InputEvent && event.inputType === "insertReplacementText" && take());
  const element = made("div", { className: "field cited" }, made("label", { htmlFor: text.id }, label), text, made("p", { className: "cited__find" }, found, button("Cite", take, { className: "small-button" })));
  return { element, text };
}
