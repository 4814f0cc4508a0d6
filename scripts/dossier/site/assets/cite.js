// @ts-check
/* Citations: a button that copies each and one that saves it as a file. Without this module they can be read and marked. */

import { made } from "./results.js";
import { save } from "./saving.js";

const SAID_MS = 2000;
const PLAIN = [".txt", "text/plain"];
const FILES = new Map([
  ["bibtex", [".bib", "application/x-bibtex"]],
  ["ris", [".ris", "application/x-research-info-systems"]],
  ["csl-json", [".json", "application/vnd.citationstyles.csl+json"]],
]);

export function mountCitations(root) {
  for (const box of root.querySelectorAll(".cite-this")) {
    if (box.open) dress(box);
    else box.addEventListener("toggle", () => dress(box), { once: true });
  }
}

function dress(box) {
  const status = made("p", "visually-hidden");
  status.setAttribute("role", "status");
  box.append(status);
  for (const citation of box.querySelectorAll("[data-cite]")) {
    const name = citation.closest(".cite-form").querySelector("dt").textContent;
    const row = made("span", "cite-form__acts");
    row.append(button(say("cite.copy"), name, (one) => copy(citation, one, status)), button(say("cite.save"), name, () => saveCitation(citation)));
    citation.after(row);
  }
  for (const note of box.querySelectorAll("[data-in-text=chicago-notes]")) {
    note.after(" ", button(say("cite.copy"), say("cite.note_in_chicago"), (one) => copy(note, one, status)));
  }
}

function button(words, name, act) {
  const element = made("button", "", words);
  element.type = "button";
  element.append(made("span", "visually-hidden", ` ${name}`));
  element.addEventListener("click", () => act(element));
  return element;
}

async function copy(citation, element, status) {
  const [words] = element.childNodes;
  try {
    await navigator.clipboard.writeText(citation.textContent);
    words.textContent = say("cite.copied");
    status.textContent = say("cite.copied");
  } catch {
    getSelection().selectAllChildren(citation);
    words.textContent = say("cite.marked");
    status.textContent = words.textContent;
  }
  setTimeout(() => {
    words.textContent = say("cite.copy");
    status.textContent = "";
  }, SAID_MS);
}

function saveCitation(citation) {
  const [suffix, type] = FILES.get(citation.dataset.cite) ?? PLAIN;
  save(`${citation.closest(".cite-part").dataset.name}${suffix}`, type, `${citation.textContent.trimEnd()}\n`);
}
