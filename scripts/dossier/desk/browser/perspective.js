// @ts-check
/* Who speaks in a source: shown folded, and written anew. */

import { made, newId, say } from "./elements.js";
import { saveButton, saver, sending } from "./forms.js";
import { refusalBox } from "./refusals.js";

/** The field for the perspective of a source; open while it holds the words in capitals with which it was begun.
 * `left` is called where who writes goes on with the paragraphs. */
export function perspectiveForm(page, refreshed, left) {
  const isBegun = page.perspective === page.perspective.toUpperCase();
  const refusal = refusalBox();
  const text = made("textarea", { id: newId("perspective"), rows: 3, lang: "en", value: isBegun ? "" : page.perspective });
  const send = saveButton();
  const save = saver({
    form: () => form,
    path: "perspective",
    values: () => ({ source: page.id, text: text.value }),
    seen: () => page.files,
    send,
    refusal,
    done: (said) => {
      refreshed(said.page);
      box.open = false;
      left();
      say(`Saved. ${said.lines.join(" ")}`);
    },
  });
  const form = made(
    "form",
    {
      ...sending(save, left),
      oninput: () => (form.dataset.unsaved = ""),
    },
    made("label", { htmlFor: text.id, className: "visually-hidden" }, "Who speaks, from where, and what they could not see"),
    text,
    refusal,
    made("div", { className: "buttons" }, send),
  );

  const box = made("details", { className: "perspective", open: isBegun }, made("summary", {}, "Who speaks, from where, and what they could not see"), form);
  return {
    element: box,
    open: () => {
      box.open = true;
      text.focus();
    },
  };
}
