// Reads pages and files with Zotero's own translators, as the npm package `zotero-translators` carries them. Reads from
// standard input {pages: [{url, html}], files: [text]}; writes {pages: [[{translator, items}]], files: [{translator, items}]}:
// of a page what each translator that knows it makes of it, best first; where one lets its reader choose, all is chosen.
const fs = require("fs");
const Module = require("module");
const path = require("path");

// The package gives functions for files alone; its own parts read pages too, so they are taken out of the bundle.
function partsOf(name) {
  const file = require.resolve(name);
  const bundle = new Module(file, module);
  bundle.filename = file;
  bundle.paths = Module._nodeModulePaths(path.dirname(file));
  const entry = "__webpack_require__.s = 0";
  bundle._compile(fs.readFileSync(file, "utf8").replace(entry, `(exports.part = __webpack_require__, ${entry})`), file);
  return bundle.exports;
}

console.log = () => {}; // it tells there what it does, whatever level is asked for
const bundle = partsOf("zotero-translators");
const { JSDOM } = require("jsdom");
const Translate = Object.values(bundle.part.c).map((one) => one.exports).find((one) => one && one.Web && one.Import);

const plain = (items) => items.flatMap((item) => Zotero.Utilities.itemToAPIJSON(item));

async function page({ url, html }) {
  const { window } = new JSDOM(html, { url });
  require("wicked-good-xpath").install(window, true);
  const found = [];
  for (const translator of await detect(window.document)) {
    const translate = prepared(window.document);
    translate.setHandler("select", (_, items, chosen) => chosen(items));
    translate.setTranslator(translator);
    found.push({ translator: translator.label, items: plain(await translate.translate({ libraryID: false })) });
  }
  return found;
}

function prepared(document) {
  const translate = new Translate.Web();
  translate.setDocument(document);
  return translate;
}

function detect(document) {
  const translate = prepared(document);
  return new Promise((resolve) => {
    translate.setHandler("translators", (_, translators) => resolve(translators));
    translate.getTranslators(true);
  });
}

async function file(text) {
  const translate = new Translate.Import();
  translate.setString(text);
  const [translator] = await translate.getTranslators();
  translate.setTranslator(translator);
  return { translator: translator.label, items: plain(await translate.translate({ libraryID: 1 })) };
}

async function main() {
  const given = JSON.parse(fs.readFileSync(0, "utf8"));
  const found = { pages: [], files: [] };
  for (const one of given.pages) found.pages.push(await page(one));
  for (const one of given.files) found.files.push(await file(one));
  process.stdout.write(JSON.stringify(found), () => process.exit(0));
}

main();
