import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { fetchProgram } from "./program.js";

const { fetch } = globalThis;
afterEach(() => { globalThis.fetch = fetch; mock.timers.reset(); });

const whole = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const head = { ok: true, status: 200, bytes: "8" };
globalThis.location = { href: "https://example.org/en/" };

/** A browser whose workers behave as is said, and who tells what it was asked for. */
const browser = (behave) => {
  const asked = [];
  globalThis.fetch = async (address, { cache }) => {
    asked.push(`page: ${address} ${cache}`);
    return new Response(whole, { headers: { "content-type": "application/wasm", "content-length": "8" } });
  };
  globalThis.Worker = class {
    constructor(script) { behave.start?.(script); queueMicrotask(() => behave.started?.(this, (data) => this.onmessage({ data }))); }
    postMessage({ address, cache }) {
      asked.push(`worker: ${address} ${cache}`);
      behave.asked?.((data) => this.onmessage({ data }), this);
    }
    terminate() { asked.push("ended"); }
  };
  return asked;
};
const ready = (_, say) => say({ ready: true });
const inPage = "page: /web/app.wasm default";
const inWorker = "worker: https://example.org/web/app.wasm default";
const what = { script: "/web/compile.js", address: "/web/app.wasm", cache: "default" };

test("a worker fetches and compiles, and stays", async () => {
  const module = new WebAssembly.Module(whole);
  const asked = browser({ started: ready, asked: (say) => { say({ head }); queueMicrotask(() => say({ module })); } });
  const program = await fetchProgram(what);
  assert.deepEqual(program.head, head);
  assert.equal(await program.module, module);
  assert.deepEqual(asked, [inWorker]);
});

test("where there is no worker, or none that does it, the page does it, once", async () => {
  for (const [name, behave, want] of [
    ["none is wanted", {}, [inPage]],
    ["it is refused", { start: () => { throw new Error("refused"); } }, [inPage]],
    ["its script does not come", { started: (worker) => worker.onerror({ preventDefault() {} }) }, ["ended", inPage]],
    ["it cannot hand the module over", { started: ready, asked: (say) => { say({ head }); queueMicrotask(() => say({ refused: true })); } }, [inWorker, "ended", inPage]],
    ["the page cannot take the module", { started: ready, asked: (say, worker) => { say({ head }); queueMicrotask(() => worker.onmessageerror({})); } }, [inWorker, "ended", inPage]],
  ]) {
    const asked = browser(behave);
    const program = await fetchProgram(name === "none is wanted" ? { ...what, script: undefined } : what);
    assert.ok(await program.module instanceof WebAssembly.Module, name);
    assert.deepEqual(program.head, head, name);
    assert.deepEqual(asked.filter((line) => line !== "ended" || want.includes("ended")).slice(-want.length), want, name);
  }
});

test("a worker that says nothing is not waited for", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const asked = browser({});
  const program = fetchProgram(what);
  mock.timers.tick(4000);
  assert.ok(await (await program).module instanceof WebAssembly.Module);
  assert.deepEqual(asked.slice(-2), ["ended", inPage]);
});

test("a fault of the program is told as it is, and not tried again by the page", async () => {
  for (const [message, tell] of [
    ["Failed to fetch", (say) => say({ error: "Failed to fetch" })],
    ["expected magic word", (say) => { say({ head }); queueMicrotask(() => say({ error: "expected magic word" })); }],
  ]) {
    const asked = browser({ started: ready, asked: tell });
    await assert.rejects(async () => (await fetchProgram(what)).module, { message });
    assert.ok(!asked.includes(inPage), message);
  }
});

test("a file that is not there is told by its status", async () => {
  browser({ started: ready, asked: (say) => { say({ head: { ok: false, status: 404, bytes: null } }); say({ module: undefined }); } });
  const { head: { ok, status } } = await fetchProgram(what);
  assert.deepEqual([ok, status], [false, 404]);
});
