// @ts-check
/* A slider by year; its left end stands for all years. Relations of other years are hidden, those of which no time is
   given stay and are counted apart. */

export function choice(slider) {
  const all = slider.min;
  const tell = () => {
    const words = slider.value === all ? say("years.all_years") : slider.value;
    slider.nextElementSibling.textContent = words;
    slider.setAttribute("aria-valuetext", words);
    document.documentElement.toggleAttribute("data-year", slider.value !== all);
  };
  slider.addEventListener("input", tell);

  return {
    name: slider.name,
    get value() {
      return slider.value === all ? "" : slider.value;
    },
    set value(value) {
      const year = /^\d{1,4}$/.test(value) && Number(value) > Number(all) && Number(value) <= Number(slider.max);
      slider.value = year ? value : all;
      tell();
    },
    keeps: ({ dataset }) => held(dataset, Number(slider.value)),
    says: (parts) => untimed(parts),
  };
}

function held({ from, to }, year) {
  return !(Number(from) > year) && !(Number(to) < year);
}

function untimed(parts) {
  const keys = new Set(parts.filter((part) => "untimed" in part.dataset).map(({ dataset }) => dataset.key));
  return keys.size ? say("years.without_time", { number: keys.size }) : "";
}
