// Runs the program once in a worker, before a document that takes everything and
// holds nothing, so that the page finds its functions translated (see boot.js).
// Nothing leaves this worker but how far it came; the page ends it then.
onmessage = ({ data: { module, exec, env, lang, entries, ad, lexicon } }) => {
  importScripts(exec);

  // What the program reads as text or as a number. All else is anything.
  const facts = { lang, length: 0, nodeName: "", name: "", value: ad || "", lexicon, textContent: "", type: "", search: "" };
  const roots = ["ad", "history", "group"]; // by which cmd/wasm tells pages apart
  const listeners = {};
  const end = (how) => setTimeout(postMessage, 0, how);
  const own = {
    addEventListener: (name, listener) => { listeners[name] = listener; },
    getElementById: (id) => (roots.includes(id) && (id !== "ad" || ad === null) ? null : anything),
    // Of a result, and of what was found in an ad, the program tells when it is whole.
    dispatchEvent: ({ type, detail }) => {
      if (type === "bothends:whole") end("result");
      if (type === "bothends:show" && detail !== "result") end(detail);
      return true;
    },
  };
  const anything = new Proxy(function () {}, {
    get: (_, name) => facts[name] ?? own[name] ?? (name === "pending" ? undefined : anything),
    set: (_, name) => {
      if (name === "ready") setTimeout(() => listeners[ad === null ? "bothends:finish" : "bothends:read"]({}));
      return true;
    },
    deleteProperty: () => true,
    apply: () => anything,
    construct: () => anything,
  });
  self.document = self.localStorage = self.sessionStorage = anything;
  self.addEventListener = () => {};
  self.FormData = function () { return entries; };

  const go = new Go();
  go.env = env;
  WebAssembly.instantiate(module, go.importObject).then((instance) => go.run(instance)).then(() => postMessage("failed"));
};
