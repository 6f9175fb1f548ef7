import assert from "node:assert/strict";
import { test } from "node:test";
import { Shares, sum, wholes } from "./shares.js";

const tasks = ["strategy", "video", "email", "analytics"];
const shown = (shares, ids) => Object.fromEntries(wholes(shares.exact, ids));
const total = (shares, ids) => Object.values(shown(shares, ids)).reduce((a, b) => a + b, 0);

// Chance that is the same every time (Lehmer).
const chance = (seed) => () => (seed = seed * 48271 % 2147483647) / 2147483647;

test("tasks that nobody weighed share alike, in whole numbers that add up to 100", () => {
  const shares = new Shares();
  shares.arrange(tasks.slice(0, 3));
  assert.deepEqual(shown(shares, tasks.slice(0, 3)), { strategy: 34, video: 33, email: 33 });
  assert.equal(shares.said, false);
});

test("no task at all shares nothing, and one has it all", () => {
  const shares = new Shares();
  shares.arrange([]);
  assert.deepEqual(shown(shares, []), {});
  shares.arrange(["video"]);
  assert.deepEqual(shown(shares, ["video"]), { video: 100 });
});

test("the slider that moves has its way, the others keep their proportions", () => {
  const shares = new Shares();
  shares.take(tasks, (id) => ({ strategy: 40, video: 30, email: 20, analytics: 10 })[id]);
  shares.move("strategy", 10, tasks);
  assert.deepEqual(shown(shares, tasks), { strategy: 10, video: 45, email: 30, analytics: 15 });
});

test("those set by hand keep theirs as long as the others can make up for it", () => {
  const shares = new Shares();
  shares.arrange(tasks);
  shares.move("strategy", 40, tasks);
  shares.settle();
  shares.move("video", 30, tasks);
  assert.deepEqual(shown(shares, tasks), { strategy: 40, video: 30, email: 15, analytics: 15 });
  shares.move("video", 80, tasks);
  assert.deepEqual(shown(shares, tasks), { strategy: 20, video: 80, email: 0, analytics: 0 });
});

test("a slider dragged there and back leaves everything as it was", () => {
  const shares = new Shares();
  shares.take(tasks, (id) => ({ strategy: 41, video: 29, email: 19, analytics: 11 })[id]);
  const before = shown(shares, tasks);
  for (const value of [60, 100, 3, 41]) shares.move("strategy", value, tasks);
  assert.deepEqual(shown(shares, tasks), before);
});

test("a slider at 100 takes all, and what it gives back goes where it came from", () => {
  const shares = new Shares();
  shares.take(tasks, (id) => ({ strategy: 40, video: 30, email: 20, analytics: 10 })[id]);
  shares.move("strategy", 100, tasks);
  assert.deepEqual(shown(shares, tasks), { strategy: 100, video: 0, email: 0, analytics: 0 });
  shares.settle();
  shares.move("strategy", 40, tasks);
  assert.deepEqual(shown(shares, tasks), { strategy: 40, video: 30, email: 20, analytics: 10 });
});

test("a task ticked later gets as much as the others on average", () => {
  const shares = new Shares();
  shares.take(["strategy", "video"], (id) => ({ strategy: 60, video: 40 })[id]);
  shares.arrange(["strategy", "video", "email"]);
  assert.deepEqual(shown(shares, ["strategy", "video", "email"]), { strategy: 40, video: 27, email: 33 });
});

test("given shares stay as fine as they are, and count", () => {
  const shares = new Shares();
  const given = shares.take(["strategy", "video"], (id) => ({ strategy: ["12.5"], video: ["87.5"] })[id]);
  assert.equal(given, true);
  assert.equal(shares.said, true);
  assert.deepEqual(Object.fromEntries(shares.exact), { strategy: 12.5, video: 87.5 });
});

test("where none is given nothing is said, and forgetting says nothing either", () => {
  const shares = new Shares();
  assert.equal(shares.take(tasks, () => undefined), false);
  assert.equal(shares.said, false);
  shares.equal(tasks);
  assert.equal(shares.said, true);
  shares.forget();
  assert.deepEqual([shares.said, shares.exact.size, shares.byHand.size], [false, 0, 0]);
});

test("whatever is done, whole shares add up to 100 and none is below 0", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = chance(seed), shares = new Shares();
    let ticked = tasks.slice(0, 1 + Math.floor(random() * 4));
    shares.arrange(ticked);
    for (let i = 0; i < 30; i++) {
      const choice = random();
      if (choice < 0.6 && ticked.length > 1) { // there is no slider to move where one task has all
        const id = ticked[Math.floor(random() * ticked.length)], value = Math.floor(random() * 101);
        shares.move(id, value, ticked);
        assert.equal(shown(shares, ticked)[id], value, `seed ${seed}`);
      } else if (choice < 0.8) shares.settle();
      else {
        ticked = tasks.filter(() => random() < 0.6);
        if (ticked.length === 0) ticked = ["video"];
        shares.arrange(ticked);
      }
      assert.equal(total(shares, ticked), 100, `seed ${seed}`);
      assert.ok(Math.abs(sum(shares.exact, ticked) - 100) < 1e-4, `seed ${seed}`);
      assert.ok(Object.values(shown(shares, ticked)).every((n) => n >= 0), `seed ${seed}`);
    }
  }
});
