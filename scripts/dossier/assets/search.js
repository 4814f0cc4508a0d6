/* Full-text search over the index that the build made: one implementation for the header's panel and the search page. */

const FIRST = 8;
const PAGE = 20;
const PAUSE = 120;
const KINDS = ["Question", "Claim", "Paragraph", "Actor", "Event", "Place", "Source", "Page", "Full text"];

const ROOT = new URL("../../", import.meta.url);

let engine;

async function load() {
  engine ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24 });
    await pagefind.init();
    await pagefind.filters();
    return pagefind;
  });
  return engine;
}

async function find(query, kind, most) {
  const pagefind = await load();
  const found = await pagefind.search(query, kind ? { filters: { kind } } : {});
  const results = await Promise.all(found.results.slice(0, most).map((result) => result.data()));
  return { total: found.results.length, counts: found.totalFilters?.kind ?? {}, results };
}

function made(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function row(result) {
  const { title, kind, source, date, address } = result.meta;
  const item = made("li");
  const link = made("a");
  link.href = new URL(address, ROOT).href;
  link.dataset.result = "";
  link.dataset.kind = kind.toLowerCase().replace(" ", "-");
  link.append(made("span", "result__kind", [kind, source].filter(Boolean).join(" · ")));
  link.append(made("span", "result__title", title));
  if (kind !== "Claim") link.append(words(result.excerpt));
  if (date) link.title = date;
  item.append(link);
  return item;
}

/* Pagefind gives the excerpt as HTML in which only its own <mark> is not escaped. */
function words(excerpt) {
  const line = made("span", "result__words");
  const parts = excerpt.split(/<\/?mark>/);
  const decoder = document.createElement("textarea");
  parts.forEach((part, place) => {
    decoder.innerHTML = part;
    line.append(place % 2 ? made("mark", "", decoder.value) : decoder.value);
  });
  return line;
}

function said(total, query) {
  if (total === 0) return `Nothing found for “${query}”. Try fewer words, or another spelling.`;
  return `${total} ${total === 1 ? "result" : "results"} for “${query}”`;
}

function later(act) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, PAUSE);
  };
}

/* The panel under a search box: the first results, walked with the arrow keys. */
export function mountPanel(form) {
  const input = form.elements.q;
  const panel = made("div", "search-panel");
  const status = made("p", "search-status");
  status.setAttribute("role", "status");
  const list = made("ol", "search-results");
  panel.append(status, list);
  panel.hidden = true;
  form.append(panel);

  let latest = 0;
  const show = async () => {
    const query = input.value.trim();
    const mine = ++latest;
    if (!query) {
      panel.hidden = true;
      return;
    }
    const { total, results } = await find(query, "", FIRST);
    if (mine !== latest) return;
    list.replaceChildren(...results.map(row));
    status.textContent = said(total, query);
    if (total > results.length) list.append(more(form, query, total));
    panel.hidden = false;
  };

  input.addEventListener("input", later(show));
  input.addEventListener("focus", () => (panel.hidden = !input.value.trim() || !list.children.length));
  form.addEventListener("keydown", (event) => walk(event, input, panel));
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) panel.hidden = true;
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) panel.hidden = true;
  });
  show();
}

function more(form, query, total) {
  const item = made("li");
  const link = made("a", "", `All ${total} results`);
  link.href = `${form.action}?q=${encodeURIComponent(query)}`;
  link.dataset.more = "";
  link.className = "search-status";
  link.style.display = "block";
  item.append(link);
  return item;
}

function walk(event, input, panel) {
  const links = [...panel.querySelectorAll("a")];
  const place = links.indexOf(document.activeElement);
  if (event.key === "Escape") {
    panel.hidden = true;
    input.focus();
  } else if (event.key === "ArrowDown" && links.length && !panel.hidden) {
    event.preventDefault();
    links[Math.min(place + 1, links.length - 1)].focus();
  } else if (event.key === "ArrowUp" && place >= 0) {
    event.preventDefault();
    (place === 0 ? input : links[place - 1]).focus();
  }
}

/* The search page: the address holds the query and the kind. */
export function mountPage(page) {
  const form = document.querySelector(".md-header [data-search]").cloneNode(true);
  form.querySelector(".search-panel")?.remove();
  const input = form.elements.q;
  const status = made("p", "search-status");
  status.setAttribute("role", "status");
  const filters = made("fieldset", "search-filters");
  const list = made("ol", "search-results");
  page.append(form, filters, status, list);

  const state = () => {
    const parameters = new URLSearchParams(location.search);
    return { query: parameters.get("q") ?? "", kind: parameters.get("kind") ?? "" };
  };

  let latest = 0;
  const show = async (most = PAGE) => {
    const { query, kind } = state();
    const mine = ++latest;
    if (!query.trim()) {
      filters.replaceChildren();
      list.replaceChildren();
      status.textContent = "Type a name, a place, a date or a word.";
      return;
    }
    const { total, counts, results } = await find(query, kind, most);
    const all = kind ? (await find(query, "", 0)).total : total;
    if (mine !== latest) return;
    filters.replaceChildren(legend(), ...choices(counts, all, kind));
    list.replaceChildren(...results.map(row));
    status.textContent = said(total, query);
    if (total > results.length) list.append(further(() => show(most + PAGE)));
  };

  const go = (changes, replace) => {
    const parameters = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(changes)) value ? parameters.set(key, value) : parameters.delete(key);
    const address = `${location.pathname}?${parameters}`;
    history[replace ? "replaceState" : "pushState"](null, "", address);
    show();
  };

  input.value = state().query;
  input.addEventListener("input", later(() => go({ q: input.value.trim() }, true)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ q: input.value.trim() });
  });
  filters.addEventListener("change", (event) => go({ kind: event.target.value }));
  addEventListener("popstate", () => {
    input.value = state().query;
    show();
  });
  show();
}

function legend() {
  return made("legend", "visually-hidden", "Kind of result");
}

function choices(counts, all, chosen) {
  const kinds = [["", "Everything", all], ...KINDS.map((kind) => [kind, `${kind}s`, counts[kind] ?? 0])];
  return kinds.filter(([kind, , count]) => !kind || count || kind === chosen).map(([kind, label, count]) => {
    const choice = made("label", "", `${label} ${count}`);
    const radio = made("input");
    radio.type = "radio";
    radio.name = "kind";
    radio.value = kind;
    radio.checked = kind === chosen;
    choice.prepend(radio);
    return choice;
  });
}

function further(act) {
  const item = made("li");
  const button = made("button", "search-status", "Show more");
  button.type = "button";
  button.addEventListener("click", act);
  item.append(button);
  return item;
}
