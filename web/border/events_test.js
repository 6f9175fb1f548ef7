import assert from "node:assert/strict";
import { test } from "node:test";
import { listen, tell } from "./events.js";

test("an event goes over the document with what it carries, and can be prevented", () => {
  globalThis.document = new EventTarget();
  globalThis.CustomEvent ??= class extends Event {
    constructor(name, given) { super(name, given); this.detail = given.detail; }
  };
  const heard = [];
  document.addEventListener("bothends:show", (event) => heard.push(event.type));
  listen("show", (detail) => heard.push(detail));
  assert.equal(tell("show", "result"), true);
  assert.deepEqual(heard, ["bothends:show", "result"]);
  listen("view", (_, event) => event.preventDefault());
  assert.equal(tell("view"), false);
});
