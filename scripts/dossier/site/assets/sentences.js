// @ts-check
/* The sentence that carries a claim, marked in its paragraph while the claim beside it is pointed at or focused. */

export function mountSentences(root) {
  const mark = ({ target }) => {
    const claim = target.closest?.("[data-said-in]");
    const sentence = claim
      ?.closest(".numbered")
      .querySelector(`[data-paragraph] > [data-sentence="${claim.dataset.saidIn}"]`);
    for (const one of root.querySelectorAll("[data-marked]")) {
      if (one !== sentence) delete one.dataset.marked;
    }
    if (sentence) sentence.dataset.marked = "";
  };
  root.addEventListener("pointerover", mark);
  root.addEventListener("focusin", mark);
}
