import assert from "node:assert/strict";
import { test } from "node:test";
import { forget, fresh, isErased, isPersistent, keepOpened, readDraft, store, writeDraft } from "./storage.js";

const site = { pack: "social-media-manager", base: "/tools/check/" };

// A stand-in for web storage, which may refuse.
const storage = (entries, refuses = () => false) => {
  const kept = new Map(Object.entries(entries));
  const check = (key) => { if (refuses(key)) throw new DOMException("full", "QuotaExceededError"); };
  return {
    get length() { return kept.size; },
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => { check(key); kept.set(key, value); },
    removeItem: (key) => { check(key); kept.delete(key); },
    keys: () => [...kept.keys()].sort(),
  };
};

test("erasing takes what is common, this site's and this questionnaire's, and nothing else", () => {
  for (const [key, want] of [
    ["bothends.theme", true],
    ["bothends.lang", true],
    ["bothends.draft:social-media-manager/tools/check/", true],
    ["bothends.record.abc-1:social-media-manager/tools/check/", true],
    ["bothends.record.abc-1:social-media-manager/", true], // the same questionnaire at another address
    ["bothends.record.abc-1:newsroom/tools/check/", true], // another one that stood here
    ["bothends.record.abc-1:newsroom/", false],
    ["bothends.draft:newsroom/elsewhere/", false],
    ["theirs", false],
    ["bothendsish", false],
  ]) assert.equal(isErased(key, site), want, key);
});

test("forgetting goes through all of a storage, whatever order its keys have", () => {
  const area = storage({
    "bothends.theme": "dark", other: "1", "bothends.draft:social-media-manager/tools/check/": "{}",
    "bothends.draft:newsroom/": "{}", "bothends.lang": "fr",
  });
  forget(area, site);
  assert.deepEqual(area.keys(), ["bothends.draft:newsroom/", "other"]);
});

test("a storage that refuses stops nothing", () => {
  const area = storage({ "bothends.theme": "dark" }, () => true);
  assert.equal(store(area, "a", "b"), false);
  forget(area, site);
  forget({ get length() { throw new Error("blocked"); } }, site);
  assert.equal(store(storage({}), "a", "b"), true);
});

test("a draft is read as it was written", () => {
  const draft = { v: 1, answers: { weekly_hours: ["38,5"] }, proposed: {}, step: 3, done: false };
  assert.deepEqual(readDraft(writeDraft(draft)), draft);
});

test("what cannot be read is no draft", () => {
  for (const text of [null, "", "null", "{", "[]", "7", '"text"', '{"v":2,"answers":{"a":["b"]}}', '{"answers":{}}']) {
    assert.deepEqual(readDraft(text), fresh(), String(text));
  }
  assert.deepEqual(readDraft('{"v":1,"answers":null,"step":2}'), { ...fresh(), step: 2 });
});

test("a draft in which nothing was done is not kept", () => {
  assert.equal(writeDraft(fresh()), null);
  for (const change of [{ step: 2 }, { done: true }, { step: "result" }, { answers: { a: ["b"] } }]) {
    assert.notEqual(writeDraft({ ...fresh(), ...change }), null, JSON.stringify(change));
  }
});

test("what the program hands over is a draft, opened at its beginning or at its result", () => {
  const answers = { weekly_hours: ["38,5"] };
  for (const [opened, want, taken] of [
    [{ answers, done: true }, { v: 1, answers, proposed: {}, step: "result", done: true }, null],
    [{ answers, done: false, taken: "Two answers." }, { v: 1, answers, proposed: {}, step: 1, done: false }, "Two answers."],
  ]) {
    const area = storage({ taken: "before" });
    assert.equal(keepOpened(area, "draft", "taken", opened), true);
    assert.deepEqual(JSON.parse(area.getItem("draft")), want);
    assert.equal(area.getItem("taken"), taken);
  }
});

test("what cannot be kept whole is not kept at all", () => {
  for (const full of ["draft", "taken"]) {
    const area = storage({ draft: "before" }, (key) => key === full);
    assert.equal(keepOpened(area, "draft", "taken", { answers: {}, done: true, taken: "x" }), false, full);
    assert.equal(area.getItem("draft"), "before", full);
  }
});

test("a stand-in does not outlive the page", () => {
  assert.equal(isPersistent({ toString: () => "[object Storage]" }), true);
  assert.equal(isPersistent(storage({})), false);
});
