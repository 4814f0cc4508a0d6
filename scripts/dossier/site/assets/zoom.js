// @ts-check
/* A map that can be moved and shown larger. Finer outlines, and the places as they stand on larger sheets, are loaded
   from beside the page when they are needed; until they have come, what is there is shown larger. */

import { keysOf } from "./map-keys.js";

const STEP = 1.6;
const MOVES = 0.15;
const CLICK = 4;
// How near to the edge of a drawing words may stand, in its units.
const MARGIN = 1;

/* Makes the drawings in a box movable, of which one is seen. */
export function mountZoom(box) {
  const files = filesOf();
  const views = [...box.querySelectorAll("svg.map")].map((svg) => viewOf(box, svg, files));
  const tools = box.querySelector(".map-tools");
  const act = { in: (view) => view.scale(STEP), out: (view) => view.scale(1 / STEP), home: (view) => view.home() };
  tools.addEventListener("click", ({ target }) => {
    const view = views.find(({ svg }) => svg.checkVisibility());
    if (view) act[target.closest("button")?.dataset.zoom]?.(view);
  });
  tools.hidden = false;
}

/* The files beside the page, each loaded once: a promise of a group of an SVG, or of nothing where it cannot be had. */
function filesOf() {
  const loading = new Map();
  const load = async (name) => {
    try {
      const answer = await fetch(new URL(name, document.baseURI));
      const read = new DOMParser().parseFromString(await answer.text(), "image/svg+xml");
      return document.importNode(read.querySelector("svg > g"), true);
    } catch {
      return null;
    }
  };
  return (name) => {
    if (!loading.has(name)) loading.set(name, load(name));
    return loading.get(name);
  };
}

/* A drawing: `at` says how many units a degree east has, and where the corner of the base map lies. */
function viewOf(box, svg, files) {
  const base = numbers(box.dataset, "west north across down steep levels first larger text");
  const own = numbers(svg.dataset, "perDegree west north");
  const { width, height } = svg.viewBox.baseVal;
  const size = Number(svg.getAttribute("font-size"));
  const first = {
    k: own.perDegree,
    x: (base.west - own.west) * own.perDegree,
    y: (own.north - base.north) * own.perDegree * base.steep,
  };
  const least = Math.min(width / base.across, first.k);
  const most = (base.first * base.larger ** (base.levels - 1) * size) / base.text;
  const ground = svg.querySelector(".map-ground");
  const [start, marks] = [svg.querySelector(".map-marks > g"), svg.querySelector(".map-marks")];
  const still = ground.getAttribute("transform");
  const boxes = new WeakMap();
  let at = { ...first };
  let drawn = 0;
  let loading = 0;

  const scale = (factor, point = [width / 2, height / 2]) => {
    const k = Math.min(Math.max(at.k * factor, least), most);
    const by = k / at.k;
    moveTo({ k, x: point[0] - (point[0] - at.x) * by, y: point[1] - (point[1] - at.y) * by });
  };
  const move = (x, y) => moveTo({ k: at.k, x: at.x + x, y: at.y + y });
  const home = () => moveTo(first);

  /* What a file holds; as long as it is under way, the drawing says so. */
  const loaded = async (name) => {
    loading += 1;
    svg.setAttribute("aria-busy", "true");
    const group = await files(name);
    loading -= 1;
    if (!loading) svg.removeAttribute("aria-busy");
    return group;
  };

  /* Keeps the base map over the whole drawing, or in its middle where it is smaller. */
  const moveTo = ({ k, x, y }) => {
    at = { k, x: within(x, width - base.across * k), y: within(y, height - base.down * k * base.steep) };
    if (k === first.k && x === first.x && y === first.y) at = { ...first };
    cancelAnimationFrame(drawn);
    drawn = requestAnimationFrame(draw);
  };

  const draw = () => {
    const isHome = at.k === first.k && at.x === first.x && at.y === first.y;
    svg.toggleAttribute("data-moved", !isHome);
    if (isHome) return drawHome();
    drawGround();
    drawMarks();
  };

  const drawHome = () => {
    ground.setAttribute("transform", still);
    ground.firstElementChild.setAttribute("href", "#map-ground");
    start.removeAttribute("transform");
    for (const one of start.querySelectorAll("[data-off]")) one.removeAttribute("data-off");
    show(start);
  };

  const drawGround = async () => {
    const detail = box.dataset.details.split(" ").filter((pixels) => at.k * shown() >= Number(pixels)).length;
    const id = detail ? `map-ground-${detail}` : "map-ground";
    if (detail && !document.getElementById(id)) {
      stretch("map-ground");
      const group = await loaded(`ground-${detail}.svg`);
      if (!group) return;
      group.id = id;
      document.getElementById("map-ground").after(group);
      svg.dispatchEvent(new Event("drawn", { bubbles: true }));
    }
    stretch(id);
  };
  const stretch = (id) => {
    const { across, down } = document.getElementById(id).dataset;
    if (!svg.hasAttribute("data-moved")) return;
    ground.firstElementChild.setAttribute("href", `#${id}`);
    const high = (at.k * base.steep) / Number(down);
    ground.setAttribute("transform", `translate(${at.x} ${at.y}) scale(${at.k / Number(across)} ${high})`);
  };
  const shown = () => svg.getBoundingClientRect().width / width;

  /* The number of the sheet whose names are nearest in size to those of this drawing. */
  const nearest = () => {
    const level = Math.round(Math.log(((at.k / size) * base.text) / base.first) / Math.log(base.larger));
    return Math.min(Math.max(level, 0), base.levels - 1);
  };

  const drawMarks = async () => {
    put();
    const level = nearest();
    if (marks.dataset.shown === String(level)) return;
    const sheet = await loaded(`level-${level}.svg`);
    // Meanwhile the drawing may have been moved on.
    if (!sheet || !svg.hasAttribute("data-moved") || level !== nearest()) return;
    const group = sheet.cloneNode(true);
    group.dataset.perDegree = String(base.first * base.larger ** level);
    show(group, String(level));
  };
  /* Puts a group of marks in the place of the one before; the mark of the same place has the focus then. */
  const show = (group, level = "") => {
    const old = marks.firstElementChild;
    const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : "";
    marks.dataset.shown = level;
    if (old === group) return;
    old.replaceWith(group);
    if (level) put();
    svg.dispatchEvent(new Event("drawn", { bubbles: true }));
    if (focused) keys.focusOn(focused);
  };
  const put = () => {
    const group = marks.firstElementChild;
    const by = at.k / (group === start ? first.k : Number(group.dataset.perDegree));
    const [x, y] = group === start ? [at.x - first.x * by, at.y - first.y * by] : [at.x, at.y];
    group.setAttribute("transform", `translate(${x} ${y}) scale(${by})`);
    hideTheCut(group, by, x, y);
  };

  /* Hides each name and each count that would not lie wholly in the drawing. */
  const hideTheCut = (group, by, x, y) => {
    for (const one of group.querySelectorAll("text, .map-count")) {
      if (one.parentElement.matches(".map-count")) continue;
      const own = boxOf(one);
      const [left, top] = [x + own.x * by, y + own.y * by];
      const [right, bottom] = [left + own.width * by, top + own.height * by];
      one.toggleAttribute("data-off", left < MARGIN || top < MARGIN || right > width - MARGIN || bottom > height - MARGIN);
    }
  };
  const boxOf = (one) => {
    if (!boxes.has(one)) {
      one.removeAttribute("data-off");
      const box = one.getBBox();
      if (!box.width) return box;
      boxes.set(one, box);
    }
    return boxes.get(one);
  };

  const view = { svg, scale, move, home, point: (event) => pointIn(svg, event), width, height };
  const keys = keysOf(view, MOVES, STEP);
  listen(view);
  return view;
}

