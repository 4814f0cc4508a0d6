// @ts-check
/* What is typed and not saved yet, kept for this window until it is: a page that is loaded again brings it back. */

const KEY = "desk:";

function read(source) {
  try {
    return JSON.parse(sessionStorage.getItem(KEY + source) ?? "{}");
  } catch {
    return {};
  }
}

function write(source, all) {
  try {
    sessionStorage.setItem(KEY + source, JSON.stringify(all));
  } catch {
    // Without storage what was typed lasts as long as the page, which asks before it is left.
  }
}

/** What was typed of a source: by a name for each form, where it belongs and what it says. */
export const kept = (source) => read(source);

export function keep(source, name, values) {
  write(source, { ...read(source), [name]: values });
}

export function forget(source, name) {
  const rest = read(source);
  delete rest[name];
  write(source, rest);
}

addEventListener("beforeunload", (event) => {
  if (document.querySelector("[data-unsaved]")) event.preventDefault();
});
