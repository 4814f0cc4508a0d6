// @ts-check
/* A map by keyboard: it is one stop. Arrows move it, plus and minus show it larger and smaller, 0 as at first. Enter leads
   to its marks, among which arrows go to the next one that way; Escape leads back. */

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/* Listens to the keys on a drawing, which move it by a share of its size. */
export function keysOf(view, share, step) {
  const { svg } = view;
  svg.setAttribute("tabindex", "0");
  svg.setAttribute("aria-describedby", "map-keys");

  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = event.target.closest("a");
    const acts = mark ? onMark(mark, event.key) : onMap(event.key);
    if (acts || resize(event.key)) event.preventDefault();
  });

  const onMap = (key) => {
    if (key === "Enter") return focus(marks()[0]);
    const way = WAYS[key];
    if (way) view.move(-way[0] * share * view.width, -way[1] * share * view.height);
    return Boolean(way);
  };
  const onMark = (mark, key) => {
    if (key === "Escape") return focus(svg);
    const way = WAYS[key];
    if (way) focus(next(mark, way));
    return Boolean(way);
  };
  const resize = (key) => {
    if (key === "+" || key === "=") view.scale(step);
    else if (key === "-" || key === "_") view.scale(1 / step);
    else if (key === "0") view.home();
    else return false;
    return true;
  };

  /* The marks that are seen, those with most events first. */
  const marks = () => {
    const frame = svg.getBoundingClientRect();
    const seen = [...svg.querySelectorAll("a.map-mark")].filter((mark) => mark.checkVisibility() && isIn(mark, frame));
    return seen.sort((one, other) => number(other) - number(one));
  };

  /* The nearest mark that lies that way. */
  const next = (mark, [x, y]) => {
    const from = middle(mark);
    const rated = marks()
      .filter((other) => other !== mark)
      .map((other) => {
        const to = middle(other);
        const [across, along] = [to[0] - from[0], to[1] - from[1]];
        const ahead = across * x + along * y;
        return { other, ahead, far: ahead + 2 * Math.abs(across * y - along * x) };
      })
      .filter(({ ahead }) => ahead > 1);
    return rated.sort((one, other) => one.far - other.far)[0]?.other;
  };

  const focusOn = (href) => focus(marks().find((mark) => mark.getAttribute("href") === href) ?? svg);
  return { focusOn };
}

function focus(element) {
  element?.focus({ preventScroll: false });
  return true;
}

function number(mark) {
  return mark.dataset.events ? mark.dataset.events.split(" ").length : 0;
}

function middle(mark) {
  const { left, top, width, height } = (mark.querySelector("circle, text") ?? mark).getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

function isIn(mark, frame) {
  const [x, y] = middle(mark);
  return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
}
