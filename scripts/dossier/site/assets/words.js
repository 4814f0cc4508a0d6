// @ts-check
/* Words that are looked for in the parts of a page: all of them, in any order, whatever their accents. */

export function choice(input) {
  const texts = new WeakMap();
  const textOf = (part) => {
    if (!texts.has(part)) texts.set(part, folded((part.querySelector("a") ?? part).textContent));
    return texts.get(part);
  };
  return {
    name: input.name,
    get value() {
      return input.value.trim();
    },
    set value(value) {
      input.value = value;
    },
    keeps: (part) => folded(input.value).trim().split(/\s+/).every((word) => textOf(part).includes(word)),
  };
}

/* Small letters without accents, hyphens as blanks, without the marks of ayn and hamza and with one kind of apostrophe. */
export function folded(text) {
  const bare = text.normalize("NFKD").replace(/[\p{M}ʿʾʻʼ]/gu, "");
  return bare.toLowerCase().replace(/[‘’`´]/g, "'").replace(/[-‐‑–—\s]+/g, " ");
}
