// @ts-check
/* How far apart two spellings are: insertions, deletions, substitutions and swaps of neighbours, vowels at half price. */

const SWAP = 0.75;
const VOWELS = new Set("aeiouyаеиоуыэاوی");

/* The distance of two words, or Infinity where it is above the limit. */
export function distance(one, other, limit) {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > 2 * limit) return Infinity;
  const prices = Float64Array.from(other, price);
  let before = new Float64Array(other.length + 1);
  let last = new Float64Array(other.length + 1);
  let line = new Float64Array(other.length + 1);
  for (let column = 0; column < other.length; column++) last[column + 1] = last[column] + prices[column];
  for (let row = 0; row < one.length; row++) {
    const own = price(one[row]);
    let least = (line[0] = last[0] + own);
    for (let column = 0; column < other.length; column++) {
      const same = one[row] === other[column];
      let best = last[column] + (same ? 0 : Math.max(own, prices[column]));
      best = Math.min(best, last[column + 1] + own, line[column] + prices[column]);
      if (!same && row && column && one[row] === other[column - 1] && one[row - 1] === other[column]) {
        best = Math.min(best, before[column - 1] + SWAP);
      }
      line[column + 1] = best;
      least = Math.min(least, best);
    }
    if (least > limit) return Infinity;
    [before, last, line] = [last, line, before];
  }
  return last[other.length] > limit ? Infinity : last[other.length];
}

function price(letter) {
  return VOWELS.has(letter) ? 0.5 : 1;
}

/* How much of a slip a word of this many letters may hold before it is another word. */
export function tolerance(length) {
  if (length <= 3) return 0;
  if (length <= 5) return 1;
  return length <= 9 ? 2 : 3;
}
