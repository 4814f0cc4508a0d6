// @ts-check
/* The words of a search, marked on the page that one of its results opens, and how they are taken off again. The address
   is that of the page alone: what is cited or copied has no trace of the search. */

import { WORD } from "./whole-numbers.js";

const NAME = "found";
const OUTSIDE = "script, style, .visually-hidden, [hidden], .cite-this, nav";
const CANNOT = !("highlights" in CSS);

/* Has a link lead to its page with the words to be marked there; it keeps its own address for whoever copies it. */
export function takeAlong(event) {
  const link = event.target.closest?.("a[data-words]");
  if (!link || CANNOT) return;
  const own = link.href;
  const address = new URL(own);
  address.searchParams.set(NAME, link.dataset.words);
  link.href = address.href;
  setTimeout(() => (link.href = own));
}

/* Marks the words that came along, and says how many there are. */
export function mountFound(root) {
  const address = new URL(location.href);
  const words = (address.searchParams.get(NAME) ?? "").toLowerCase().match(WORD) ?? [];
  address.searchParams.delete(NAME);
  history.replaceState(history.state, "", address.href);
  const content = root.querySelector("article");
  if (CANNOT || !words.length || !content) return;
  const ranges = [...rangesOf(content, new Set(words))];
  if (!ranges.length) return;
  CSS.highlights.set(NAME, new window.Highlight(...ranges));
  content.prepend(note(ranges.length, [...new Set(words)]));
}

function* rangesOf(content, words) {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(OUTSIDE)) continue;
    for (const found of (node.nodeValue ?? "").matchAll(WORD)) {
      if (!words.has(found[0].toLowerCase())) continue;
      const range = new Range();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      yield range;
    }
  }
}

function note(number, words) {
  const line = document.createElement("p");
  line.className = "found-note";
  const listed = words.map((word) => `“${word}”`).join(", ");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = say("found.take_off");
  button.addEventListener("click", () => {
    CSS.highlights.delete(NAME);
    line.remove();
  });
  line.append(say("found.marked", { count: number, words: listed }), button);
  return line;
}
