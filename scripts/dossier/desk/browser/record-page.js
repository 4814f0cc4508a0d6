// @ts-check
/* The page of an actor, an event, a place or a question: its texts, and beside them the claims that they can cite. */

import { button, made, say } from "./elements.js";
import { cite, citedText, saveButton, saver, sending } from "./forms.js";
import { optionList } from "./picker.js";
import { placeFields } from "./place-fields.js";
import { refusalBox } from "./refusals.js";
import { relationForm } from "./relation-form.js";
import { forget, keep, kept } from "./typed.js";

/** What stands on the page; `again` shows it anew after a save. */
export function recordPage(page, again) {
  lists(page.choices);
  const form = textsForm(page, again);
  return [
    made("details", { className: "problems", hidden: !page.problems.length, open: true }, made("summary", {}, "The check tells of its file"), made("ul", {}, page.problems.map((words) => made("li", {}, words)))),
    made("div", { className: "pair pair--record" }, made("div", {}, form.element, page.kind === "actor" ? relations(page, again) : null), claims(page, form)),
  ];
}

function lists(choices) {
  optionList("claims", choices.claims);
  optionList("actors", choices.records.filter((one) => one.kind === "actor"));
  optionList("places", choices.records.filter((one) => one.kind === "place"));
  optionList("relations", choices.relations);
}

function textsForm(page, again) {
  const key = `record:${page.id}`;
  const typed = kept(key).texts ?? {};
  const texts = page.texts.map((one) => ({ key: one.key, ...citedText({ label: one.label, value: typed[one.key] ?? one.value, claims: page.choices.claims, rows: one.key.startsWith("positions") ? 2 : 5 }) }));
  const where = page.kind === "place" ? placeFields({ choices: page.choices, given: page.where, changed: () => changed() }) : null;
  const refusal = refusalBox();
  const send = saveButton();
  let last = texts[0].text;
  const said = () => Object.fromEntries(texts.map((one) => [one.key, one.text.value]));
  const save = saver({
    form: () => element,
    path: "texts",
    values: () => ({ record: page.id, texts: said(), ...(where ? { where: where.values() } : {}) }),
    seen: () => page.files,
    send,
    refusal,
    done: (answer) => {
      forget(key, "texts");
      say(["Saved.", ...answer.lines, ...answer.odd].join(" "));
      again(answer.page);
    },
  });
  const changed = () => {
    element.dataset.unsaved = "";
  };
  const element = made(
    "form",
    {
      className: "texts-form",
      "aria-label": "Texts",
      ...sending(save),
      oninput: (event) => {
        if (!event.target.matches("textarea")) return;
        changed();
        keep(key, "texts", said());
      },
      onfocusin: (event) => {
        if (event.target.matches("textarea")) last = event.target;
      },
    },
    texts.map((one) => one.element),
    where?.element ?? null,
    refusal,
    made("div", { className: "buttons" }, send),
  );
  if (Object.keys(typed).length) changed();
  queueMicrotask(() => texts[0].text.focus());
  return { element, cite: (claim) => cite(last, claim) };
}

/** The claims, each with a button that cites it where one wrote last. */
function claims(page, form) {
  const one = (claim) =>
    made(
      "li",
      {},
      button("Cite", () => form.cite(claim.value), { className: "small-button", "aria-label": `Cite ${claim.value}` }),
      made("span", {}, claim.label, " ", made("span", { className: "claim__id" }, claim.value)),
    );
  const shown = page.groups.map((group) => [made("h2", {}, group.label), made("ul", { className: "cited-claims" }, group.claims.map(one))]);
  return made("section", { className: "group", "aria-label": "Claims that can be cited" }, shown.length ? shown.flat() : made("p", {}, "No claim is about it yet."));
}

function relations(page, again) {
  const form = relationForm({
    choices: page.choices,
    begun: { actor: page.id },
    values: { record: page.id },
    seen: () => page.files,
    done: (answer) => {
      say(["Saved.", ...answer.lines].join(" "));
      again(answer.page);
    },
  });
  return made(
    "section",
    { "aria-labelledby": "relations-head" },
    made("h2", { id: "relations-head" }, "Relations"),
    made("ul", { className: "relations" }, page.relations.map((words) => made("li", {}, words))),
    form.element,
  );
}
