// What is likely wrong in a script of web/. Undefined names are left to
// "tsc --checkJs", which knows what browsers have.
import js from "@eslint/js";

export default [
  js.configs.recommended,
  {
    files: ["web/**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-undef": "off",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", caughtErrors: "none" }],
      "no-unused-expressions": ["error", { allowTernary: true }],
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-control-regex": "off", // a file with such signs in it is no text
      "array-callback-return": "error",
      "consistent-this": "error",
      "default-case-last": "error",
      "eqeqeq": "error",
      "no-alert": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-self-compare": "error",
      "no-template-curly-in-string": "error",
      "no-unmodified-loop-condition": "error",
      "no-unreachable-loop": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "radix": "error",
      // Neither the page's markup nor its address is made of text that somebody wrote.
      "no-restricted-properties": ["error",
        { property: "innerHTML", message: "use textContent or elements" },
        { property: "outerHTML", message: "use textContent or elements" },
        { property: "insertAdjacentHTML", message: "use textContent or elements" },
        { object: "document", property: "write", message: "use elements" }],
    },
  },
];
