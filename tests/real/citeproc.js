// Cites items with citeproc-js, the reference processor. Reads from standard input {styles: name to XML, locale: XML,
// cited: [{items: {style name: item}, locator}]}; writes [{style name: [entry, citation in the text or note]}]. Without a locator nothing stands
// in the text, but a note does.
const fs = require("fs");
const CSL = require("citeproc");

const given = JSON.parse(fs.readFileSync(0, "utf8"));
const found = given.cited.map(() => ({}));
for (const [name, style] of Object.entries(given.styles)) {
  const system = { retrieveLocale: () => given.locale, retrieveItem: (place) => ({ ...given.cited[place].items[name], id: place }) };
  const engine = new CSL.Engine(system, style, "en-US", true);
  given.cited.forEach(({ locator }, index) => {
    const place = String(index);
    engine.updateItems([place]);
    const entry = engine.makeBibliography()[1][0].trim();
    const cite = { citationItems: [{ id: place, locator, label: "paragraph" }], properties: { noteIndex: 0 } };
    const isNote = engine.opt.xclass === "note";
    const inText = locator || isNote ? engine.previewCitationCluster(cite, [], [], "html") : "";
    found[index][name] = [entry, inText];
  });
}
process.stdout.write(JSON.stringify(found));
