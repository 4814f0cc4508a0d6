// @ts-check
/* Results of one page gathered under the first of them. */

const SHOWN = 2;

/* Rows in their order, each with those of the same page under it: `rows` are pairs of an address and an item of a list. */
export function gathered(rows) {
  const groups = new Map();
  for (const [address, item] of rows) {
    const page = address.replace(/#.*/, "");
    if (groups.has(page)) groups.get(page).push(item);
    else groups.set(page, [item]);
  }
  return [...groups.values()].map(([first, ...others]) => {
    if (others.length) first.append(listOf(others.slice(0, SHOWN)));
    if (others.length > SHOWN) first.append(folded(others.slice(SHOWN)));
    return first;
  });
}

function listOf(items) {
  const list = document.createElement("ol");
  list.className = "search-results search-results--of-one";
  list.append(...items);
  return list;
}

function folded(items) {
  const box = document.createElement("details");
  const summary = document.createElement("summary");
  summary.className = "search-more";
  summary.textContent = say("search.more_of_page", { count: items.length });
  box.append(summary, listOf(items));
  return box;
}
