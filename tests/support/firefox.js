// Drives Firefox over WebDriver BiDi. Arguments: the folder node_modules, the browser's program. Reads from standard input
// {pages: [address], search: {address, words}, filter: {address, field, words, rows}}; writes {faults: [[address, what]],
// results: the addresses of what the search found, rows: [shown before, shown after the filter]}.
const fs = require("fs");

async function main(modules, program) {
  const puppeteer = require(require.resolve("puppeteer-core", { paths: [modules] }));
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: program, headless: true });
  const faults = [];
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const fault = (what) => faults.push([page.url(), what]);
    page.on("pageerror", (error) => fault(error.message));
    page.on("console", (message) => message.type() === "error" && fault(message.text()));
    page.on("requestfailed", (request) => fault(`${request.url()} ${request.failure()?.errorText}`));
    page.on("response", (answer) => answer.status() >= 400 && fault(`${answer.url()} ${answer.status()}`));
    const { pages, search, filter } = JSON.parse(fs.readFileSync(0, "utf8"));
    for (const address of pages) await opened(page, address);
    const results = await searched(page, search);
    const rows = await filtered(page, filter);
    process.stdout.write(JSON.stringify({ faults, results, rows }));
  } finally {
    await browser.close();
  }
}

/** Opens a page and waits until all its scripts have run, also those that scripts ask for. */
async function opened(page, address) {
  await page.goto(address, { waitUntil: "networkidle0" });
  await page.evaluate(async () => {
    const ours = () => performance.getEntriesByType("resource").map(({ name }) => name)
      .filter((name) => /\/assets\/dossier\/[\w-]+\.js$/.test(name));
    for (let known = -1; ours().length !== known; ) {
      known = ours().length;
      await Promise.all(ours().map((name) => import(name)));
    }
  });
  await page.waitForNetworkIdle();
}

/** The addresses of the results that a reader sees who types words into the search in the header. */
async function searched(page, { address, words }) {
  await opened(page, address);
  await page.type(".md-header [data-search] input", words);
  await page.waitForSelector("a[data-result]", { visible: true });
  await page.waitForNetworkIdle();
  await page.keyboard.press("Enter");
  const told = (asked) => document.querySelector("[data-search-page] [role=status]")?.textContent.includes(asked);
  await page.waitForFunction(told, {}, words);
  return page.$$eval("[data-search-page] a[data-result]", (links) => links.map(({ href }) => href));
}

/** How many rows are shown before and after words are typed into a field. */
async function filtered(page, { address, field, words, rows }) {
  const shown = () => page.$$eval(rows, (all) => all.filter((one) => one.checkVisibility()).length);
  await opened(page, address);
  await page.waitForSelector(field, { visible: true });
  const before = await shown();
  await page.type(field, words);
  await page.waitForFunction(
    (css, number) => [...document.querySelectorAll(css)].filter((one) => one.checkVisibility()).length !== number,
    { timeout: 10000 },
    rows,
    before,
  );
  return [before, await shown()];
}

main(...process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
