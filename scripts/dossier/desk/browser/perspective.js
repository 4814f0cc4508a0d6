// @ts-check
/* Who speaks in a source: shown folded, and written anew. */

import { made, newId, say } from "./elements.js";
import { saveButton, sending } from "./forms.js";
import { refusalBox, showRefusal } from "./refusals.js";
import { sent } from "./server.js";

/** The field for the perspective of a source; open while it holds the words in capitals with which it was begun. */
export function perspectiveForm(page, refreshed) {
  const isBegun = page.perspective === page.perspective.toUpperCase();
  const refusal = refusalBox();
  const text = made("textarea", { id: newId("perspective"), rows: 3, lang: "en", value: isBegun ? "" : page.perspective });
  const form = made(
    "form",
    {
      ...sending(save),
      oninput: () => (form.dataset.unsaved = ""),
    },
    made("label", { htmlFor: text.id, className: "visually-hidden" }, "Who speaks, from where, and what they could not see"),
    text,
    refusal,
    made("div", { className: "buttons" }, saveButton()),
  );

  async function save(seen = page.files) {
    const answer = await sent("perspective", { source: page.id, text: text.value, seen });
    if (answer.status === 200) {
      delete form.dataset.unsaved;
      refusal.hidden = true;
      refreshed(answer.said.page);
      say(`Saved. ${answer.said.lines.join(" ")}`);
    } else {
      showRefusal(refusal, answer, save);
    }
  }

  return made("details", { className: "perspective", open: isBegun }, made("summary", {}, "Who speaks, from where, and what they could not see"), form);
}
