/* How far apart two spellings are: insertions, deletions, substitutions and swaps of neighbours, vowels at half price. */

const VOWEL = /[aeiouyаеиоуыэ]/;

/* The distance of two words, or Infinity where it is above the limit. */
export function distance(one, other, limit) {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > 2 * limit) return Infinity;
  const first = [...one];
  const second = [...other];
  let before = [];
  let last = [0];
  for (const letter of second) last.push(last.at(-1) + price(letter));
  for (let row = 1; row <= first.length; row++) {
    const letter = first[row - 1];
    const line = [last[0] + price(letter)];
    for (let column = 1; column <= second.length; column++) {
      const facing = second[column - 1];
      let best = Math.min(
        last[column] + price(letter),
        line[column - 1] + price(facing),
        last[column - 1] + (letter === facing ? 0 : Math.max(price(letter), price(facing))),
      );
      const swapped = row > 1 && column > 1 && letter === second[column - 2] && first[row - 2] === facing;
      if (swapped) best = Math.min(best, before[column - 2] + 0.75);
      line.push(best);
    }
    if (Math.min(...line) > limit) return Infinity;
    before = last;
    last = line;
  }
  return last.at(-1) > limit ? Infinity : last.at(-1);
}

function price(letter) {
  return VOWEL.test(letter) ? 0.5 : 1;
}

/* How much of a slip a word of this many letters may hold before it is another word. */
export function tolerance(length) {
  if (length <= 3) return 0;
  if (length <= 5) return 1;
  return length <= 9 ? 2 : 3;
}
