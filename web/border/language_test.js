import assert from "node:assert/strict";
import { test } from "node:test";

import { languageOf } from "./language.js";

test("a reader gets the first of their languages that there is", () => {
  for (const [wanted, want] of /** @type {[(string | null | undefined)[], string | undefined][]} */ ([
    [["fr"], "fr"],
    [["fr-CA", "en"], "fr"],
    [["pt-PT", "pt-BR"], "pt-BR"],
    [["pt-BR", "en"], "pt-BR"],
    [["haw", "sr-Latn-RS", "en-GB"], "en"],
    [[null, undefined, "", "de"], undefined],
    [[], undefined],
  ])) {
    assert.equal(languageOf(wanted, (tag) => ["en", "fr", "pt-BR"].includes(tag)), want, String(wanted));
  }
});
