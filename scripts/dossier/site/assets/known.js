// @ts-check
/* A slider over the days on which the sources came to be known. What was published after the day chosen is hidden;
   what has no such day stays. A day after the last of them hides nothing here, and is kept for the next page. */

import { isDay, reaches } from "./known-day.js";

export function choice(slider) {
  const steps = [...slider.list.options].map(({ label, dataset }) => ({ label, ...dataset }));
  const last = steps.length - 1;
  let [day, carried] = ["", ""];

  const choose = (value) => {
    carried = isDay(value) ? value : "";
    day = carried && !reaches(carried, steps[last].day) ? carried : "";
    const place = day ? steps.findLastIndex((step) => reaches(day, step.day)) : last;
    slider.value = Math.max(place, 0);
    tell(place);
  };
  const tell = (place) => {
    const date = day && steps[place]?.day !== day ? day : steps[place].label;
    const words = `${date} · ${steps[place]?.words ?? say("known.before_first")}`;
    slider.nextElementSibling.textContent = words;
    slider.setAttribute("aria-valuetext", words);
  };
  slider.addEventListener("input", () => {
    const place = Number(slider.value);
    day = place === last ? "" : steps[place].day;
    carried = day;
    tell(place);
  });

  return {
    name: slider.name,
    get value() {
      return day;
    },
    set value(value) {
      choose(value);
    },
    get kept() {
      return carried;
    },
    keeps: ({ dataset }) => !dataset.published || reaches(day, dataset.published),
  };
}
