// @ts-check
/* What the card beside a link to a record shows: the few lines that the record's own JSON has for it. */

import { made } from "./results.js";

const briefs = new Map();

/* The parts of the card, or nothing where there is none: a link to this very page, to another site, or without JSON. */
export async function cardOf(link) {
  if (link.origin !== location.origin || link.pathname === location.pathname) return null;
  const address = new URL("index.json", link.href).href;
  if (!briefs.has(address)) briefs.set(address, fetched(address));
  const brief = await briefs.get(address);
  return brief ? parts(brief) : null;
}

async function fetched(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? (await answer.json()).brief : null;
  } catch {
    return null;
  }
}

function parts({ label, title, in_script, text, facts }) {
  const heading = made("p", "record-card__title", title);
  if (in_script) {
    const name = made("bdi", "native", in_script.text);
    name.lang = in_script.lang;
    name.dir = in_script.dir;
    heading.append(" ", name);
  }
  const shown = [made("p", "eyebrow", label), heading];
  if (text) shown.push(made("p", "record-card__text", text));
  if (facts.length) shown.push(made("p", "claim__by", facts.join(" · ")));
  return shown;
}
