// Fetches and starts the program behind the reader's back. The page works
// before it comes, and nothing here covers or moves it: [data-boot] tells how
// far it is. go-app reads its settings from the program's environment, so no
// global is needed.
(() => {
  const { wasm, bytes, exec, rehearsal, worker } = document.currentScript.dataset;
  const root = document.documentElement;
  const { base, version } = root.dataset;
  if (new URLSearchParams(location.search).get("wasm") === "false") return;

  const tell = (name) => document.dispatchEvent(new CustomEvent(`bothends:${name}`));
  // By hand: the first Intl.NumberFormat with a unit takes a slow phone 0.1 s.
  const megabytes = (n) => (n / 1e6).toFixed(1).replace(".", root.lang === "fr" ? "," : ".");

  // ---- what is said meanwhile ------------------------------------------------

  // state is "loading", "failed" or "" (done); the box carries what to say.
  const say = (state, fill = {}) => {
    const box = document.querySelector("[data-boot]");
    if (!box) return;
    const set = (selector, property, value) => {
      const element = box.querySelector(selector);
      if (element) element[property] = value;
    };
    const text = (box.dataset[state] || "").replace(/\{(\w+)\}/g, (_, name) => fill[name] || "");
    set("[data-boot-text]", "textContent", text);
    set("progress", "hidden", state !== "loading");
    set("[data-act=retry]", "hidden", state !== "failed");
    box.dataset.boot = state;
    box.hidden = !state;
  };

  // ---- the program -------------------------------------------------------------

  const script = (src) => window.Go || new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = src;
    element.onload = resolve;
    element.onerror = () => { element.remove(); reject(new TypeError(src)); };
    document.head.append(element);
  });

  // Starting blocks the page for a moment: rather while nobody types.
  const idle = () => new Promise((resolve) => {
    if (root.dataset.pending || !window.requestIdleCallback) setTimeout(resolve);
    else requestIdleCallback(resolve, { timeout: 1500 });
  });

  // Chromium translates each function of the program when it is first called, on
  // the thread that calls it: of the time that starting takes, and of the first
  // result, this is most. A copy beside the page does both before, with made-up
  // answers, and the translation serves the page too (web/rehearsal.js). Even with
  // two processors the page is blocked for 0.2 s then, and for 0.7 s without.
  // Somebody who waits for a result does not wait for that.
  let hurry = () => {};
  const rehearse = (module, env) => new Promise((resolve) => {
    const form = document.querySelector("#checkup");
    const example = document.querySelector("#ad-example");
    const { lexicon } = document.querySelector("#ad") || {}; // which may not have come
    if (!navigator.userAgentData || root.dataset.pending || !form && !lexicon) return resolve();
    let copy;
    hurry = (how) => {
      root.dataset.rehearsed ||= how;
      if (copy) copy.terminate();
      resolve();
    };
    setTimeout(hurry, 5000, "late");
    try {
      copy = new Worker(rehearsal);
    } catch {
      return hurry("refused"); // in a frame that may do little
    }
    copy.onmessage = ({ data }) => hurry(data);
    copy.onerror = (event) => { event.preventDefault(); hurry("failed"); };
    copy.postMessage({
      module, exec, env, lang: root.lang, entries: form ? [...form.elements].flatMap(made) : [],
      ad: example && example.textContent, lexicon,
    });
  });
  // Something that can be answered everywhere.
  const made = ({ name, type, value, options }) => {
    if (!name || type === "range" || value === "none") return [];
    if (options) return [[name, options[Math.min(5, options.length - 1)].value]];
    return [[name, type === "text" ? "2" : value]];
  };

  let state = "";
  let gone = false; // only another load of the page can help
  let tries = 0;

  async function start() {
    if (state === "loading" || state === "running") return;
    state = "loading";
    say("loading", { size: megabytes(bytes) });
    try {
      if (document.querySelector("#checkup") && !root.dataset.stepped) {
        gone = true; // without web/page.js no button works
        throw new TypeError("page.js");
      }
      // What came broken may have been kept: the second time it comes anew.
      const cache = tries++ ? "reload" : "default";
      const [response] = await Promise.all([fetch(wasm, { priority: "low", cache }), script(exec)]);
      if (!response.ok) {
        gone = response.status === 404 || response.status === 410;
        throw new Error(`HTTP ${response.status}`);
      }
      say("loading", { size: megabytes(response.headers.get("content-length") || bytes) });
      const go = new window.Go();
      go.env = {
        GOAPP_VERSION: version,
        GOAPP_ROOT_PREFIX: base.replace(/\/$/, ""),
        GOAPP_STATIC_RESOURCES_URL: `${base}web`,
      };
      // The response goes in as it came: only then can the browser keep the
      // compiled program for the next visit.
      const streams = WebAssembly.instantiateStreaming &&
        (response.headers.get("content-type") || "").startsWith("application/wasm");
      const module = await (streams
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await response.arrayBuffer()));
      await rehearse(module, go.env);
      const instance = await WebAssembly.instantiate(module, go.importObject);
      await idle();
      new MutationObserver(() => say("")).observe(root, { attributeFilter: ["data-ready"] });
      const ended = go.run(instance);
      state = "running";
      ended.then(() => fail(new Error("the program has ended")));
      keepOffline();
    } catch (error) {
      fail(error);
    }
  }

  function fail(error) {
    // A program that ran and ended cannot be run again in this page.
    gone ||= state === "running";
    state = "failed";
    console.error("Both Ends could not start:", error);
    const box = document.querySelector("[data-boot]");
    const offline = navigator.onLine === false && box && box.dataset.offline;
    say("failed", { why: offline || error.message });
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-act]");
    if (!target) return;
    if (target.dataset.act === "finish" || target.dataset.act === "read") hurry("late");
    if (target.dataset.act === "retry") gone ? location.reload() : start();
    if (target.dataset.act === "update") update();
    if (target.dataset.act === "keep-offline") {
      target.parentElement.remove();
      keepOffline(true);
    }
  });
  addEventListener("online", () => { if (state === "failed" && !gone) start(); });

  // ---- offline, and new versions -------------------------------------------------

  let registration;
  let taking = false; // the reader asked for the new version

  const offer = () => {
    for (const notice of document.querySelectorAll("[data-update]")) notice.hidden = false;
    tell("update");
    const said = document.querySelector("#said");
    const notice = document.querySelector("[data-update]");
    if (said && notice) said.textContent = notice.firstChild.textContent;
  };
  const update = () => {
    const next = registration && registration.waiting;
    if (!next) return location.reload();
    taking = true;
    next.addEventListener("statechange", () => { if (next.state === "activated") location.reload(); });
    next.postMessage({ type: "skip-waiting" });
  };

  // Where the connection is paid by the megabyte, or saves data, nothing is kept
  // before the reader has said so.
  const metered = () => {
    const { saveData, type } = navigator.connection || {};
    return saveData || type === "cellular";
  };
  const ask = () => {
    const box = document.querySelector("[data-boot]");
    if (!box || !box.dataset.metered) return;
    const question = document.createElement("p");
    const button = document.createElement("button");
    question.className = "notice";
    question.textContent = `${box.dataset.metered.replace("{size}", megabytes(bytes))} `;
    button.type = "button";
    button.dataset.act = "keep-offline";
    button.textContent = box.dataset.keep;
    question.append(button);
    box.after(question);
  };

  // Refused in sandboxed frames, in some private modes and without https: then
  // the page simply needs the network. In a frame of another site a worker
  // would keep a second copy that only that site's page could ever open.
  async function keepOffline(wanted) {
    if (window.parent !== window) return;
    try {
      const workers = navigator.serviceWorker;
      if (!wanted && metered() && !(await workers.getRegistration(base))) return ask();
      let used = !!workers.controller;
      workers.addEventListener("controllerchange", () => {
        if (used && !taking) offer(); // it was taken in another tab, and this page goes on
        used = true;
      });
      registration = await workers.register(worker, { scope: base, updateViaCache: "none" });
      // It may be there before it is heard of: then no change of state follows. The
      // version before may keep the site without holding this page, which was
      // loaded while that one started, or past it.
      const watch = (next) => {
        const look = () => { if (next.state === "installed" && registration.active) offer(); };
        if (!next) return;
        look();
        next.addEventListener("statechange", look);
      };
      watch(registration.waiting);
      watch(registration.installing);
      registration.addEventListener("updatefound", () => watch(registration.installing || registration.waiting));
      // A page that was loaded before its version was kept is held by no worker,
      // and the next one would not wait for it.
      const { active } = await workers.ready;
      if (!workers.controller) active.postMessage({ type: "claim", of: version });
      root.dataset.offline = "ready";
      tell("offline-ready");
    } catch { /* see above */ }
  }

  if (document.readyState === "complete") setTimeout(start);
  else addEventListener("load", () => setTimeout(start));
})();
