// @ts-check
/* A choice from a menu. What lies within a place counts as there, what lasted counts in each of its years. */

const MARKS = {
  actor: "actors",
  type: "type",
  place: "places",
  standing: "standing",
  source: "sources",
  time: "years",
  year: "years",
  kind: "sort",
  certainty: "certainty",
  speaker: "speaker",
};

export function choice(menu) {
  const mark = MARKS[menu.name];
  return {
    name: menu.name,
    get value() {
      return menu.value;
    },
    set value(value) {
      const known = [...menu.options].some((option) => option.value === value);
      menu.value = known ? value : "";
    },
    keeps: ({ dataset }) => !(mark in dataset) || dataset[mark].split(" ").includes(menu.value),
  };
}
