// What a browser's reader view keeps of pages, by Readability. Argument: the folder node_modules. Reads from standard input
// [[address, HTML]]; writes the kept text of each in the same order, null where it takes the page for none that is read.
const fs = require("fs");

function main(modules) {
  const has = (name) => require(require.resolve(name, { paths: [modules] }));
  const { JSDOM, VirtualConsole } = has("jsdom");
  const { Readability } = has("@mozilla/readability");
  const quiet = new VirtualConsole();
  const kept = ([url, html]) => {
    const { window } = new JSDOM(html, { url, virtualConsole: quiet });
    const text = new Readability(window.document).parse()?.textContent ?? null;
    window.close();
    return text;
  };
  process.stdout.write(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf8")).map(kept)));
}

main(process.argv[2]);
