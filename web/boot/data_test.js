import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { fetchData, mended, readData } from "./data.js";

const text = "bothends-data 1\nwords\n";
const integrity = "sha256-" + btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))));
const how = { integrity, cache: "default", lost: "it did not arrive whole" };
const whole = { ok: true };

/** A network whose checked answers fail as often as is said, and which tells what was
 * asked for; held is what it gives unchecked, if anything. */
const network = (failures, { onLine = true, held } = {}) => {
  const asked = [];
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { onLine } });
  globalThis.fetch = async (address, { cache, integrity }) => {
    asked.push(`${address} ${cache}${integrity ? " checked" : ""}`);
    if (!integrity && held !== undefined) return new Response(held, { status: held ? 200 : 404 });
    if (asked.filter((line) => line.endsWith("checked")).length <= failures) throw new TypeError("Failed to fetch");
    return whole;
  };
  return asked;
};
const { fetch } = globalThis;
afterEach(() => { globalThis.fetch = fetch; });

test("what arrives whole is fetched once, and checked", async () => {
  const asked = network(0);
  assert.equal(await fetchData("data.txt", how), whole);
  assert.deepEqual(asked, ["data.txt default checked"]);
});

test("what came broken comes anew", async () => {
  const asked = network(1, { held: "bro" });
  assert.equal(await fetchData("data.txt", how), whole);
  assert.deepEqual(asked, ["data.txt default checked", "data.txt default", "data.txt reload checked"]);
});

test("what stays broken is said to be, after two tries", async () => {
  const asked = network(9);
  await assert.rejects(fetchData("data.txt", how), { message: how.lost });
  assert.equal(asked.filter((line) => line.endsWith("checked")).length, 2);
});

test("what comes whole and is something else is not taken", async () => {
  network(9, { held: "<!doctype html>" });
  await assert.rejects(fetchData("data.txt", how), { message: how.lost });
});

test("a file that is gone is told by its status", async () => {
  network(9, { held: "" });
  assert.equal((await fetchData("data.txt", how)).status, 404);
});

test("line ends and marks that a host has put there are taken out", async () => {
  for (const held of [text.replaceAll("\n", "\r\n"), "\ufeff" + text, "\ufeff" + text.replaceAll("\n", "\r\n")]) {
    for (const onLine of [true, false]) {
      network(9, { held, onLine });
      assert.equal(await (await fetchData("data.txt", how)).text(), text);
    }
  }
});

test("nothing else is taken out", () => {
  for (const [bytes, want] of [
    [[], []], [[13], [13]], [[13, 13, 10], [13, 10]], [[10, 13], [10, 13]], [[0xef, 0xbb], [0xef, 0xbb]], [[65, 0xef, 0xbb, 0xbf], [65, 0xef, 0xbb, 0xbf]],
  ]) assert.deepEqual([...mended(Uint8Array.from(bytes))], want);
});

test("without a network nothing is tried again", async () => {
  const asked = network(9, { onLine: false });
  await assert.rejects(fetchData("data.txt", how), { message: "Failed to fetch" });
  assert.equal(asked.filter((line) => line.endsWith("checked")).length, 1);
});

test("the data holds words, and which questionnaire this is", () => {
  const data = 'bothends-data 1\n-- interface.json --\n{"a.b":"words: {n}"}\n-- pack.json --\n{"id":"p","version":"1.2.0"}\n-- end --\n';
  assert.deepEqual(readData(data), { words: { "a.b": "words: {n}" }, pack: "p", packVersion: "1.2.0" });
});
