// @ts-check
/* A small form that begins a record: an actor or a place from a name, an event from a claim. */

import { button, keycap, made, newId } from "./elements.js";
import { citedText, labelled, saveButton, saver, sending } from "./forms.js";
import { optionList } from "./picker.js";
import { placeFields } from "./place-fields.js";
import { refusalBox } from "./refusals.js";

/** The form; `claim` is given for an event, and `name` is what the record is called to begin with. */
export function recordForm({ page, paragraph, kind, name = "", claim = null, done, closed }) {
  const refusal = refusalBox();
  const input = (value = "") => made("input", { id: newId("r"), type: "text", autocomplete: "off", value });
  const called = input(name);
  const key = input();
  const which = choice(kind ? [kind] : ["actor", "place"]);
  const type = made("input", { id: newId("r"), type: "text", list: "types", autocomplete: "off", placeholder: "one of the list, or a new one" });
  const showTypes = () => optionList("types", page.choices.types[which.value].map((value) => ({ value, label: "" })));
  which.addEventListener("change", showTypes);
  showTypes();
  const carried = claim ? carriedFrom(page, claim) : null;

  const where = placeFields({ choices: page.choices });
  const short = citedText({ label: claim ? "In short; the claim is cited where none is" : "In short, cited; or later, once it has claims", claims: page.choices.claims });
  const showKind = () => (where.element.hidden = which.value !== "place");
  which.addEventListener("change", showKind);
  showKind();
  const send = saveButton("Begin it ");
  const save = saver({
    form: () => element,
    path: "record",
    values: () => ({
      source: page.id,
      paragraph,
      kind: which.value,
      name: called.value,
      id: key.value.trim(),
      type: type.value,
      claim: claim?.id ?? "",
      summary: short.text.value,
      ...(which.value === "place" ? where.values() : {}),
      ...(carried?.values() ?? {}),
    }),
    seen: () => page.files,
    send,
    refusal,
    done,
  });

  const element = made(
    "form",
    {
      className: "record-form",
      "aria-label": kind ? `New ${kind}` : "New record",
      ...sending(save, closed),
    },
    made("div", { className: "pairs" }, labelled("Name", called), labelled("Kind", which), labelled("Type", type), labelled("Id (else made of the name)", key)),
    carried?.element ?? null,
    where.element,
    short.element,
    refusal,
    made("div", { className: "buttons" }, send, button(["Close ", keycap("Esc")], closed)),
  );
  queueMicrotask(() => called.focus());
  return element;
}

const choice = (values) => made("select", { id: newId("r") }, values.map((one) => made("option", {}, one)));

/** What of a claim the event takes over, each chosen: that a claim names a place does not say that it happened there. */
function carriedFrom(page, claim) {
  const kindOf = (key) => page.choices.records.find((one) => one.value === key)?.kind;
  const box = (label, name, value) => {
    const input = made("input", { type: "checkbox", name, value, id: newId("c") });
    return [input, made("label", { className: "row__one", htmlFor: input.id }, input, made("span", {}, label))];
  };
  const about = claim.said.about ?? [];
  const date = claim.said.value?.date;
  const dated = date ? box(`on ${date}`, "dated", date) : null;
  const placed = about.filter((key) => kindOf(key) === "place").map((key) => box(`in ${key}`, "placed", key));
  const took = about.filter((key) => kindOf(key) === "actor").map((key) => {
    const role = made("select", { "aria-label": `The part of ${key}` }, page.choices.types.role.map((one) => made("option", {}, one)));
    if (page.choices.types.role.includes("participant")) role.value = "participant";
    return [...box(key, "participants", key), role];
  });
  const chosen = (boxes) => boxes.filter(([input]) => input.checked);
  return {
    element: made(
      "fieldset",
      { className: "row" },
      made("legend", {}, "The claim says that it happened"),
      [...(dated ? [dated] : []), ...placed].map(([, label]) => label),
      took.map(([, label, role]) => made("span", { className: "row__one" }, label, role)),
    ),
    values: () => ({
      dated: Boolean(dated?.[0].checked),
      placed: chosen(placed).map(([input]) => input.value),
      participants: chosen(took).map(([input, , role]) => `${input.value}:${role.value}`),
    }),
  };
}
