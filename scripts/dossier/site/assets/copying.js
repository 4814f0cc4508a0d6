// @ts-check
/* Buttons that copy a short citation. One goes along with the reader, to the claim or paragraph that is pointed at or
   focused, and stands after its links, so that the next press of Tab reaches it. Each position has one of its own, for
   nothing else in it may take the focus before its claims do. */

import { made } from "./results.js";

const COPY = say("copying.copy");
const CITABLE = "[data-claim]:not(a), [data-paragraph]";
const SAID_MS = 2000;

const textOf = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
const stopped = (words) => (!words || /[.?!”]$/.test(words) ? words : `${words}.`);

export function mountCopying(root) {
  const status = made("span", "visually-hidden");
  status.setAttribute("role", "status");
  root.body.append(status);
  const moving = copier(status);
  let host = null;

  const follow = ({ target }) => {
    const next = target.closest?.(CITABLE) ?? (target.closest?.("[data-cited-as]") && root.querySelector("h1[data-claim]"));
    if (!next || next === host || moving.button.contains(target)) return;
    delete host?.dataset.copying;
    host = next;
    moving.give(host);
    if (host.dataset.paragraph) host.firstElementChild.after(moving.button);
    else if (host.matches("h1")) host.after(moving.button);
    else host.append(moving.button);
  };

  for (const position of root.querySelectorAll("section.position")) {
    const own = copier(status);
    own.give(position);
    position.querySelector("h3").after(own.button);
  }
  root.addEventListener("pointerover", follow);
  root.addEventListener("focusin", follow);
  return follow;
}

/* A button that copies the citation of what it was last given. */
function copier(status) {
  const button = made("button", "copy-citation");
  button.type = "button";
  const word = made("span", "", COPY);
  const name = made("span", "visually-hidden");
  button.append(word, name);
  let host = null;

  const tell = (words) => {
    word.textContent = words;
    status.textContent = words === COPY ? "" : words;
  };

  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(citationOf(host));
      tell(say("copying.copied"));
    } catch {
      tell(say("copying.not_copied"));
    }
    setTimeout(tell, SAID_MS, COPY);
  });

  const give = (next) => {
    host = next;
    host.dataset.copying = "";
    name.textContent = say("copying.citation_of", { what: nameOf(host) });
    tell(COPY);
  };
  return { button, give };
}

function nameOf(host) {
  if (host.dataset.paragraph) return say("copying.paragraph", { number: host.dataset.paragraph });
  if (host.dataset.claim) return say("copying.claim", { number: Number(host.dataset.claim.split("-c").at(-1)) });
  return say("copying.position", { label: textOf(host.querySelector("h3")) });
}

/* What is copied: the words, who says them and where, and the address that stays. */
function citationOf(host) {
  const { paragraph, claim } = host.dataset;
  if (paragraph) return say("copying.paragraph_restated", { label: labelOf(host), paragraph, address: permanent("#p" + paragraph) });
  if (claim) return claimCitation(host, claim);
  const words = [document.querySelector("h1"), host.querySelector("h3")].map((one) => stopped(textOf(one)));
  return [...words, permanent(`#${host.id}`)].join(" ");
}

function claimCitation(host, id) {
  const link = host.querySelector(`a[href$="/claims/${id}/"], a[href$="/${id}/"]`);
  const words = stopped(textOf(link ?? host));
  return `${words} ${stopped(sayersOf(host))} ${permanent(link?.getAttribute("href") ?? "")}`;
}

/* Who says it, in which paragraph and how firmly, as the page says it beside the claim. */
function sayersOf(host) {
  const line = host.querySelector(".claim__by");
  const around = host.matches("h1") ? host.parentElement : host;
  const facts = [...around.querySelectorAll("[data-cited-as], .stance__facts dd")].map(textOf).join(" · ");
  const said = textOf(line) || facts || textOf(host.querySelector(".quiet"));
  return host.querySelector(".record--source") || facts ? said : [labelOf(host), said].filter(Boolean).join(", ");
}

/* The name of the source where it stands once for many: above a list, or on the page of its article. */
function labelOf(host) {
  const publication = /** @type {HTMLElement | null} */ (document.querySelector("[data-label]"));
  const summary = textOf(host.closest("details.folded")?.querySelector("summary")).replace(/ · \d+$/, "");
  const heading = host.closest(".claims, .claim-list")?.previousElementSibling;
  const paragraph = host.closest(".numbered")?.querySelector("[data-paragraph]").dataset.paragraph;
  const label = publication?.dataset.label ?? (summary || textOf(heading).replace(/(?: · \d+)?#?$/, ""));
  return publication && paragraph && !host.dataset.paragraph ? say("copying.paragraph_of", { label, paragraph }) : label;
}

/* An address on this page or from it, in the edition that stays, as the page itself is cited. */
function permanent(href) {
  const own = textOf(document.querySelector("#cite-this .cite-part:last-child [data-cite=link]"));
  return new URL(href, own || location.href).href;
}
