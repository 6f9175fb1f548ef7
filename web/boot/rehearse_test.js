import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.document = { documentElement: { dataset: {} } };
const { dummyEntry } = await import("./rehearse.js");

test("a dummy entry answers every kind of control with what it accepts", () => {
  const options = ["", "a", "b", "c", "d", "e", "f"].map((value) => ({ value }));
  for (const [control, want] of [
    [{ name: "hours", type: "text", value: "" }, [["hours", "2"]]],
    [{ name: "overflow", type: "radio", value: "often" }, [["overflow", "often"]]],
    [{ name: "country", type: "select-one", value: "", options }, [["country", "e"]]],
    [{ name: "country", type: "select-one", value: "", options: options.slice(0, 2) }, [["country", "a"]]],
    [{ name: "protections", type: "checkbox", value: "none" }, []], // it would exclude the others
    [{ name: "shares.video", type: "range", value: "0" }, []],
    [{ name: "", type: "button", value: "" }, []],
  ]) assert.deepEqual(dummyEntry(control), want, control.type);
});
