// @ts-check
/* What the forms have in common: the keys that save and close, a field with its label, and the words of their buttons. */

import { keycap, made } from "./elements.js";

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

/** A field below its label. */
export const labelled = (label, input, className = "field") =>
  made("div", { className }, made("label", { htmlFor: input.id }, label), input);

export const saveButton = () => made("button", { type: "submit", className: "main-button" }, "Save ", keycap("Ctrl"), keycap("Enter"));

/** The words that a text shares with an article, told; empty where there are none. */
export function sharedWords(found) {
  return found.map((one) => `${one.length} words as in ${one.source}: “${one.words}”. Restate them.`).join(" ");
}
