// @ts-check
/* The network of actors: lights an actor or a line with all that it leads to, and tells why, from the tables below. */

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function mountNetwork(figure) {
  const told = figure.querySelector("[data-told]");
  const pictures = [...figure.querySelectorAll("svg.ties")];
  const rows = rowsOf(figure.ownerDocument);
  let lit = null;
  let chosen = false;

  const draw = () => {
    for (const picture of pictures) light(picture, lit);
    tell(told, rows, lit, close);
    // What is only looked at is no way for the Tab key to go.
    for (const stop of told.querySelectorAll("a, button")) if (!chosen) stop.tabIndex = -1;
    figure.querySelector("[data-hint]").hidden = Boolean(lit);
  };
  const show = (found, keeps) => {
    lit = found;
    chosen = keeps;
    draw();
  };
  function close() {
    const mark = told.contains(document.activeElement) && lit?.mark;
    show(null, false);
    if (mark) mark.focus();
  }

  figure.addEventListener("pointerover", (event) => {
    const found = event.pointerType === "mouse" && !chosen && whatIs(event.target);
    if (found && !same(found, lit)) show(found, false);
  });
  figure.addEventListener("pointerleave", () => !chosen && lit && close());
  figure.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const found = whatIs(event.target);
    if (!found) {
      if (event.target.closest("svg.ties")) close();
      return;
    }
    if (chosen && same(found, lit)) return;
    event.preventDefault();
    show(found, true);
    // By keyboard, the name in what is told comes next, which leads to the page.
    if (!event.detail) told.querySelector("h3 a")?.focus();
  });
  figure.addEventListener("focusin", ({ target }) => {
    const mark = target.closest?.("[data-actor]");
    if (!mark) return;
    for (const other of marksOf(mark.closest("svg"))) other.tabIndex = other === mark ? 0 : -1;
    if (mark.matches(":focus-visible")) show(whatIs(mark), false);
  });
  figure.addEventListener("focusout", ({ target, relatedTarget }) => {
    const next = /** @type {Element | null} */ (relatedTarget);
    if (!chosen && target.closest?.("[data-actor]") && !next?.closest("[data-actor], [data-told]")) close();
  });
  figure.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    const mark = event.target.closest?.("[data-actor]");
    const step = mark && (STEPS[event.key] ?? (event.key === "Home" || event.key === "End"));
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const marks = marksOf(mark.closest("svg"));
    const next = step === true ? marks.at(event.key === "Home" ? 0 : -1) : nearest(marks, mark, step);
    next?.focus();
  });
  figure.ownerDocument.addEventListener("picturedrawn", draw);
  draw();
}

/* The rows of the tables by the keys of their relations. */
function rowsOf(root) {
  return [...root.querySelectorAll(".relation-table [data-part=relation]")];
}

function marksOf(picture) {
  return [...picture.querySelectorAll("[data-actor]")];
}

/* The actor or the line at an element of a picture: whose page it leads to, its words, and which relations are meant. */
function whatIs(target) {
  const mark = target.closest?.("[data-actor]");
  if (mark) return { actor: mark.dataset.actor, mark };
  const line = target.closest?.("a[data-relations]");
  return line ? { line, relations: line.dataset.relations } : null;
}

function same(one, other) {
  return Boolean(other) && one.actor === other.actor && one.relations === other.relations;
}

/* Marks what is lit in a picture; all else is drawn paler as long as anything is. */
function light(picture, lit) {
  picture.toggleAttribute("data-lit", Boolean(lit));
  const near = new Set();
  for (const line of picture.querySelectorAll("[data-relations]")) {
    const between = line.dataset.between.split(" ");
    const isLit = lit && !line.hasAttribute("data-hidden") && isMeant(lit, line, between);
    line.toggleAttribute("data-lit", Boolean(isLit));
    if (isLit && !line.dataset.track) for (const actor of between) near.add(actor);
  }
  for (const track of picture.querySelectorAll("[data-track]")) {
    track.toggleAttribute("data-lit", Boolean(lit) && leadsTo(track, picture));
  }
  for (const mark of marksOf(picture)) {
    const { actor } = mark.dataset;
    if (lit && actor === lit.actor) mark.dataset.lit = "itself";
    else if (near.has(actor)) mark.dataset.lit = "near";
    else delete mark.dataset.lit;
  }
}

