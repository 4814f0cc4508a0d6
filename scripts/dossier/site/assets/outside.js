// @ts-check
/* What people ask for and no source tells of, as the dossier lists it. */

import { wordsOf } from "./folding.js";

/* The thing outside that a query names, with the records near it as topics; null where it names none. */
export function outsideOf(folding, listed, query) {
  const asked = ` ${wordsOf(folding, query).join(" ")} `;
  for (const [names, why, near] of listed) {
    const named = names.find(([plain]) => asked.includes(` ${plain} `));
    if (named) return { name: named[1], why, near: near.map(([title, kind, address]) => ({ title, kind, address })) };
  }
  return null;
}