function numbers(dataset, names) {
  return Object.fromEntries(names.split(" ").map((name) => [name, Number(dataset[name])]));
}

/* A corner between two places, of which the second may lie before the first: then in the middle of them. */
function within(value, end) {
  return end > 0 ? end / 2 : Math.min(Math.max(value, end), 0);
}

/* Where in the units of a drawing something happened on the screen. */
function pointIn(svg, { clientX, clientY }) {
  const seen = svg.getBoundingClientRect();
  const by = svg.viewBox.baseVal.width / seen.width;
  return [(clientX - seen.left) * by, (clientY - seen.top) * by];
}

/* Mouse, touch and wheel. A wheel alone scrolls the page, unless the map has the focus; one finger does as long as the
   map stands as at first. */
function listen(view) {
  const { svg } = view;
  const down = new Map();
  let moved = 0;

  svg.addEventListener("pointerdown", (event) => {
    if (event.button > 0) return;
    down.set(event.pointerId, view.point(event));
    if (down.size === 1) moved = 0;
  });
  addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const now = view.point(event);
    if (event.pointerType === "touch" && down.size === 1 && !svg.hasAttribute("data-moved")) return;
    moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (moved < CLICK) return;
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    down.set(event.pointerId, now);
    if (other) view.scale(far(now, other) / far(before, other), other);
    else view.move(now[0] - before[0], now[1] - before[1]);
  });
  const up = ({ pointerId }) => down.delete(pointerId);
  addEventListener("pointerup", up);
  addEventListener("pointercancel", up);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("click", (event) => moved >= CLICK && event.preventDefault(), { capture: true });
  svg.addEventListener("dblclick", (event) => {
    event.preventDefault();
    view.scale(STEP, view.point(event));
  });
  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey && !svg.contains(document.activeElement)) return;
      event.preventDefault();
      view.scale(Math.exp(-event.deltaY / (event.ctrlKey ? 150 : 500)), view.point(event));
    },
    { passive: false },
  );
}

function far(one, other) {
  return Math.hypot(one[0] - other[0], one[1] - other[1]) || 1;
}
