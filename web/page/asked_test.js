import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { holds, proposed } from "./asked.js";

test("conditions are about answers that are there, or not", () => {
  const cases = /** @type {const} */ ([
    ["met=often|always", {}, false],
    ["met=often|always", { met: ["always"] }, true],
    ["met=often|always", { met: ["never"] }, false],
    ["status!own", {}, true],
    ["status!own", { status: ["own"] }, false],
    ["status!own", { status: ["both"] }, true],
    ["amount+", { amount: ["3"] }, true],
    ["amount+", {}, false],
    ["amount-", {}, true],
    ["amount- met=often", { amount: ["3"], met: ["often"] }, true],
    ["amount- met=often", { amount: ["3"] }, false],
    ["money!EUR&land=FR|DE", { money: ["USD"], land: ["DE"] }, true],
    ["money!EUR&land=FR|DE", { money: ["EUR"], land: ["DE"] }, false],
    ["money!EUR&land=FR|DE", { money: ["USD"], land: ["US"] }, false],
  ]);
  for (const [conditions, answers, want] of cases) deepEqual(holds(conditions, /** @type {any} */ (answers)), want, conditions);
});

test("proposed is a difference above nothing, or a fixed number", () => {
  deepEqual(proposed("week-contract", undefined, { week: ["43,5"], contract: ["35"] }), 8.5);
  deepEqual(proposed("week-contract", undefined, { week: ["0.3"], contract: ["0.1"] }), 0.2);
  deepEqual(proposed("week-contract", undefined, { week: ["35"], contract: ["35"] }), null);
  deepEqual(proposed("week-contract", undefined, { week: ["35"] }), null);
  deepEqual(proposed("week-contract", undefined, { week: ["7h30"], contract: ["5"] }), null);
  deepEqual(proposed("0", "country=FR|GB", { country: ["FR"] }), 0);
  deepEqual(proposed("0", "country=FR|GB", { country: ["US"] }), null);
});
