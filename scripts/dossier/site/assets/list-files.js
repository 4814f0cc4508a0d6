// @ts-check
/* Claims as files, cut out of the downloads of the site, so that they say what these say. */

import { save } from "./saving.js";

const SITE = new URL("../../", import.meta.url);
const LONGEST = 100;
const ROW = /(?:"(?:[^"]|"")*"|[^"\r\n])*\r\n/g;

/* In each format its media type, the downloads that it is made of, and how. */
const FORMATS = {
  CSV: { type: "text/csv", files: ["csv/claims.csv"], make: csvOf },
  RIS: { type: "application/x-research-info-systems", files: ["sources.ris", "csv/claim_paragraphs.csv"], make: risOf },
  JSON: { type: "application/json", files: ["dossier.json"], make: jsonOf },
};

/* Saves the claims of a page in a format; what to say of it. `which` are those `shown`, or all `about` its record. */
export async function saved(format, page, which) {
  const { type, files, make } = FORMATS[format];
  const ids = which === "about" ? idsAbout(await read("csv/claim_about.csv"), recordOf(page)) : idsShown(page);
  if (!ids.size) return say("list_files.no_claim");
  const name = `${fileName(location.href, SITE.href)}.${format.toLowerCase()}`;
  save(name, type, make(ids, ...(await Promise.all(files.map(read)))));
  return say("list_files.saved", { count: ids.size, name });
}

async function read(name) {
  const answer = await fetch(new URL(`data/${name}`, SITE));
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return answer.text();
}

function recordOf(page) {
  return page.querySelector("article[data-id]").dataset.id;
}

/* The ids of the claims that a page shows: in its lists, or among what was found. */
function idsShown(page) {
  const parts = [...page.querySelectorAll("article [data-claim]:not(a)")].filter((one) => !one.closest("[data-hidden]"));
  const found = [...page.querySelectorAll('[data-search-page] a[data-result][data-kind="claim"]')];
  return new Set([...parts.map(({ dataset }) => dataset.claim), ...found.map(({ href }) => href.split("/").at(-2))]);
}

/* The ids of the claims about a record, of the table that says so; no cell of it is quoted. */
export function idsAbout(about, record) {
  return new Set(cells(about).flatMap(([claim, , other]) => (other === record ? [claim] : [])));
}

function cells(table) {
  return table.split("\r\n").map((row) => row.split(","));
}

/* The rows of these claims in the table of claims, each as it stands there, below the names of the columns. */
export function csvOf(ids, claims) {
  const [head, ...rows] = claims.match(ROW) ?? [];
  return head + rows.filter((row) => ids.has(row.slice(0, row.indexOf(",")))).join("");
}

/* The references of the sources of these claims, each with the paragraphs that make them as its note. */
export function risOf(ids, sources, paragraphs) {
  const rows = cells(paragraphs).filter(([claim]) => ids.has(claim));
  const references = sources.match(/^TY {2}- [^]*?^ER {2}- \n/gm) ?? [];
  return references
    .flatMap((reference) => {
      const source = /^ID {2}- (.*)$/m.exec(reference)?.[1];
      const cited = rows.filter((row) => row[2] === source).map((row) => Number(row[3]));
      return cited.length ? [reference.replace(/ER {2}- \n$/, `N1  - ${note(cited)}\n$&`)] : [];
    })
    .join("\n");
}

/* Paragraphs in words: `paragraph 3`, `paragraphs 3, 9-10`. */
function note(numbers) {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  const runs = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const words = runs.map((run) => (run.length > 1 ? `${run[0]}-${run.at(-1)}` : String(run[0])));
  return say("list_files.paragraphs", { count: sorted.length, words: words.join(", ") });
}

/* The records of these claims, under what the whole download says of its title, licence and edition. */
export function jsonOf(ids, whole) {
  const { title, url, licence, edition, claims } = JSON.parse(whole);
  const listed = claims.filter(({ id }) => ids.has(id));
  return `${JSON.stringify({ title, url, licence, edition, claims: listed }, null, 2)}\n`;
}

/* What a page's list is called, by its address: `claims-places-iran`, `claims-kind-figure-year-2021`. */
export function fileName(address, site) {
  const { pathname, searchParams } = new URL(address);
  const parts = [pathname.slice(new URL(site).pathname.length).replace(/^claims\//, ""), ...searchParams].flat();
  const words = ["claims", ...parts].filter(Boolean).join("-").toLowerCase();
  return words.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, LONGEST).replace(/-$/, "");
}
