// Measures addresses with Lighthouse's mobile settings in one browser. Arguments: the folder node_modules, the browser's
// program. Reads from standard input {urls, categories}; writes [{url, scores: {category: 0 to 1}, failed: [audit]}].
const fs = require("fs");

async function main(modules, program) {
  const has = (name) => import(require.resolve(name, { paths: [modules] }));
  const { default: lighthouse } = await has("lighthouse");
  const { launch } = await has("chrome-launcher");
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  const chrome = await launch({ chromePath: program, chromeFlags: flags, logLevel: "silent" });
  const measured = [];
  try {
    const { urls, categories: onlyCategories } = JSON.parse(fs.readFileSync(0, "utf8"));
    for (const url of urls) {
      const { lhr } = await lighthouse(url, { port: chrome.port, output: "json", logLevel: "silent", onlyCategories });
      const categories = Object.entries(lhr.categories);
      const scores = Object.fromEntries(categories.map(([name, { score }]) => [name, score]));
      const failed = new Set();
      for (const [, { auditRefs }] of categories) {
        for (const { id, weight } of auditRefs) {
          const { score, displayValue = "" } = lhr.audits[id];
          if (weight && score !== null && score < 1) failed.add(`${id} ${score} ${displayValue}`);
        }
      }
      measured.push({ url, scores, failed: [...failed] });
    }
  } finally {
    chrome.kill();
  }
  process.stdout.write(JSON.stringify(measured));
}

main(...process.argv.slice(2));
