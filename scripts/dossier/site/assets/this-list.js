// @ts-check
/* Buttons that save the claims of a list as a file. What makes the files is loaded when one is pressed. */

const FORMATS = ["CSV", "RIS", "JSON"];

/** @param {HTMLElement} place */
export function mountList(place) {
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  place.append(...FORMATS.flatMap((format) => [button(format, place, status), " "]), status);
  place.hidden = false;
}

/** @param {string} format
    @param {HTMLElement} place
    @param {HTMLElement} status */
function button(format, place, status) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = format;
  element.setAttribute("aria-label", say("this_list.save_as", { format }));
  element.addEventListener("click", async () => {
    status.textContent = "";
    try {
      const { saved } = await import("./list-files.js");
      status.textContent = await saved(format, document, place.dataset.thisList ?? "shown");
    } catch {
      status.textContent = say("this_list.not_loaded");
    }
  });
  return element;
}
