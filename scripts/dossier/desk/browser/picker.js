// @ts-check
/* A field that holds several records, each a button that takes it out, and a field beside them that finds more. */

import { made, newId } from "./elements.js";

/** Lists for all fields, one an id: what can be chosen, each with what a reader reads. */
export function optionList(id, choices) {
  document.getElementById(id)?.remove();
  const list = made("datalist", { id }, choices.map((one) => made("option", { value: one.value }, one.label)));
  document.body.append(list);
}

/** The value that is meant by what was typed: it itself, or that of the one choice that has it among its names. */
export function meant(typed, choices) {
  const words = typed.trim();
  const folded = words.toLowerCase();
  if (choices.some((one) => one.value === words)) return words;
  const named = choices.filter((one) => one.label.toLowerCase() === folded || one.label.toLowerCase().split(", ").includes(folded));
  return named.length === 1 ? named[0].value : words;
}

/** A picker with its values; `changed` is called after each change. */
export function picker({ label, list, choices, values, changed, hint = "" }) {
  const chosen = [...values];
  const id = newId("pick");
  const chips = made("span", { className: "chips" });
  const input = made("input", { id, type: "text", list, autocomplete: "off", spellcheck: false, placeholder: hint });
  const nameOf = (value) => choices.find((one) => one.value === value)?.label.split(", ")[0] ?? value;

  function show() {
    chips.replaceChildren(
      ...chosen.map((value, place) =>
        made(
          "button",
          {
            type: "button",
            className: "chip",
            title: `${value}: take out`,
            "aria-label": `${nameOf(value)}: take out`,
            onclick: () => {
              chosen.splice(place, 1);
              show();
              changed();
              input.focus();
            },
          },
          made("span", {}, nameOf(value)),
          made("span", { className: "chip__out", "aria-hidden": "true" }, "×"),
        ),
      ),
    );
  }

  function add(value) {
    if (value && !chosen.includes(value)) chosen.push(value);
    show();
    changed();
  }

  const take = () => {
    if (!input.value.trim()) return;
    add(meant(input.value, choices));
    input.value = "";
  };
  input.addEventListener("change", take);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && input.value) {
      event.preventDefault();
      take();
    } else if (event.key === "Backspace" && !input.value && chosen.length) {
      chosen.pop();
      show();
      changed();
    }
  });
  show();
  const element = made("div", { className: "field field--wide" }, made("label", { htmlFor: id }, label), made("div", { className: "picker" }, chips, input));
  /** Other values, which nobody chose by hand. */
  const set = (others) => {
    chosen.splice(0, chosen.length, ...others);
    show();
  };
  return { element, input, add, set, take, value: () => [...chosen] };
}

/** A row of choices with one letter each, which chooses while the row has the focus. */
export function lettered({ label, letters, value, changed }) {
  const name = newId("row");
  const inputs = Object.entries(letters).map(([one, letter]) => {
    const input = made("input", { type: "radio", name, value: one, checked: one === value, onchange: changed });
    input.dataset.letter = letter;
    return input;
  });
  const element = made(
    "fieldset",
    {
      className: "row",
      onkeydown: (event) => {
        const found = inputs.find((one) => one.dataset.letter === event.key);
        if (!found || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        found.checked = true;
        found.focus();
        changed();
      },
    },
    made("legend", {}, label),
    inputs.map((input) => made("label", { className: "row__one" }, input, made("span", {}, underlined(input.value, input.dataset.letter)))),
  );
  const set = (one) => inputs.forEach((input) => (input.checked = input.value === one));
  return { element, inputs, set, value: () => inputs.find((one) => one.checked)?.value ?? "" };
}

/** A word with its letter marked: the first that it has of it. */
function underlined(word, letter) {
  const place = word.indexOf(letter);
  return [word.slice(0, place), made("u", {}, letter), word.slice(place + 1)];
}

