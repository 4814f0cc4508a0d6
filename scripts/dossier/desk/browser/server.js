// @ts-check
/* What is asked of the server and told to it. The token stands in the address of this module, and goes nowhere else. */

const base = new URL(".", import.meta.url);
const ENDED = "Nothing answers: the preview has ended. Start it again; what you typed stays on this page, so do not close it.";

/** What the server says of an address or of what is sent there: its status, and the values. */
async function asked(path, options) {
  try {
    const response = await fetch(new URL(path, base), options);
    return { status: response.status, said: await response.json() };
  } catch {
    return { status: 0, said: { error: ENDED } };
  }
}

export const got = (path) => asked(path, {});

export const sent = (path, values) =>
  asked(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(values) });

/** The address of a page of the desk. */
export const address = (path) => new URL(path, base).href;

/** What follows the token in the address of this page. */
export const here = () => location.pathname.slice(base.pathname.length);
