// @ts-check
/* A slider over the days on which the sources came to be known. What was published after the day chosen is hidden;
   what has no such day stays. A month or a year in the address means its end. */

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export function choice(slider) {
  const steps = [...slider.list.options].map(({ label, dataset }) => ({ label, ...dataset }));
  const last = steps.length - 1;
  let day = "";

  const choose = (value) => {
    day = DATE.test(value) && !reaches(value, steps[last].day) ? value : "";
    const place = day ? steps.findLastIndex((step) => reaches(day, step.day)) : last;
    slider.value = Math.max(place, 0);
    say(place);
  };
  const say = (place) => {
    const date = day && steps[place]?.day !== day ? day : steps[place].label;
    const words = `${date} · ${steps[place]?.words ?? "before the first source"}`;
    slider.nextElementSibling.textContent = words;
    slider.setAttribute("aria-valuetext", words);
  };
  slider.addEventListener("input", () => {
    const place = Number(slider.value);
    day = place === last ? "" : steps[place].day;
    say(place);
  });

  return {
    name: slider.name,
    get value() {
      return day;
    },
    set value(value) {
      choose(value);
    },
    keeps: ({ dataset }) => !dataset.published || reaches(day, dataset.published),
  };
}

/* Whether a day, or the end of a month or a year, is as late as another day. */
function reaches(date, other) {
  return other <= `${date}~`;
}
