/* ESLint for the scripts of the site. Its packages are in NODE_MODULES where that is set, as it is in tests/site/test_lint.py. */

import { createRequire } from "node:module";
import { join } from "node:path";

const folder = process.env.NODE_MODULES ?? join(import.meta.dirname, "node_modules");
const fromEslint = createRequire(join(folder, "eslint", "package.json"));
const js = fromEslint("@eslint/js");
const fromLegacy = createRequire(fromEslint.resolve("@eslint/eslintrc"));
const globals = fromLegacy("globals");

export default [
  js.configs.recommended,
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2023, sourceType: "module", globals: { ...globals.browser, say: "readonly" } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
  },
];
