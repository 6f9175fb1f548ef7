// Warms Chromium's code cache in a worker (see web/boot/rehearse.js): runs start-up
// and one scoring, or one reading of an ad, with dummy form entries, before a
// document that takes everything and holds nothing. Nothing leaves this worker but
// how far it came; the page ends it then.
const own = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** @param {MessageEvent<any>} event */
own.onmessage = ({ data: { module, exec, env, data, lang, entries, ad, lexicon } }) => {
  own.importScripts(exec);

  // What the program reads as text or as a number. All else is anything.
  /** @type {Record<string | symbol, unknown>} */
  const facts = { data, lang, length: 0, nodeName: "", name: "", value: ad || "", lexicon, textContent: "", type: "", search: "" };
  const roots = ["ad", "history", "group", "hours"]; // by which cmd/wasm tells pages apart
  /** @type {Record<string, (event: object) => void>} */
  const listeners = {};
  /** @param {unknown} how */
  const end = (how) => setTimeout(() => own.postMessage(how));
  /** @type {Record<string | symbol, unknown>} */
  const methods = {
    addEventListener: (/** @type {string} */ name, /** @type {(event: object) => void} */ listener) => { listeners[name] = listener; },
    getElementById: (/** @type {string} */ id) => (roots.includes(id) && (id !== "ad" || ad === null) ? null : anything),
    // Of a result, and of what was found in an ad, the program tells when it is whole.
    dispatchEvent: (/** @type {CustomEvent} */ { type, detail }) => {
      if (type === "bothends:whole") end("result");
      if (type === "bothends:show" && detail !== "result") end(detail);
      return true;
    },
  };
  /** @type {any} */
  const anything = new Proxy(function () {}, {
    get: (_, name) => facts[name] ?? methods[name] ?? (name === "pending" ? undefined : anything),
    set: (_, name) => {
      if (name === "ready") setTimeout(() => listeners[ad === null ? "bothends:finish" : "bothends:read"]({}));
      return true;
    },
    deleteProperty: () => true,
    apply: () => anything,
    construct: () => anything,
  });
  const globals = /** @type {any} */ (own);
  globals.document = globals.localStorage = globals.sessionStorage = anything;
  globals.addEventListener = () => {};
  globals.FormData = function () { return entries; };

  const go = new globals.Go();
  go.env = env;
  WebAssembly.instantiate(module, go.importObject).then((instance) => go.run(instance)).then(() => own.postMessage("failed"));
};
