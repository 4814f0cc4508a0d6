// @ts-check
/* Where a place lies: its country, what it is a part of, a point, and how surely that stands for it. */

import { made, newId } from "./elements.js";
import { labelled, line } from "./forms.js";
import { picker } from "./picker.js";

/** The fields, beginning with what is `given`; `changed` is called after each change. */
export function placeFields({ choices, given = /** @type {Record<string, any>} */ ({}), changed = () => {} }) {
  const places = choices.records.filter((one) => one.kind === "place");
  const country = line({ value: given.country ?? "", maxLength: 2, placeholder: "NO", oninput: changed, className: "capitals" });
  const within = picker({ label: "A part of", list: "places", choices: places, values: given.within ?? [], changed, hint: "another place" });
  const point = line({ value: given.point ?? "", placeholder: "59.13, 10.20", oninput: changed });
  const precision = made(
    "select",
    { id: newId("f"), onchange: changed },
    made("option", { value: "" }, ""),
    choices.precisions.map((one) => made("option", { value: one.value, selected: one.value === given.precision }, one.label)),
  );
  return {
    element: made(
      "div",
      { className: "pairs pairs--place" },
      labelled("Country (two letters)", country),
      within.element,
      labelled("Degrees north, east", point),
      labelled("The point is", precision),
    ),
    values: () => {
      within.take();
      return { country: country.value, within: within.value(), point: point.value, precision: precision.value };
    },
  };
}
