// @ts-check
/* A new answer to a question, or a new question on which a claim and another differ. */

import { made, newId } from "./elements.js";
import { labelled } from "./forms.js";
import { meant } from "./picker.js";

const input = (list, placeholder) => made("input", { id: newId("q"), type: "text", list, autocomplete: "off", placeholder });

/** The fields, and what they say; empty ones say nothing. `meantKind` says what kind of question the claim's value makes. */
export function questionFields(choices, meantKind) {
  const question = input("questions", "a question");
  const label = input(null, "in a few words");
  const title = input(null, "How many … ?");
  const kind = made("select", { id: newId("q") }, choices.types.question.map((one) => made("option", {}, one)));
  let isChosen = false;
  kind.addEventListener("change", () => (isChosen = true));
  title.addEventListener("focus", () => {
    if (!isChosen) kind.value = meantKind();
  });
  const mine = input(null, "what this claim answers");
  const other = input("claims", "the other claim");
  const theirs = input(null, "what the other answers");
  const why = made("textarea", { id: newId("q"), rows: 2, lang: "en", placeholder: "… counts residents [@this], … counts officials [@the-other-c01]." });
  return {
    first: title,
    elements: [
      made("div", { className: "pairs" }, labelled("Or gives a new answer to", question), labelled("which is", label)),
      made(
        "fieldset",
        { className: "new-question" },
        made("legend", {}, "Or differs on something that no question holds yet"),
        made("div", { className: "pairs" }, labelled("A new question", title), labelled("kind", kind)),
        made("div", { className: "pairs" }, labelled("Claim", other), labelled("which answers", theirs)),
        labelled("while this one answers", mine),
        labelled("Why they differ, cited (this claim is @this)", why),
      ),
    ],
    values: () => ({
      position: { question: meant(question.value, choices.questions), label: label.value },
      question: { title: title.value, kind: kind.value, label: mine.value, other: meant(other.value, choices.claims), other_label: theirs.value, why: why.value },
    }),
  };
}
