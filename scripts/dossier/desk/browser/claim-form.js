// @ts-check
/* The form of one claim. While it is typed, what is wrong and what its paragraph still lacks is asked for and shown. */

import { button, closeAsked, keycap, later, made, newId } from "./elements.js";
import { labelled, saveButton, saver, sending, sharedWords } from "./forms.js";
import { lettered, meant, picker } from "./picker.js";
import { questionFields } from "./question-form.js";
import { refusalBox } from "./refusals.js";
import { sent } from "./server.js";

const VALUE = [
  ["low", "from"],
  ["high", "to"],
  ["unit", "of what"],
  ["as_of", "as of (date)"],
  ["date", "or a date"],
  ["as_given", "in the source’s words"],
];
const GUESSED = ["kind", "certainty", "said_by", "about", "value"];
const WAIT = 250;
const passageOf = (begun) => (begun.passage ? { passage: begun.passage } : {});

/** The form for a claim: `begun` has its values, `offered` what its passage suggests; `page` is the source's page. */
export function claimForm({ page, paragraph, begun, offered, saved, closed, changed }) {
  const { choices } = page;
  const actors = choices.records.filter((one) => one.kind === "actor");
  const refusal = refusalBox();
  const remarks = made("ul", { className: "remarks", "aria-label": "To mend" });
  const shared = made("p", { className: "shared", role: "status" });
  const send = saveButton();
  // What was chosen by hand stays as it is; the rest follows from the words as they are typed.
  const byHand = new Set(begun.passage && !begun.isKept ? [] : GUESSED);
  const fields = fieldsOf({ begun, choices, actors, typed: (key) => () => typed(key) });
  async function lookNow() {
    if (!element.isConnected) return;
    const { status, said } = await sent("look", { source: page.id, paragraph, claim: values(), ...passageOf(begun) });
    if (status !== 200) return;
    if (said.guess) fields.follow(said.guess, byHand);
    showRemarks(remarks, said.remarks, fields);
    shared.textContent = sharedWords(said.shared);
    changed(said.lacks);
  }
  const look = later(lookNow, WAIT);

  function typed(key) {
    if (!fields.ready) return;
    if (GUESSED.includes(key)) byHand.add(key);
    element.dataset.unsaved = "";
    look();
    keepIt();
  }

  const keepIt = () => saved.keep(values());

  function values() {
    return { ...fields.values(), id: begun.id ?? "" };
  }

  const save = saver({
    form: () => element,
    path: "claim",
    values: () => ({ source: page.id, paragraph, claim: values(), ...fields.differing() }),
    seen: () => page.files,
    send,
    refusal,
    // What follows from the last words typed is taken over too.
    before: async () => {
      fields.takeAll();
      await lookNow();
    },
    done: saved.done,
  });

  const keys = sending(save, () => closeAsked(element, closed));
  const element = made(
    "form",
    {
      className: "claim-form",
      noValidate: true,
      "aria-label": begun.id ? `Claim ${begun.id}` : `New claim of paragraph ${paragraph}`,
      ...keys,
      onkeydown: (event) => {
        keys.onkeydown(event);
        if (event.altKey && event.code in fields.jumps) {
          event.preventDefault();
          fields.jumps[event.code]();
        }
        // Enter in a field does not send the form: it takes over what was typed there.
        if (event.key === "Enter" && event.target.matches("input[type='text']")) event.preventDefault();
      },
    },
    begun.passage ? made("blockquote", { className: "passage", dir: "auto" }, begun.passage) : null,
    begun.told ? made("p", { className: "note" }, begun.told) : null,
    fields.elements,
    offers(offered, fields, () => typed("value")),
    remarks,
    shared,
    refusal,
    made("div", { className: "buttons" }, send, button(["Close ", keycap("Esc")], () => closeAsked(element, closed))),
  );
  fields.ready = true;
  queueMicrotask(() => {
    fields.text.focus();
    look();
  });
  return { element, values };
}

