// @ts-check
/* Why something could not be saved: shown in its form, which keeps what was typed. */

import { button, made } from "./elements.js";

/** Fills the box of a form with what the server said; `again` saves once more, over what was read meanwhile. */
export function showRefusal(box, { status, said }, again) {
  box.replaceChildren(made("p", { className: "refusal__what" }, headline(status, said)));
  for (const problem of said.problems ?? []) {
    const where = made("span", { className: "refusal__where" }, ` ${problem.where}`);
    box.append(made("p", {}, problem.field ? made("b", {}, `${problem.field}: `) : null, problem.words, where));
  }
  for (const [file, changes] of Object.entries(said.changes ?? {})) {
    box.append(made("p", {}, `What changed in ${file}:`), made("pre", { tabIndex: 0 }, ...lines(changes)));
  }
  if (said.seen) {
    box.append(
      made("p", {}, "What you typed is kept here. Read what changed; then this saves yours beside it."),
      button("Save mine too", () => again(said.seen)),
    );
  }
  box.hidden = false;
  box.focus();
}

const headline = (status, said) => (status === 422 ? "Not saved: the check would refuse it." : said.error);

function lines(changes) {
  return changes.split("\n").map((line) => {
    const name = line.startsWith("+") ? "ins" : line.startsWith("-") ? "del" : "span";
    return made(name, { className: "line" }, `${line}\n`);
  });
}

export const refusalBox = () => made("div", { className: "refusal", role: "alert", tabIndex: -1, hidden: true });