function isMeant(lit, line, between) {
  if (line.dataset.track) return false;
  return lit.actor ? between.includes(lit.actor) : line.dataset.relations === lit.relations;
}

/* Whether one of the lines that turn off from a track is lit. */
function leadsTo(track, picture) {
  const keys = new Set(track.dataset.relations.split(" "));
  return [...picture.querySelectorAll(".tie[data-lit]")].some(({ dataset }) =>
    dataset.relations.split(" ").some((key) => keys.has(key)),
  );
}

/* The mark that lies nearest in a direction, those straight ahead before those aside. */
function nearest(marks, from, [right, down]) {
  const middle = (mark) => {
    const box = mark.querySelector(".mark__shape").getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  };
  const [x, y] = middle(from);
  let best = null;
  let least = Infinity;
  for (const mark of marks) {
    const [otherX, otherY] = middle(mark);
    const ahead = (otherX - x) * right + (otherY - y) * down;
    const aside = Math.abs((otherX - x) * down) + Math.abs((otherY - y) * right);
    const far = ahead + 2 * aside;
    if (mark !== from && ahead > 1 && ahead >= aside / 2 && far < least) [best, least] = [mark, far];
  }
  return best;
}

/* Writes what is lit and why. */
function tell(told, rows, lit, close) {
  told.hidden = !lit;
  if (!lit) return told.replaceChildren();
  const named = rows.filter((row) => concerns(row, lit));
  const found = named.filter((row) => !row.hasAttribute("data-hidden"));
  const button = made("button", "network__close", say("network.close"));
  button.type = "button";
  button.addEventListener("click", close);
  const list = made("ul");
  list.append(...found.map(entryOf));
  const count = made("p", "", say("network.relations_counted", { count: found.length }));
  count.setAttribute("role", "status");
  told.replaceChildren(button, headingOf(lit, named), count, list);
}

function concerns(row, lit) {
  if (lit.relations) return lit.relations.split(" ").includes(row.dataset.key);
  return endsOf(row).some((link) => link.getAttribute("href") === lit.mark.getAttribute("href"));
}

function endsOf(row) {
  return [...row.querySelectorAll(":is([data-label=Who], [data-label=Whom]) a")];
}

/* The name of the actor, which leads to its page, or those of the two that a line ties. */
function headingOf(lit, rows) {
  const links = endsOf(rows[0]);
  const named = lit.mark ? links.filter((link) => link.getAttribute("href") === lit.mark.getAttribute("href")) : links;
  const heading = made("h3");
  heading.append(...named.slice(0, lit.mark ? 1 : 2).flatMap((link, place) => [place ? say("network.and") : "", link.cloneNode(true)]));
  return heading;
}

/* A relation in a sentence, then who says so and who denies it. */
function entryOf(row) {
  const cell = (label) => copyOf(row.querySelector(`[data-label="${label}"]`));
  const entry = made("li");
  const when = cell(say("network.when"));
  const [standing] = row.querySelectorAll("[data-label=Relation] .standing");
  const words = row.querySelector("[data-label=Relation]").firstChild.textContent.trim();
  entry.append(...cell(say("network.who")), ` ${words} `, ...cell(say("network.whom")), ...(when.length ? [", ", ...when] : []));
  if (standing) entry.append(" ", standing.cloneNode(true));
  for (const [words, label] of [["", say("network.who_says_so")], [say("network.denied_by"), say("network.who_denies")]]) {
    const sources = cell(label).filter((part) => !(part instanceof Element && part.hasAttribute("data-hidden")));
    if (!sources.some((part) => part.textContent.trim())) continue;
    const by = made("span", "network__by", words);
    by.append(...sources);
    entry.append(by);
  }
  return entry;
}

function copyOf(cell) {
  return [...cell.childNodes].map((node) => node.cloneNode(true));
}

function made(tag, name = "", words = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = words;
  return element;
}
