// @ts-check
/* On a page of an edition: whether a later one is published, and whether this record changed since. */

export async function mountNotice(root, edition, address = location) {
  const folder = `/${edition}/`;
  const end = address.pathname.lastIndexOf(folder) + 1;
  const latest = new URL(address.pathname.slice(0, end), address.origin);
  const page = address.pathname.slice(end + edition.length + 1);
  const editions = await listed(new URL("editions.json", latest));
  const last = editions.at(-1);
  const article = root.querySelector("article");
  if (!article || !last || last.name === edition) return;
  const later = editions.slice(editions.findIndex(({ name }) => name === edition) + 1);
  article.prepend(notice(root, { edition, last, latest, page, hash: address.hash, later }));
}

/* The editions, oldest first; none where the list cannot be had, as in a copy of one edition alone. */
async function listed(url) {
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.json() : [];
  } catch {
    return [];
  }
}

function notice(root, { edition, last, latest, page, hash, later }) {
  const box = root.createElement("aside");
  box.className = "edition-notice";
  box.setAttribute("aria-label", say("editions.edition"));
  const link = (href, words) => {
    const made = root.createElement("a");
    made.href = href;
    made.textContent = words;
    return made;
  };
  box.append(say("editions.reading", { edition }));
  box.append(link(new URL(page + hash, latest), say("editions.this_page", { edition: last.name })), ".");
  const { kind, id } = root.querySelector("article").dataset;
  const key = kind === "page" ? `page:${id}` : id;
  const changed = later.find(({ changed: ids }) => ids.includes(key));
  if (changed) {
    box.append(say("editions.changed_since"));
    box.append(link(new URL(`changes/#${changed.name}-${key}`, latest), say("editions.see_what_changed", { edition: changed.name })), ".");
  }
  return box;
}
