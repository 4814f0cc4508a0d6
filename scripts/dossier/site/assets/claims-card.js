// @ts-check
/* What the card beside a word of a table shows: the claims of a source that the word rests on, from their own JSON. */

import { made } from "./results.js";

const MOST = 5;
const SITE = new URL("../../", import.meta.url);
const found = new Map();

/* The parts of the card, or nothing where none of the claims can be had: then the link itself leads on. */
export async function partsOfClaims(link) {
  const ids = link.dataset.claims.split(" ");
  const claims = await Promise.all(ids.slice(0, MOST).map(claimOf));
  const parts = claims.flatMap((claim) => (claim ? linesOf(claim) : []));
  if (!parts.length) return null;
  if (ids.length > MOST) parts.push(rest(link, ids.length - MOST));
  return parts;
}

function claimOf(id) {
  if (!found.has(id)) found.set(id, fetched(new URL(`claims/${id}/index.json`, SITE)));
  return found.get(id);
}

async function fetched(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function linesOf({ record, brief }) {
  const text = made("p", "record-card__text");
  text.append(leading(`claims/${record.id}/`, brief.text));
  const where = made("p", "claim__by");
  where.append(leading(`sources/${record.source}/#p${record.paragraphs[0]}`, say("claims_card.paragraphs", { numbers: record.paragraphs.join(", ") })));
  if (brief.facts.length) where.append(` · ${brief.facts.join(" · ")}`);
  return [text, where];
}

function leading(address, words) {
  const link = made("a", "", words);
  link.href = new URL(address, SITE).href;
  return link;
}

function rest(link, number) {
  const line = made("p", "claim__by");
  const more = made("a", "", say("claims_card.more", { number }));
  more.href = link.href;
  line.append(more);
  return line;
}
