// @ts-check
/* Buttons that hand out the picture before them as it stands, with its title, its sources and its licence. What makes the
   file is loaded when it is first asked for. */

const FORMS = ["SVG", "PNG"];

export function mountPictures(places) {
  for (const place of places) {
    const picture = place.closest("[data-picture]");
    place.append(say("picture_buttons.picture_as"), ...FORMS.map((form) => button(form, picture, place)));
    place.hidden = false;
  }
}

function button(form, picture, place) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = form;
  element.setAttribute("aria-label", say("picture_buttons.form_of", { form }));
  element.addEventListener("click", async () => {
    const { handOut } = await import("./picture-download.js");
    handOut(picture, place.dataset.sources, form);
  });
  return element;
}
