// @ts-check
/* Numbers in a search: one that is asked for is no longer one that begins with it, and no part of one. */

/* A word of a text, a number with its separators. */
export const WORD = /\d+(?:,\d{3})+(?!\d)|[\p{L}\p{N}]+/gu;
const NUMBER = /^\d+$/;
// Each of so many texts is looked at: the index has `36,000` under 36 too, and `1.50.0` under 1500.
const MOST = 60;

/* Words as the full text is asked for them: a number has to stand there as it is. */
export function phrased(words) {
  return words.length === 1 && NUMBER.test(words[0]) ? `"${words[0]}"` : words.join(" ");
}

/* The results in which a number stands as a whole, where it was asked for; of other words, all of them. */
export async function standing(results, words) {
  const number = words.slice(1, -1);
  if (words !== `"${number}"` || !NUMBER.test(number) || results.length > MOST) return results;
  const separated = number.replace(/\B(?=(?:\d{3})+$)/g, "[,\\s]?");
  const whole = new RegExp(`(?<!\\d|\\d[.,])${separated}(?!\\d|[.,]\\d)`, "u");
  const held = await Promise.all(results.map(({ data }) => data()));
  return results.filter((_, place) => whole.test(held[place].content) || whole.test(held[place].meta.title));
}
