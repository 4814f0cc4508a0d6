/* stylelint for the style sheets of the site: stylelint-config-standard, apart from the rules below. */

const WORDS = "[a-z0-9]+(-[a-z0-9]+)*";

export default {
  extends: "stylelint-config-standard",
  rules: {
    // Classes are named block__element--modifier, as those of Material for MkDocs are.
    "selector-class-pattern": `^${WORDS}(__${WORDS})?(--${WORDS})?$`,
    // Material for MkDocs names its properties so: --md-primary-fg-color--light.
    "custom-property-pattern": `^${WORDS}(--${WORDS})?$`,
    // Browsers older than 2023 leave out a media query that is written as a range.
    "media-feature-range-notation": "prefix",
    // Rules stand by what they are about, not by how specific they are; to sort them anew would change which wins.
    "no-descending-specificity": null,
    // The names of typefaces are written as their makers write them.
    "value-keyword-case": ["lower", { ignoreProperties: ["/^--/"] }],
  },
};
