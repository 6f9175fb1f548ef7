import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { fetchData } from "./data.js";

const how = { integrity: "sha256-x", cache: "default", lost: "it did not arrive whole" };
const whole = { ok: true };

/** A network that fails as often as is said, and tells what was asked for. */
const network = (failures, { onLine = true } = {}) => {
  const asked = [];
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { onLine } });
  globalThis.fetch = async (address, { cache, integrity }) => {
    asked.push(`${address} ${cache} ${integrity}`);
    if (asked.length <= failures) throw new TypeError("Failed to fetch");
    return whole;
  };
  return asked;
};
const { fetch } = globalThis;
afterEach(() => { globalThis.fetch = fetch; });

test("what arrives whole is fetched once, and checked", async () => {
  const asked = network(0);
  assert.equal(await fetchData("data.txt", how), whole);
  assert.deepEqual(asked, ["data.txt default sha256-x"]);
});

test("what came broken comes anew", async () => {
  const asked = network(1);
  assert.equal(await fetchData("data.txt", how), whole);
  assert.deepEqual(asked, ["data.txt default sha256-x", "data.txt reload sha256-x"]);
});

test("what stays broken is said to be, after two tries", async () => {
  const asked = network(9);
  await assert.rejects(fetchData("data.txt", how), { message: how.lost });
  assert.equal(asked.length, 2);
});

test("without a network nothing is tried again", async () => {
  const asked = network(9, { onLine: false });
  await assert.rejects(fetchData("data.txt", how), { message: "Failed to fetch" });
  assert.equal(asked.length, 1);
});