function fieldsOf({ begun, choices, actors, typed }) {
  const text = made("textarea", { id: newId("text"), rows: 2, value: begun.text ?? "", oninput: typed("text"), spellcheck: true, lang: "en" });
  const kind = lettered({ label: "Kind", letters: choices.kinds, value: begun.kind, changed: typed("kind") });
  const certainty = lettered({ label: "How firmly", letters: choices.certainties, value: begun.certainty, changed: typed("certainty") });
  const speaker = made("input", {
    id: newId("speaker"),
    type: "text",
    list: "actors",
    autocomplete: "off",
    placeholder: "the author",
    value: begun.said_by ?? "",
    oninput: typed("said_by"),
    onchange: () => (speaker.value = meant(speaker.value, actors)),
  });
  const pick = (key, label, list, from, hint) =>
    picker({ label, list, choices: from, values: begun[key] ?? [], changed: typed(key), hint });
  const about = pick("about", "About, the main one first", "records", choices.records, "another record");
  const more = {
    answers: pick("answers", "Answers", "positions", choices.positions, "question#position"),
    disputes: pick("disputes", "Disputes", "claims", choices.claims, "a claim"),
    supports: pick("supports", "Supports", "claims", choices.claims, "a claim"),
    repeats: pick("repeats", "Repeats", "claims", choices.claims, "a claim"),
  };
  const value = Object.fromEntries(VALUE.map(([key]) => [key, small(begun.value?.[key] ?? "", typed("value"))]));
  const approximate = made("input", { id: newId("rough"), type: "checkbox", checked: String(begun.value?.approximate) === "true", onchange: typed("value") });
  const anchor = { from: small(begun.anchor?.from ?? "", typed("anchor")), to: small(begun.anchor?.to ?? "", typed("anchor")) };
  const paragraphs = small((begun.paragraphs ?? []).join(", "), typed("paragraphs"));
  const differing = questionFields(choices, () => {
    if (value.date.value) return "date";
    return value.low.value || value.high.value ? "quantity" : "exclusive";
  });
  const setValue = (given) => {
    for (const [key, input] of Object.entries(value)) input.value = given[key] ?? "";
    approximate.checked = Boolean(given.approximate);
  };
  const jump = (input) => () => {
    input.closest("details").open = true;
    input.focus();
  };
  const hasMore = Object.keys(more).some((key) => begun[key]?.length);
  const elements = [
    labelled("What it says, in your own words", text, "field field--wide"),
    kind.element,
    certainty.element,
    made("div", { className: "pairs" }, labelled("Who says it", speaker), about.element),
    made(
      "fieldset",
      { className: "row row--fields" },
      made("legend", {}, "Value"),
      VALUE.map(([key, label]) => labelled(label, value[key], `field field--${key.replace("_", "-")}`)),
      made("label", { className: "row__one", htmlFor: approximate.id }, approximate, made("span", {}, "roughly")),
    ),
    made(
      "fieldset",
      { className: "row row--fields" },
      made("legend", {}, "Passage"),
      labelled("first words", anchor.from, "field field--anchor"),
      labelled("last words", anchor.to, "field field--anchor"),
      labelled("paragraphs", paragraphs, "field field--low"),
    ),
    made(
      "details",
      { open: hasMore },
      made("summary", {}, "Questions that it answers, claims that it disputes, supports or repeats"),
      made("div", { className: "pairs pairs--even" }, Object.values(more).map((one) => one.element)),
      differing.elements,
    ),
  ];
  return {
    ready: false,
    text,
    about,
    value,
    approximate,
    elements,
    named: { text, about: about.input, anchor: anchor.from, said_by: speaker, paragraphs, ...value },
    jumps: { KeyQ: jump(more.answers.input), KeyN: jump(differing.first) },
    takeAll: () => [about, ...Object.values(more)].forEach((one) => one.take()),
    setValue,
    follow: (guess, byHand) => {
      if (!byHand.has("kind")) kind.set(guess.kind);
      if (!byHand.has("certainty")) certainty.set(guess.certainty);
      if (!byHand.has("said_by")) speaker.value = guess.said_by;
      if (!byHand.has("about")) about.set(guess.about);
      if (!byHand.has("value")) setValue(guess.value?.value ?? {});
    },
    differing: differing.values,
    values: () => ({
      text: text.value,
      kind: kind.value(),
      certainty: certainty.value(),
      said_by: meant(speaker.value, actors),
      about: about.value(),
      paragraphs: paragraphs.value.split(/[\s,]+/).filter(Boolean),
      anchor: { from: anchor.from.value, to: anchor.to.value },
      value: { ...Object.fromEntries(VALUE.map(([key]) => [key, value[key].value])), approximate: approximate.checked },
      ...Object.fromEntries(Object.entries(more).map(([key, one]) => [key, one.value()])),
    }),
  };
}

const small = (value, typed) =>
  made("input", { id: newId("f"), type: "text", autocomplete: "off", spellcheck: false, dir: "auto", value: String(value), oninput: typed });

/** What the passage offers besides what was taken over: other values, and names that may be a record. */
function offers(offered, fields, typed) {
  if (!offered) return null;
  const values = offered.values.map((one) =>
    button(one.words, () => {
      fields.setValue(one.value);
      typed();
    }, { className: "offer", title: "Take this as the value" }),
  );
  const names = offered.perhaps.flatMap((one) =>
    one.records.map((key) =>
      button(`${one.text}: ${key}?`, () => fields.about.add(key), { className: "offer", title: "It is about this record" }),
    ),
  );
  if (!values.length && !names.length) return null;
  return made("p", { className: "offers" }, "In the passage: ", values, names);
}

function showRemarks(box, found, fields) {
  for (const input of Object.values(fields.named)) input.removeAttribute("aria-invalid");
  // Nobody needs to be told that they have not begun to write.
  const isEmpty = (one) => one.field === "text" && !fields.text.value.trim();
  box.replaceChildren(
    ...found.filter((one) => !isEmpty(one)).map((one) => {
      const key = one.field.split(".").find((part) => part in fields.named);
      if (key && !one.is_notice) fields.named[key].setAttribute("aria-invalid", "true");
      return made("li", { className: one.is_notice ? "remark remark--notice" : "remark" }, `${one.field}: ${one.words}`);
    }),
  );
}
