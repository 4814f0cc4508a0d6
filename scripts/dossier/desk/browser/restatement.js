// @ts-check
/* The restatement of a paragraph: read, and written anew beside the captured one. */

import { button, closeAsked, keycap, later, made, newId } from "./elements.js";
import { saveButton, saver, sending, sharedWords } from "./forms.js";
import { refusalBox } from "./refusals.js";
import { sent } from "./server.js";

/** The text area for a paragraph's restatement; `begun` is what stood there, or what was typed before. */
export function restatementForm({ page, paragraph, begun, names, saved, closed, changed }) {
  const refusal = refusalBox();
  const shared = made("p", { className: "shared", role: "status" });
  const text = made("textarea", { id: newId("restated"), rows: 4, value: begun, spellcheck: true, lang: "en", oninput: typed });
  const send = saveButton();
  const look = later(async () => {
    if (!element.isConnected) return;
    const { status, said } = await sent("look", { source: page.id, paragraph: paragraph.number, restatement: text.value });
    if (status !== 200) return;
    shared.textContent = [...said.remarks.map((one) => `${one.field}: ${one.words}.`), sharedWords(said.shared)].join(" ").trim();
    changed(said.lacks);
  }, 250);

  function typed() {
    element.dataset.unsaved = "";
    saved.keep(text.value);
    grow();
    look();
  }

  function grow() {
    text.style.height = "auto";
    text.style.height = `${text.scrollHeight + 4}px`;
  }

  const save = saver({
    form: () => element,
    path: "restatement",
    values: () => ({ source: page.id, paragraph: paragraph.number, text: text.value }),
    seen: () => page.files,
    send,
    refusal,
    done: saved.done,
  });

  const links = names.flatMap((name) =>
    name.records.slice(0, 1).map((key) =>
      button(
        name.text,
        () => {
          const chosen = text.value.slice(text.selectionStart, text.selectionEnd) || name.text;
          text.setRangeText(chosen === key ? `[[${key}]]` : `[[${key}|${chosen}]]`, text.selectionStart, text.selectionEnd, "end");
          text.focus();
          typed();
        },
        { className: "offer", title: `Link ${key}` },
      ),
    ),
  );
  const element = made(
    "form",
    {
      className: "restatement-form",
      ...sending(save, () => closeAsked(element, closed)),
    },
    made("label", { htmlFor: text.id, className: "visually-hidden" }, `Paragraph ${paragraph.number} in your own words`),
    text,
    links.length ? made("p", { className: "offers" }, "Link: ", links) : null,
    shared,
    refusal,
    made("div", { className: "buttons" }, send, button(["Close ", keycap("Esc")], () => closeAsked(element, closed))),
  );
  queueMicrotask(() => {
    grow();
    text.focus();
  });
  return element;
}
