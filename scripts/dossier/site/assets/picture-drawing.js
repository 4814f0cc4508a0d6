// @ts-check
/* What a part of the page shows, as one drawing that needs no style sheet: its drawings as they stand, and the words and
   rules around them where the page has set them. */

const SVG = "http://www.w3.org/2000/svg";
// What is said above and below the drawing, and what only scripts use.
const TITLES = "figcaption > b, .picture__title";
const SKIPPED = `form, button, ${TITLES}, .picture-tools, .map-tools, [data-told], [data-hint], .visually-hidden`;
const KEPT = /^(?:[xy][12]?|c[xy]|r[xy]?|d[xy]?|width|height|transform|viewBox|preserveAspectRatio|pattern(?:Units|Transform))$/;
// Attributes of SVG that are properties too: those that parts have from what they lie in, and the others with what they are at first.
const PAINTED = "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin paint-order";
const INHERITED = `${PAINTED} font-family font-size font-weight font-style text-anchor`.split(" ");
const OWN = { opacity: "1", "vector-effect": "none" };

export function element(name, attributes = {}, words = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") made.setAttribute(key, String(value));
  made.textContent = words;
  return made;
}

/* A part of the page as a group, the definitions that it asks for, and how large it is in pixels. */
export function drawn(root) {
  const frame = root.getBoundingClientRect();
  const sheet = { group: element("g"), asked: new Set(), left: frame.left, top: frame.top, first: Infinity, last: 0 };
  lay(root, sheet);
  const { group, asked, first, last } = sheet;
  return { group, defs: definitions(asked), width: frame.width, first, last };
}

function lay(parent, sheet) {
  for (const node of parent.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) write(node, sheet);
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(SKIPPED)) continue;
    if (!node.checkVisibility({ visibilityProperty: true })) continue;
    if (node.localName === "svg") place(node, sheet);
    else {
      rule(node, sheet);
      lay(node, sheet);
    }
  }
}

/* Words and drawings from one height to another, of which the sheet has the first and the last. */
function reach(sheet, top, bottom) {
  sheet.first = Math.min(sheet.first, top - sheet.top);
  sheet.last = Math.max(sheet.last, bottom - sheet.top);
}

function place(svg, sheet) {
  const { left, top, width, height, bottom } = svg.getBoundingClientRect();
  if (!width || !height) return;
  const copy = copied(svg, () => "", sheet.asked);
  const isOpen = getComputedStyle(svg).overflow === "visible";
  const size = { x: left - sheet.left, y: top - sheet.top, width, height, overflow: isOpen ? "visible" : "hidden" };
  for (const [name, value] of Object.entries(size)) copy.setAttribute(name, String(value));
  sheet.group.append(copy);
  reach(sheet, top, bottom);
}

/* A line over an element that has one. */
function rule(node, sheet) {
  const style = getComputedStyle(node);
  const wide = parseFloat(style.borderTopWidth);
  if (!wide || style.borderTopStyle === "none") return;
  const { left, top, width } = node.getBoundingClientRect();
  const [x, y] = [left - sheet.left, top - sheet.top + wide / 2];
  sheet.group.append(element("path", { d: `M${x} ${y}h${width}`, stroke: style.borderTopColor, "stroke-width": wide }));
}

/* The words of a text, each line where it stands. */
function write(node, sheet) {
  const range = document.createRange();
  const lines = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getClientRects()[0];
    if (!box?.width) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - box.top) < 2) Object.assign(last, { words: `${last.words} ${word}`, right: box.right });
    else lines.push({ words: word, top: box.top, left: box.left, right: box.right, bottom: box.bottom });
  }
  if (!lines.length) return;
  const style = getComputedStyle(node.parentElement);
  const isMirrored = style.direction === "rtl";
  for (const { words, top, left, right, bottom } of lines) {
    const at = { x: (isMirrored ? right : left) - sheet.left, y: top - sheet.top + ascent(style), fill: style.color };
    const text = element("text", at, words);
    for (const name of INHERITED.filter((one) => one.startsWith("font-"))) text.setAttribute(name, style.getPropertyValue(name));
    if (isMirrored) text.setAttribute("direction", "rtl");
    sheet.group.append(text);
    reach(sheet, top, bottom);
  }
}

const measure = document.createElement("canvas").getContext("2d");

function ascent({ fontStyle, fontWeight, fontSize, fontFamily }) {
  measure.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return measure.measureText("x").fontBoundingBoxAscent;
}

/* Words in lines of at most this width in a font. */
export function linesOf(words, font, width) {
  measure.font = font;
  const lines = [];
  for (const word of words.trim().split(/\s+/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure.measureText(longer).width <= width) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}

/* A part of a drawing with what the style sheet says of it, where that is not what it has from `above` anyway. */
function copied(source, above, asked) {
  const style = getComputedStyle(source);
  if (source.localName === "title") return element("title", {}, source.textContent);
  if (style.display === "none" || source.localName === "desc") return null;
  const copy = element(source.localName === "a" ? "g" : source.localName);
  for (const { name, value } of source.attributes) if (KEPT.test(name)) copy.setAttribute(name, value);
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    if (value !== above(name)) copy.setAttribute(name, local(value, asked));
  }
  for (const [name, first] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value !== first) copy.setAttribute(name, value);
  }
  if (source.localName === "use") refer(source, copy, asked);
  if (source.localName === "rect") size(source, copy);
  const own = (name) => style.getPropertyValue(name);
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE && node.data.trim()) copy.append(node.cloneNode());
    const part = node.nodeType === Node.ELEMENT_NODE && copied(node, own, asked);
    if (part) copy.append(part);
  }
  if (source.localName === "svg" && style.overflow === "visible") copy.setAttribute("overflow", "visible");
  return copy;
}

/* A paint that is defined elsewhere in the page, by its id alone. */
function local(value, asked) {
  return value.replace(/url\(["']?[^"')]*#([^"')]+)["']?\)/, (_, id) => {
    asked.add(id);
    return `url(#${id})`;
  });
}

function refer(source, copy, asked) {
  const id = source.getAttribute("href").slice(1);
  asked.add(id);
  copy.setAttribute("href", `#${id}`);
}

/* A style sheet may say how large a rectangle is. */
function size(source, copy) {
  const { x, y, width, height } = source.getBBox();
  if (!width || !height) return;
  for (const [name, value] of Object.entries({ x, y, width, height })) copy.setAttribute(name, String(value));
}

/* What the drawings ask for by id, and what that asks for. */
function definitions(asked) {
  const defs = element("defs");
  for (const id of asked) {
    const source = document.getElementById(id);
    const above = getComputedStyle(source.parentElement);
    const copy = copied(source, (name) => above.getPropertyValue(name), asked);
    copy.id = id;
    defs.append(copy);
  }
  return defs;
}
