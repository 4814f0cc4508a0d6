/* A citation's card: what its reference at the foot of the page says, shown beside the number. */

const GAP = 6;

export function mountCards(root) {
  const card = root.createElement("div");
  card.className = "claim-card md-typeset";
  card.id = "claim-card";
  card.setAttribute("role", "region");
  card.setAttribute("aria-label", "The claim behind this number");
  card.hidden = true;
  root.body.append(card);

  let owner = null;
  let leaving = 0;

  const close = () => {
    clearTimeout(leaving);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  };

  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(close, 250);
  };

  const open = (number) => {
    clearTimeout(leaving);
    if (owner === number) return;
    const reference = root.getElementById(number.hash.slice(1));
    if (!reference) return;
    close();
    owner = number;
    card.replaceChildren(...[...reference.children].map((child) => child.cloneNode(true)));
    number.setAttribute("aria-describedby", card.id);
    card.hidden = false;
    place(card, number);
  };

  for (const number of root.querySelectorAll("a.ref")) {
    number.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && open(number));
    number.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
    number.addEventListener("focus", () => open(number));
    number.addEventListener("click", (event) => {
      if (event.pointerType === "touch" || event.pointerType === "pen") {
        event.preventDefault();
        open(number);
      }
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(leaving));
  card.addEventListener("pointerleave", leave);
  root.addEventListener("keydown", (event) => event.key === "Escape" && close());
  root.addEventListener("pointerdown", (event) => {
    if (owner && !card.contains(event.target) && event.target !== owner) close();
  });
  root.addEventListener("focusin", (event) => {
    if (owner && event.target !== owner && !card.contains(event.target) && !event.target.matches("a.ref")) close();
  });
}

function place(card, number) {
  const box = number.getBoundingClientRect();
  const width = card.offsetWidth;
  const left = Math.max(GAP, Math.min(box.left, document.documentElement.clientWidth - width - GAP));
  const below = box.bottom + GAP;
  const fits = below + card.offsetHeight < document.documentElement.clientHeight;
  const top = fits ? below : Math.max(GAP, box.top - card.offsetHeight - GAP);
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}
