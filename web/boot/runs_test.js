import assert from "node:assert/strict";
import { test } from "node:test";
import { canRun } from "./runs.js";

test("a program runs where WebAssembly is, and not where it is gone or forbidden", () => {
  assert.equal(canRun(), true);
  const { WebAssembly } = globalThis;
  delete globalThis.WebAssembly;
  assert.equal(canRun(), false);
  globalThis.WebAssembly = { Module: class { constructor() { throw new EvalError("refused"); } } };
  assert.equal(canRun(), false);
  globalThis.WebAssembly = WebAssembly;
});
