import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf } from "./keys.js";

test("a key says what it is of", () => {
  const root = { keys: ":social-media-manager/tools/check/" };
  assert.equal(keyOf("draft", root), "bothends.draft:social-media-manager/tools/check/");
  assert.equal(keyOf("record.abc-1", root), "bothends.record.abc-1:social-media-manager/tools/check/");
});
