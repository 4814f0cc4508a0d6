// @ts-check
/* What an actor is to another, according to claims. */

import { button, made, newId } from "./elements.js";
import { labelled, line, saveButton, saver, sending } from "./forms.js";
import { meant, picker } from "./picker.js";
import { refusalBox } from "./refusals.js";

/** The form; `begun` may have the `actor`, the other (`to`) and the `claims` that say so. */
export function relationForm({ choices, begun = /** @type {Record<string, any>} */ ({}), values, seen, done, closed = null }) {
  const refusal = refusalBox();
  const actors = choices.records.filter((one) => one.kind === "actor");
  const actorField = (value = "") => {
    const input = line({ list: "actors", value, onchange: () => (input.value = meant(input.value, actors)) });
    return input;
  };
  const actor = actorField(begun.actor);
  const to = actorField(begun.to);
  const type = line({ list: "relations", placeholder: "part of, leads, fights …" });
  const period = line({ placeholder: "as a claim says it" });
  const past = made("input", { type: "checkbox", id: newId("past") });
  const claims = picker({ label: "According to", list: "claims", choices: choices.claims, values: begun.claims ?? [], changed: () => {}, hint: "a claim" });
  const send = saveButton();
  const save = saver({
    form: () => element,
    path: "relation",
    values: () => {
      claims.take();
      return { ...values, actor: meant(actor.value, actors), to: meant(to.value, actors), type: meant(type.value, choices.relations), period: period.value, past: past.checked, claims: claims.value() };
    },
    seen,
    send,
    refusal,
    done,
  });
  const element = made(
    "form",
    { className: "record-form", "aria-label": "New relation", ...sending(save, closed) },
    made("div", { className: "pairs pairs--three" }, labelled("Actor", actor), labelled("is to the other", type), labelled("The other", to)),
    made(
      "div",
      { className: "pairs pairs--three" },
      labelled("For how long", period),
      made("label", { className: "row__one", htmlFor: past.id }, past, made("span", {}, "told as past")),
    ),
    claims.element,
    refusal,
    made("div", { className: "buttons" }, send, closed ? button("Close", closed) : null),
  );
  return { element, focus: () => (actor.value ? type : actor).focus() };
}
