// Reads files with citation-js. Reads from standard input {files: [text]}; writes the items of each as CSL-JSON.
const fs = require("fs");
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-csl");
require("@citation-js/plugin-ris");

const { files } = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(files.map((text) => new Cite(text).data.map(({ _graph, ...item }) => item))));
