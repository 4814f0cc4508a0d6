// @ts-check
/* One paragraph: the captured one at the left, its restatement at the right, beneath them its claims. */

import { claimForm } from "./claim-form.js";
import { button, closeAsked, keycap, made, readOut, say } from "./elements.js";
import { begunAgain, begunFrom, joined, linked, pageOf, placesOf, valueWords, words } from "./paragraph-words.js";
import { recordForm } from "./record-form.js";
import { relationForm } from "./relation-form.js";
import { restatementForm } from "./restatement.js";
import { forwards, moved, select, selectedIn } from "./selecting.js";
import { sent } from "./server.js";
import { forget, keep, kept } from "./typed.js";

/** The section of a paragraph. `update(paragraph, page)` shows it anew after a save; forms that are open stay. */
export function paragraphSection({ page, paragraph, refreshed, marked }) {
  let now = paragraph;
  let book = page;
  const source = page.id;
  const number = paragraph.number;
  const name = `p${number}`;
  let part = null;
  let savedLast = "";
  let lacks = [];
  let lackShown = [];

  const lacking = made("ul", { className: "lacks", "aria-label": `What is not carried yet of paragraph ${number}` });
  const captured = made("p", {
    className: "captured__text",
    tabIndex: 0,
    role: "textbox",
    "aria-readonly": "true",
    "aria-multiline": "true",
    "aria-label": `Captured paragraph ${number}`,
    "aria-describedby": "how",
    lang: page.language,
    dir: "auto",
  });
  const begin = button(["Claim from the passage ", keycap("Enter")], () => beginClaim(), { className: "small-button", disabled: true });
  const restated = made("div", { className: "restated" });
  const claims = made("ol", { className: "claims" });
  const forms = made("div", { className: "forms" });

  const status = made("p", { className: "paragraph__status" });
  const element = made(
    "section",
    { className: "paragraph", id: name, "aria-labelledby": `${name}-number` },
    made("header", { className: "paragraph__head" }, made("h2", { id: `${name}-number` }, made("span", { className: "visually-hidden" }, "Paragraph "), String(number)), status),
    made(
      "div",
      { className: "pair" },
      made("div", { className: "captured" }, made("h3", {}, "As captured"), captured, lacking, begin),
      restated,
    ),
    claims,
    forms,
  );

  captured.addEventListener("keydown", onKey);
  captured.addEventListener("mouseup", () => setTimeout(() => choose(selectedIn(captured))));
  captured.addEventListener("focus", () => element.classList.add("paragraph--current"));
  captured.addEventListener("blur", () => element.classList.remove("paragraph--current"));

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      beginClaim();
      return;
    }
    const next = moved(now.text, part, forwards(event.key, captured), event.shiftKey);
    if (next === undefined) return;
    event.preventDefault();
    if (next) select(captured, next);
    choose(next);
    if (next) readOut(now.text.slice(...next));
  }

  function choose(next) {
    part = next;
    begin.disabled = !part;
  }

  async function beginClaim() {
    part = selectedIn(captured) ?? part;
    if (!part) {
      say("Select a passage first: with the mouse, or with the arrow keys.");
      return;
    }
    const { status: code, said } = await sent("begin", { source, paragraph: number, start: part[0], end: part[1] });
    if (code !== 200) {
      say(said.error);
      return;
    }
    openClaim({ ...begunFrom(said, number) }, said);
  }

  function openClaim(begun, offered = null) {
    const key = `${name}:${begun.id || "new"}`;
    forms.querySelector(`[data-key="${key}"]`)?.remove();
    const close = () => {
      form.element.remove();
      forget(source, key);
      captured.focus();
    };
    const form = claimForm({
      page: book,
      paragraph: number,
      begun,
      offered,
      closed: close,
      changed: showLacks,
      saved: {
        keep: (values) => keep(source, key, { paragraph: number, claim: { ...values, passage: begun.passage } }),
        done: (said) => {
          close();
          savedLast = said.key;
          refreshed(said.page);
          say(`Saved ${said.key}. ${said.lines.join(" ")}`);
        },
      },
    });
    form.element.dataset.key = key;
    forms.append(form.element);
    form.element.scrollIntoView({ block: "nearest" });
  }

  function openRestatement(begun = now.is_restated ? now.restatement : "") {
    const key = `${name}:restatement`;
    const form = restatementForm({
      page: book,
      paragraph: now,
      begun,
      names: now.names,
      changed: showLacks,
      closed: () => {
        forget(source, key);
        showRestatement();
        captured.focus();
      },
      saved: {
        keep: (text) => keep(source, key, { paragraph: number, restatement: text }),
        done: (said) => {
          forget(source, key);
          restated.replaceChildren();
          refreshed(said.page);
          captured.focus();
          say(`Saved paragraph ${number}. ${said.lines.join(" ")}`);
        },
      },
    });
    restated.replaceChildren(made("h3", {}, "Restated"), form);
  }

  function showRestatement() {
    restated.replaceChildren(
      made("h3", {}, "Restated"),
      made("p", { className: now.is_restated ? "restated__text" : "restated__text restated__text--none" }, now.is_restated ? linked(now.restatement, book.choices.records) : "Not restated yet."),
      ...now.shared.map((one) => made("p", { className: "shared" }, `${one.length} words as in ${one.source}: “${one.words}”. Restate them.`)),
      button([now.is_restated ? "Change " : "Restate ", keycap("e")], () => openRestatement(), { className: "small-button", "data-restate": "" }),
    );
  }

  function showLacks(found) {
    lacks = found.filter((one) => !one.is_left_out);
    const isShown = lacks.length > 0 && (now.is_restated || restated.querySelector("form") || forms.querySelector("form"));
    lacking.replaceChildren(
      made("li", { className: "lacks__head" }, "Not carried:"),
      ...lacks.map((one) =>
        made("li", {}, button(one.text, () => leaveOut(one), { className: "link-button", title: `${one.what}: leave it out, with a reason`, "aria-label": `Leave out the ${one.what} ${one.text}, with a reason` })),
      ),
    );
    lacking.hidden = !isShown;
    lackShown = isShown ? lacks : [];
    element.dataset.lacks = String(lacks.length);
    status.textContent = words(now, lackShown.length);
    marked();
  }

  function leaveOut(one) {
    const why = made("input", { type: "text", autocomplete: "off", "aria-label": `Why the restatement leaves out ${one.text}`, placeholder: "why it is left out" });
    const refusal = made("span", { className: "note", role: "alert" });
    const form = made(
      "form",
      {
        className: "left-out",
        onsubmit: async (event) => {
          event.preventDefault();
          const answer = await sent("left-out", { source, paragraph: number, words: one.text, why: why.value, seen: book.files });
          if (answer.status === 200) {
            refreshed(answer.said.page);
            captured.focus();
          } else {
            refusal.textContent = answer.said.problems?.[0]?.words ?? answer.said.error;
          }
        },
        onkeydown: (event) => event.key === "Escape" && showLacks(now.lacks),
      },
      made("span", {}, `${one.text}: `),
      why,
      made("button", { type: "submit" }, "Leave out"),
      refusal,
    );
    lacking.append(made("li", {}, form));
    why.focus();
  }

  function shownClaim(claim) {
    const said = claim.said;
    const facts = [said.kind, said.certainty, said.said_by ? `says ${said.said_by}` : null, joined((said.about ?? []).map((key) => pageOf(key))), valueWords(said.value), joined((said.answers ?? []).map((one) => pageOf(one.question, `${one.question}#${one.position}`)))];
    return made(
      "li",
      { className: "claim", "data-id": claim.id },
      made("p", { className: "claim__text" }, said.text),
      made("p", { className: "claim__facts" }, made("span", { className: "claim__id" }, claim.id), ...facts.filter(Boolean).map((fact) => made("span", {}, fact))),
      made(
        "p",
        { className: "claim__do" },
        button("Change", () => openClaim(begunAgain(claim)), { className: "link-button", "aria-label": `Change ${claim.id}` }),
        button("Relation of it", () => openRelation(claim), { className: "link-button", "aria-label": `Say what an actor is to another according to ${claim.id}` }),
        button("Event of it", () => openEvent(claim), { className: "link-button", "aria-label": `Begin an event that ${claim.id} tells of` }),
        claim.is_published ? null : button("Take out", () => takeOut(claim), { className: "link-button", "aria-label": `Take out ${claim.id}` }),
      ),
    );
  }

  async function takeOut(claim) {
    const answer = await sent("remove", { source, id: claim.id, seen: book.files });
    if (answer.status === 200) {
      refreshed(answer.said.page);
      captured.focus();
      say(`Took out ${claim.id}.`);
    } else {
      say([answer.said.error, ...(answer.said.problems ?? []).map((one) => one.words)].join(" "));
    }
  }

  /** Does something with the claim that was saved last, else with the last of the paragraph. */
  function ofLast(open) {
    const claim = now.claims.find((one) => one.id === savedLast) ?? now.claims.at(-1);
    if (claim) open(claim);
    else say("The paragraph has no claim yet.");
  }

  function openEvent(claim) {
    openRecord({ kind: "event", claim });
  }

  /** Shows a form beneath the claims; `begin` makes it from what closes it and what is done once it is saved. */
  function openForm(begin, saidFirst) {
    const close = () => {
      form.remove();
      captured.focus();
    };
    const form = begin(() => closeAsked(form, close), (said) => {
      close();
      refreshed(said.page);
      say([`${saidFirst} ${said.key}.`, ...said.lines, ...(said.odd ?? [])].join(" "));
    });
    form.addEventListener("input", () => (form.dataset.unsaved = ""));
    forms.append(form);
    form.scrollIntoView({ block: "nearest" });
  }

  const openRecord = (given) => openForm((closed, done) => recordForm({ page: book, paragraph: number, ...given, closed, done }), "Begun");

  function openRelation(claim) {
    const actors = [claim.said.said_by, ...(claim.said.about ?? [])].filter((key) => book.choices.records.some((one) => one.value === key && one.kind === "actor"));
    // Who only says it is seldom one of the two.
    const [actor, to] = actors.length > 2 ? actors.slice(-2) : actors;
    openForm((closed, done) => {
      const form = relationForm({ choices: book.choices, begun: { actor, to, claims: [claim.id] }, values: { source }, seen: () => book.files, done, closed });
      queueMicrotask(form.focus);
      return form.element;
    }, "Saved");
  }

  function update(next, nextPage) {
    now = next;
    book = nextPage;
    if (captured.textContent !== now.text) {
      captured.textContent = now.text;
      part = null;
    }
    if (!restated.querySelector("form")) showRestatement();
    claims.replaceChildren(...now.claims.map(shownClaim));
    claims.hidden = !now.claims.length;
    showLacks(now.lacks);
  }

  /** Opens again what was typed and not saved when the page was left. */
  function restore() {
    for (const [key, one] of Object.entries(kept(source))) {
      if (one.paragraph !== number) continue;
      if (key.endsWith(":restatement")) openRestatement(one.restatement);
      else openClaim({ ...one.claim, isKept: true });
    }
  }

  update(paragraph, page);
  return {
    element,
    captured,
    number,
    update,
    restore,
    openRestatement,
    openEvent: () => ofLast(openEvent),
    openRelation: () => ofLast(openRelation),
    openRecord: () => openRecord({ name: part ? now.text.slice(...part) : "" }),
    passages: () => now.claims.filter((one) => one.start >= 0).map((one) => [captured, one.start, one.end]),
    lackPlaces: () => lackShown.flatMap((one) => placesOf(now.text, one.text).map(([start, end]) => [captured, start, end])),
  };
}
