// Fetches and starts the program behind the reader's back. The page works
// before it comes, and nothing here covers or moves it: [data-boot] tells how
// far it is. go-app reads its settings from the program's environment, so no
// global is needed.
import { listen } from "./border/events.js";
import { cacheMode, isGone } from "./boot/attempts.js";
import { box, filled, megabytes, show } from "./boot/box.js";
import { fetchData, readData } from "./boot/data.js";
import { keepOffline, update } from "./boot/offline.js";
import { offerFile } from "./boot/never.js";
import { fetchProgram } from "./boot/program.js";
import { hurry, rehearse } from "./boot/rehearse.js";
import { returnText } from "./boot/returning.js";
import { canRun } from "./boot/runs.js";

const { data = "", integrity = "", wasm = "", bytes = "", exec = "", compile, rehearsal, worker } = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-wasm]")).dataset;
const root = document.documentElement;
const { base = "/", version = "" } = root.dataset;

/** @param {RequestCache} cache */
const fetchOwn = (cache) => fetchData(data, { integrity, cache, lost: lost() });
const lost = () => filled(box()?.dataset.lost, { file: data });
/** What the page itself does not hold, because hardly anybody needs it. */
const told = async () => {
  const file = await fetchOwn("default");
  if (!file.ok) throw new Error(`HTTP ${file.status}`);
  return readData(await file.text());
};
const files = { worker, bytes, told };

/** @param {string} src
 * @returns {Promise<unknown> | unknown} */
const script = (src) => /** @type {any} */ (window).Go || new Promise((resolve, reject) => {
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

let state = "";
let gone = false; // only another load of the page can help
let tries = 0;
let unreadable = false; // the program cannot read the data

/** @param {number | string | null} n */
const loading = (n) => show("loading", { size: megabytes(n || bytes, box()?.dataset.point) });

returnText();

async function start() {
  if (state === "loading" || state === "running" || state === "never") return;
  state = "loading";
  loading(bytes);
  try {
    if (!canRun()) {
      const about = await told();
      state = "never"; // trying again cannot help
      show("never", {}, about.words["script.never"]);
      return offerFile(about);
    }
    if (document.querySelector("#checkup") && !root.dataset.stepped) {
      gone = true; // without web/page.js no button works
      throw new TypeError("page.js");
    }
    const cache = cacheMode(tries++);
    // Only Chromium compiles on the page's own thread. Who waits already, waits less
    // for a program that no worker has to start for.
    const beside = /** @type {any} */ (navigator).userAgentData && !root.dataset.pending;
    const coming = fetchProgram({ script: beside ? compile : undefined, address: wasm, cache });
    coming.then(({ module }) => module).catch(() => {}); // it is told of below, if all else came
    const [{ head, module: compiling }, file] = await Promise.all([coming, fetchOwn(cache), script(exec)]);
    for (const { ok, status } of [head, file]) {
      if (ok) continue;
      gone = isGone(status);
      throw new Error(`HTTP ${status}`);
    }
    const own = new Uint8Array(await file.arrayBuffer());
    loading(head.bytes);
    const go = new /** @type {any} */ (window).Go();
    go.env = {
      GOAPP_VERSION: version,
      GOAPP_ROOT_PREFIX: base.replace(/\/$/, ""),
      GOAPP_STATIC_RESOURCES_URL: `${base}web`,
    };
    const module = /** @type {WebAssembly.Module} */ (await compiling);
    await rehearse({ script: rehearsal, exec, module, env: go.env, data: own });
    const instance = await WebAssembly.instantiate(module, go.importObject);
    await idle();
    new MutationObserver(() => show("")).observe(root, { attributeFilter: ["data-ready"] });
    /** @type {import("./border").Root} */ (root).data = own;
    const ended = go.run(instance);
    state = "running";
    ended.then(() => fail(new Error(unreadable ? lost() : "the program has ended")));
    keepOffline(files);
  } catch (error) {
    fail(/** @type {Error} */ (error));
  }
}

/** @param {Error} error */
function fail(error) {
  // A program that ran and ended cannot be run again in this page.
  gone ||= state === "running";
  state = "failed";
  console.error("Both Ends could not start:", error);
  const offline = navigator.onLine === false && box()?.dataset.offline;
  show("failed", { why: offline || error.message });
}

document.addEventListener("click", (event) => {
  const target = /** @type {any} */ (event.target).closest("[data-act]");
  if (!target) return;
  switch (target.dataset.act) {
    case "finish": case "read": return hurry();
    case "retry": return gone ? location.reload() : void start();
    case "update": return update();
    case "keep-offline":
      target.parentElement.remove();
      keepOffline(files, true);
  }
});
listen("unreadable", () => { unreadable = true; });
addEventListener("online", () => { if (state === "failed" && !gone) start(); });

if (new URLSearchParams(location.search).get("wasm") !== "false") {
  if (document.readyState === "complete") setTimeout(start);
  else addEventListener("load", () => setTimeout(start));
}
