// @ts-check
/* A picture of the page as a file that stands alone: title above, sources, address and licence below, on white. */

import { drawn, element, linesOf } from "./picture-drawing.js";

const [EDGE, TITLE, SMALL] = [24, 20, 12];
const SERIF = 'Georgia, "Noto Serif", "Times New Roman", serif';
const SANS = 'system-ui, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, sans-serif';
const [INK, FADED, WHITE] = ["#23262b", "#5b6068", "#fff"];
const LICENCE = "CC BY 4.0";
const LARGER = 2;

/* Saves a picture as it stands now; `form` is SVG or PNG. */
export async function handOut(picture, sources, form) {
  const svg = composed(picture, sources);
  const text = new XMLSerializer().serializeToString(svg);
  const blob = form === "PNG" ? await pngOf(svg, text) : new Blob([text], { type: "image/svg+xml;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${nameOf(picture)}.${form.toLowerCase()}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

function composed(picture, sources) {
  const { group, defs, width, first, last } = inLight(() => drawn(picture));
  const wide = width + 2 * EDGE;
  const svg = element("svg", { xmlns: "http://www.w3.org/2000/svg" });
  const title = titleOf(picture);
  svg.append(element("title", {}, title), defs);
  svg.append(element("rect", { width: "100%", height: "100%", fill: WHITE }));
  let y = EDGE - 6;
  const write = (words, size, family, fill, weight) => {
    for (const line of linesOf(words, `${weight} ${size}px ${family}`, width)) {
      y += size * 1.35;
      svg.append(element("text", { x: EDGE, y, "font-size": size, "font-family": family, "font-weight": weight, fill }, line));
    }
  };
  const about = aboutOf(picture);
  if (!title.includes(about)) write(about, SMALL + 1, SANS, FADED, 700);
  write(title, TITLE, SERIF, INK, 700);
  for (const words of narrowed()) write(words, SMALL + 1, SANS, FADED, 400);
  y += 16;
  group.setAttribute("transform", `translate(${EDGE} ${y - first})`);
  svg.append(group);
  y += last - first + 12;
  svg.append(element("path", { d: `M${EDGE} ${y}H${wide - EDGE}`, stroke: FADED, "stroke-opacity": 0.4 }));
  y += 4;
  for (const words of said(sources)) write(words, SMALL, SANS, FADED, 400);
  const size = { width: Math.ceil(wide), height: Math.ceil(y + EDGE) };
  for (const [name, value] of Object.entries({ ...size, viewBox: `0 0 ${size.width} ${size.height}` })) {
    svg.setAttribute(name, String(value));
  }
  return svg;
}

/* What a function makes of the page in light colours on white, in whatever colours it is shown. */
function inLight(make) {
  const { body } = document;
  const scheme = body.dataset.mdColorScheme;
  body.dataset.mdColorScheme = "default";
  body.style.setProperty("--paper", WHITE);
  try {
    return make();
  } finally {
    body.dataset.mdColorScheme = scheme;
    body.style.removeProperty("--paper");
  }
}

function titleOf(picture) {
  const shown = [...picture.querySelectorAll("svg > title")].find((one) => one.parentElement.checkVisibility());
  return picture.dataset.picture || shown?.textContent || document.querySelector("h1").textContent;
}

/* The heading under which a picture stands, without what stands beside the words. */
function aboutOf(picture) {
  const heading = picture.closest("section")?.querySelector("h2, h3") ?? document.querySelector("h1");
  return (heading.querySelector("a:not(.headerlink)") ?? heading.firstChild).textContent.trim();
}

/* What the choices of the page leave, where they narrow it. */
function narrowed() {
  const form = document.querySelector("[data-choices][data-narrowed]");
  if (!form) return [];
  const fields = [...form.querySelectorAll("select, input[type=range]")].map((/** @type {any} */ field) => {
    const isList = field.matches("select");
    const isSet = isList ? field.value : new URLSearchParams(location.search).get(field.name);
    const label = isList ? field.previousElementSibling : form.querySelector(`[for="${field.id}"]`);
    const value = isList ? field.selectedOptions[0] : field.nextElementSibling;
    return isSet ? `${label.textContent}: ${value.textContent}` : "";
  });
  return [[form.querySelector("[role=status]").textContent, ...fields].filter(Boolean).join(" · ")];
}

function said(sources) {
  const meta = (name) => document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content");
  const site = meta("og:site_name");
  const edition = meta("dossier-edition");
  const link = (rel) => /** @type {HTMLLinkElement | null} */ (document.querySelector(`link[rel="${rel}"]`))?.href;
  const address = link("cite-as") ?? location.origin + location.pathname;
  const of = edition ? say("picture_download.edition", { edition }) : "";
  return [
    sources ? say("picture_download.sources_as_given", { sources, site }) : say("picture_download.source", { site }),
    `${address}${location.search}${of}`,
    say("picture_download.licence", { licence: LICENCE, address: link("license") }),
  ];
}

/* The page and the picture in it, such as "actors-lamp-guild-2". */
function nameOf(picture) {
  const all = [...document.querySelectorAll("[data-picture]")];
  const page = document.querySelector("article")?.dataset;
  const number = all.length > 1 ? `-${all.indexOf(picture) + 1}` : "";
  return `${page?.id ?? "picture"}${number}`;
}

async function pngOf(svg, text) {
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)) * LARGER);
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d").drawImage(image, 0, 0, width, height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
