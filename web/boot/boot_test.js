import assert from "node:assert/strict";
import { test } from "node:test";
import { cacheMode, isGone } from "./attempts.js";
import { filled, megabytes } from "./box.js";
import { isMetered } from "./metered.js";

test("only a connection that says so is metered", () => {
  for (const [connection, want] of [
    [undefined, false], [{}, false], [{ type: "wifi" }, false], [{ saveData: false, type: "ethernet" }, false],
    [{ saveData: true }, true], [{ type: "cellular" }, true], [{ saveData: true, type: "wifi" }, true],
  ]) assert.equal(isMetered(connection), want, JSON.stringify(connection));
});

test("what came broken comes anew the second time", () => {
  assert.deepEqual([0, 1, 2].map(cacheMode), ["default", "reload", "reload"]);
});

test("only a file that is gone for good asks for another load of the page", () => {
  assert.deepEqual([200, 404, 410, 500, 502, 503, 429].filter(isGone), [404, 410]);
});

test("megabytes have one decimal and the point of the language", () => {
  assert.equal(megabytes(1318000, "."), "1.3");
  assert.equal(megabytes("1318000", ","), "1,3");
  assert.equal(megabytes(1318000), "1.3");
});

test("a text is filled in, and what is unknown is left out", () => {
  assert.equal(filled("{size} MB of {what}", { size: "1.3" }), "1.3 MB of ");
  assert.equal(filled(undefined, {}), "");
});
