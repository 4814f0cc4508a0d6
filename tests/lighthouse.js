// Measures addresses with Lighthouse's mobile settings in one browser. Arguments: the folder node_modules, the browser's
// program. Reads from standard input a list of addresses; writes [{url, scores: {category: 0 to 1}, failed: [audit]}].
const fs = require("fs");

async function main(modules, program) {
  const has = (name) => import(require.resolve(name, { paths: [modules] }));
  const { default: lighthouse } = await has("lighthouse");
  const { launch } = await has("chrome-launcher");
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  const chrome = await launch({ chromePath: program, chromeFlags: flags, logLevel: "silent" });
  const measured = [];
  try {
    for (const url of JSON.parse(fs.readFileSync(0, "utf8"))) {
      const { lhr } = await lighthouse(url, { port: chrome.port, output: "json", logLevel: "silent" });
      const categories = Object.entries(lhr.categories);
      const scores = Object.fromEntries(categories.map(([name, { score }]) => [name, score]));
      const failed = new Set();
      for (const [, { auditRefs }] of categories) {
        for (const { id, weight } of auditRefs) {
          const { score, displayValue = "" } = lhr.audits[id];
          if (weight && score !== null && score < 1) failed.add(`${id} ${score} ${displayValue}`);
        }
      }
      const shift = lhr.audits["cumulative-layout-shift"].numericValue;
      measured.push({ url, scores, shift, failed: [...failed] });
    }
  } finally {
    chrome.kill();
  }
  process.stdout.write(JSON.stringify(measured));
}

main(...process.argv.slice(2));
