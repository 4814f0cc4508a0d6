// @ts-check
/* A passage is selected in a captured paragraph with the mouse, or by sentence and word with the arrow keys. */

const SENTENCE = /[^.!?…؟۔।。！？]*(?:\.(?=\S)[^.!?…؟۔।。！？]*)*(?:[.!?…؟۔।。！？]+["”’»」』)\]]*\s*|$)/g;

/** Where each sentence of a text begins and ends, without the blanks after it. */
export function sentencesOf(text) {
  const found = [];
  for (const match of text.matchAll(SENTENCE)) {
    const end = match.index + match[0].trimEnd().length;
    if (end > match.index) found.push([match.index, end]);
  }
  return found;
}

/** Where each word begins and ends. */
const wordsOf = (text) => [...text.matchAll(/\S+/g)].map((word) => [word.index, word.index + word[0].length]);

/** What is selected in an element that holds one text: from where to where, or null. */
export function selectedIn(element) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const text = element.firstChild;
  if (!range.intersectsNode(text)) return null;
  const start = range.startContainer === text ? range.startOffset : 0;
  const end = range.endContainer === text ? range.endOffset : text.length;
  return end > start ? [start, end] : null;
}

/** Selects a part of the one text that an element holds. */
export function select(element, [start, end]) {
  getSelection().setBaseAndExtent(element.firstChild, start, element.firstChild, end);
  showSelected(element);
}

/** Moves a long text in its box, and the box on the page, so that the end of what is selected is seen. */
function showSelected(element) {
  const range = getSelection().getRangeAt(0).cloneRange();
  range.collapse(false);
  const end = range.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  if (end.bottom > box.bottom || end.top < box.top) element.scrollTop += end.top - box.top - box.height / 2;
  element.scrollIntoView({ block: "nearest" });
}

/** The key as it is meant in a text from left to right: in one from right to left the left arrow leads on. */
export function forwards(key, element) {
  const isTurned = getComputedStyle(element).direction === "rtl";
  return (isTurned && { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[key]) || key;
}

/** The part that a key leads to from the selected one, or undefined for a key that leads nowhere. */
export function moved(text, part, key, isShifted) {
  const sentences = sentencesOf(text);
  const words = wordsOf(text);
  const [start, end] = part ?? [0, 0];
  const firstWord = words.findIndex((word) => word[1] > start);
  const lastWord = words.findLastIndex((word) => word[0] < end);
  const next = sentences.find((one) => one[0] >= end);
  const former = sentences.findLast((one) => one[0] < start);
  switch (key) {
    case "ArrowDown":
      if (!next) return part;
      return isShifted && part ? [start, next[1]] : next;
    case "ArrowUp":
      if (!part) return sentences.at(-1);
      if (!former) return part;
      return isShifted ? [former[0], end] : former;
    case "ArrowRight":
      if (!part) return words[0];
      if (isShifted) return [words[Math.min(firstWord + 1, lastWord)][0], end];
      return [start, words[Math.min(lastWord + 1, words.length - 1)][1]];
    case "ArrowLeft":
      if (!part) return words.at(-1);
      if (isShifted) return [words[Math.max(firstWord - 1, 0)][0], end];
      return [start, words[Math.max(lastWord - 1, firstWord)][1]];
  }
  return undefined;
}

/** Marks parts of texts without touching them, where the browser can: each name has a look in the style sheet. */
export function mark(name, parts) {
  if (!("highlights" in CSS)) return;
  const ranges = parts.map(([element, start, end]) => {
    const range = new Range();
    range.setStart(element.firstChild, start);
    range.setEnd(element.firstChild, end);
    return range;
  });
  // @ts-ignore  newer than the compiler's list of what browsers have
  CSS.highlights.set(name, new globalThis.Highlight(...ranges));
}
