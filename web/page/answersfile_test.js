import assert from "node:assert/strict";
import { test } from "node:test";
import { answersFile, answersOf, numberOf } from "./answersfile.js";

test("a number is read where there is no doubt about it", () => {
  for (const [typed, want] of [
    ["46", 46], ["46.5", 46.5], ["46,5", 46.5], [" 0,25 ", 0.25], ["1850,50", 1850.5], ["1 850,50", 1850.5], ["58 000", 58000],
    ["1\u202f850", 1850], ["6'500.25", 6500.25], ["6’500", 6500], ["7h30", 7.5], ["7 h 30", 7.5], ["7:30", 7.5], ["38 h", 38], ["0,0625", 0.0625],
    ["", undefined], ["a lot", undefined], ["12.000", undefined], ["1,850.50", undefined], ["38-40", undefined], ["-5", undefined], ["1 8 5", undefined],
    ["7h75", undefined], ["7:", undefined], ["1e5", undefined], ["20 €", undefined], ["3 weeks", undefined], ["Infinity", undefined],
  ]) assert.equal(numberOf(typed), want, typed);
});

const controls = [
  { name: "weekly_hours", type: "text", value: "" }, { name: "cover_wait_days", type: "text", value: "" },
  { name: "cover_wait_days", type: "checkbox", value: "none" }, { name: "overflow", type: "radio", value: "often" },
  { name: "evenings", type: "radio", value: "2" }, { name: "duties", type: "checkbox", value: "video" },
  { name: "duties", type: "checkbox", value: "none" }, { name: "country", type: "select-one", value: "" },
  { name: "shares.video", type: "range", value: "0" },
];

test("answers have the types of the file", () => {
  for (const [values, answers, unread = []] of [
    [{}, {}],
    [{ weekly_hours: ["46,5"], overflow: ["often"], country: ["FR"] }, { weekly_hours: 46.5, overflow: "often", country: "FR" }],
    [{ evenings: ["2"] }, { evenings: 2 }],
    [{ duties: ["video", "strategy"] }, { duties: ["video", "strategy"] }],
    [{ duties: ["none"] }, { duties: [] }],
    [{ cover_wait_days: ["90"] }, { cover_wait_days: 90 }],
    [{ cover_wait_days: ["90", "none"] }, { cover_wait_days: "none" }],
    [{ "shares.video": ["12.5"], "shares.strategy": ["0"] }, { shares: { video: 12.5, strategy: 0 } }],
    [{ weekly_hours: ["24.038"], overflow: ["often"] }, { overflow: "often" }, ["weekly_hours"]],
  ]) assert.deepEqual(answersOf(values, controls), { answers, unread });
});

test("the file says what it is", () => {
  assert.equal(answersFile({ pack: "p", packVersion: "1.0.0" }, { weekly_hours: 46.5 }),
    '{\n "format": "bothends-answers",\n "version": 1,\n "pack": "p",\n "pack_version": "1.0.0",\n "answers": {\n  "weekly_hours": 46.5\n }\n}\n');
});
