// @ts-check
/* Cards: beside a citation what its reference at the foot of the page says, beside a link what record it leads to, and
   beside a mark of a picture what the table of the page says of it, beside a word of a table the claims behind it. */

const GAP = 6;
const REST_MS = 300;
const LEAVE_MS = 250;

export function mountCards(root) {
  const card = root.createElement("div");
  card.className = "claim-card md-typeset";
  card.id = "claim-card";
  card.setAttribute("role", "region");
  card.hidden = true;
  root.body.append(card);

  let owner = null;
  let awaited = null;
  let timer = 0;

  const close = () => {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = awaited = null;
    card.hidden = true;
  };

  const leave = () => {
    clearTimeout(timer);
    awaited = null;
    timer = setTimeout(close, LEAVE_MS);
  };

  const show = (link, label, parts) => {
    close();
    owner = awaited = link;
    card.setAttribute("aria-label", label);
    card.replaceChildren(...parts);
    link.setAttribute("aria-describedby", card.id);
    card.hidden = false;
    place(card, link);
  };

  const cite = (number) => {
    const reference = root.getElementById(number.hash.slice(1));
    const parts = [...(reference?.children ?? [])].map((child) => child.cloneNode(true));
    if (parts.length) show(number, say("cards.claim_behind_number"), parts);
  };

  /* The row of a table that a mark names. */
  const tell = async (link) => {
    const { partsOfRow } = await import("./row-card.js");
    const row = root.getElementById(link.dataset.card);
    if (row && awaited === link) show(link, say("cards.what_mark_stands_for"), partsOfRow(row));
  };

  /* The claims that a word of a table names. */
  const quote = async (link) => {
    const { partsOfClaims } = await import("./claims-card.js");
    const parts = await partsOfClaims(link);
    if (parts && awaited === link) show(link, say("cards.claims_behind_word"), parts);
  };

  const introduce = async (link) => {
    const { cardOf } = await import("./record-card.js");
    const parts = await cardOf(link);
    if (awaited !== link) return;
    if (parts) show(link, say("cards.where_link_leads"), parts);
    else close();
  };

  const open = (link) => {
    clearTimeout(timer);
    awaited = link;
    if (owner === link) return;
    if (link.matches("a.ref")) cite(link);
    else if (link.dataset.card) tell(link);
    else if (link.dataset.claims) quote(link);
    else timer = setTimeout(introduce, REST_MS, link);
  };

  const carded = ({ target }) => {
    const link = target.closest?.("a.ref, a.record, .witnesses a, a[data-card], a[data-claims]");
    return link && !card.contains(link) ? link : null;
  };
  const byMouse = (act) => (event) => event.pointerType === "mouse" && act(event);

  root.addEventListener(
    "pointerover",
    byMouse((event) => {
      const link = carded(event);
      if (link) open(link);
      else if (card.contains(event.target)) clearTimeout(timer);
    }),
  );
  root.addEventListener(
    "pointerout",
    byMouse((event) => {
      const left = carded(event) ?? event.target.closest?.("#claim-card");
      if (left && !left.contains(event.relatedTarget)) leave();
    }),
  );
  root.addEventListener("focusin", (event) => {
    const link = carded(event);
    // A tap or a click focuses a link too, but there the reader is on the way to the record.
    if (link && (link.matches("a.ref") || link.matches(":focus-visible"))) open(link);
    else if (!card.contains(event.target)) close();
  });
  root.addEventListener("click", (event) => {
    const link = carded(event);
    if (link?.matches("a.ref, a[data-card], a[data-claims]") && ["touch", "pen"].includes(event.pointerType)) {
      event.preventDefault();
      open(link);
    }
  });
  root.addEventListener("keydown", (event) => event.key === "Escape" && close());
  root.addEventListener("pointerdown", (event) => {
    if (!card.contains(event.target) && carded(event) !== owner) close();
  });
  addEventListener("pagehide", close);
}

function place(card, link) {
  const box = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
  const width = card.offsetWidth;
  const left = Math.max(GAP, Math.min(box.left, document.documentElement.clientWidth - width - GAP));
  const below = box.bottom + GAP;
  const fits = below + card.offsetHeight < document.documentElement.clientHeight;
  const top = fits ? below : Math.max(GAP, box.top - card.offsetHeight - GAP);
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}
