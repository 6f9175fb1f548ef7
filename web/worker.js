// Service worker of Both Ends: the check-up works without a network once it
// was seen.
//
// Rules: caches are named after this scope, and only such caches are ever
// deleted, because other sites can live on the same origin. Requests that are
// not GET, of other origins or outside the scope are left alone. A new version
// is fetched in full, then waits until the page asks for it; one that cannot be
// fetched in full leaves nothing behind, and the old version goes on.
//
//   required       without these there is no version
//   optional       one that fails is fetched when asked for
//   blockingPaths  check-ups, and the blocking variant of each (app/page/page.go)
//   missing        shown offline for a page that was not kept
//   news           what is new in this version, by language
import { blockingPaths, missing, news, optional, required, version } from "site:worker";

const own = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = new URL(own.registration.scope).pathname;
const prefix = `bothends:${scope}:`;
const name = prefix + version;
const kept = new Set([...required, ...optional]);

// A name with a hash never changes its content (app/site/assets.go).
/** @param {string} path */
const hashed = (path) => /\.[0-9a-f]{10}\.[a-z0-9]+$/.test(path);

const earlier = async () =>
  (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);

/** Keeps a file, from earlier caches where it is the same.
 * @param {Cache} cache
 * @param {string} path
 * @param {string[]} old names of caches */
async function store(cache, path, old) {
  if (hashed(path)) {
    if (await cache.match(path)) return;
    for (const key of old) {
      const copy = await (await caches.open(key)).match(path);
      if (copy) return cache.put(path, copy);
    }
  }
  // What the page has just loaded comes from the browser's own cache, so the
  // program does not travel twice; pages are asked for anew.
  const response = await fetch(path, { cache: hashed(path) ? "default" : "no-cache" });
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  // While a host is being changed it may send the pages of one version and the
  // worker of another: each page says which version it is of.
  // (Whoever makes pages smaller on the way may take the quotes.)
  if (/(\/|\.html)$/.test(path) && !new RegExp(`data-version=["']?${version}\\b`).test(await response.clone().text())) {
    throw new Error(`${path} is of another version`);
  }
  // A page in the place of a file comes from whoever stands in between.
  if (hashed(path) && isPage(response)) throw new TypeError(path);
  await cache.put(blockingPaths[path] ? eagerKey(path) : path, response.redirected ? plain(response) : response);
}

/** @param {Response} response */
const isPage = (response) => /^text\/html/.test(response.headers.get("content-type") || "");

// A check-up is kept in both variants, and stands at its own address in the one
// that the page asked for last (web/page/variant.js); before anybody asked, the
// blocking one.
/** @param {string} path */
const eagerKey = (path) => path + "index.html"; // which is asked for as path, see address
/** @param {Cache} cache
 * @param {boolean} blocking */
const serveVariant = (cache, blocking) => Promise.all(Object.keys(blockingPaths).map(async (path) =>
  cache.put(path, /** @type {Response} */ (await cache.match(blocking ? blockingPaths[path] : eagerKey(path))))));

// A response that was redirected cannot answer a navigation.
/** @param {Response} response
 * @param {number} [status] */
const plain = (response, status = response.status) =>
  new Response(response.body, { status, headers: response.headers });

// Starting a worker takes longer than reading a page. Browsers that take rules
// for that (Chromium 123) answer from the cache without it. The rules say what
// the worker would do anyway, and are a short cut: nothing depends on them. What
// can be asked for anew (see file) is left to the worker, and so is a page that
// may not be kept, for which it has words, or that stands in a frame.
/** @param {any} event */
async function shorten(event) {
  /** @param {string} path
   * @param {object} [condition] */
  const from = (path, condition) => ({
    condition: { urlPattern: { pathname: path.replace(/[^\w/.]/g, "\\$&"), search: "" }, ...condition },
    source: { cacheName: name },
  });
  const pages = required.filter((path) => path.endsWith("/"));
  const files = [...kept].filter((path) => hashed(path) && /\.(css|js|svg)$/.test(path));
  const opened = { requestMode: "navigate", requestDestination: "document" };
  const rules = [...pages.map((path) => from(path, opened)), ...files.map((path) => from(path))];
  try { await event.addRoutes(rules); } catch { /* it takes no rules, or others */ }
}

own.addEventListener("install", (event) => event.waitUntil((async () => {
  await shorten(event);
  const cache = await caches.open(name);
  const old = await earlier();
  /** @param {string[]} paths */
  const all = (paths) => Promise.allSettled(paths.map((path) => store(cache, path, old)));
  const done = [...await all(required), ...await Promise.allSettled([serveVariant(cache, true)])];
  const failed = done.find(({ status }) => status === "rejected");
  if (failed) {
    await caches.delete(name);
    throw /** @type {PromiseRejectedResult} */ (failed).reason;
  }
  await all(optional);
})()));

own.addEventListener("activate", (event) => event.waitUntil((async () => {
  await Promise.all((await earlier()).map((key) => caches.delete(key)));
})()));

/** @type {Promise<void>} */
let variantQueue = Promise.resolve(); // one after the other
own.addEventListener("message", (event) => {
  const { type, blocking, of, lang } = event.data || {};
  if (type === "skip-waiting") own.skipWaiting();
  // A page of an earlier version asks what it would get.
  if (type === "news" && news[lang]) event.ports[0]?.postMessage(news[lang]);
  // Not because a page of another version asks: its files are not kept here.
  if (type === "claim" && of === version) event.waitUntil(own.clients.claim());
  if (type === "variant") {
    variantQueue = variantQueue.then(async () => { await serveVariant(await caches.open(name), blocking); })
      .catch(() => { /* it stays as it is */ });
    event.waitUntil(variantQueue);
  }
});

own.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== own.location.origin || !url.pathname.startsWith(scope)) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (kept.has(url.pathname)) event.respondWith(file(request, url.pathname));
});

// The query never changes which file is meant.
/** @param {string} path */
const cached = async (path) => (await caches.open(name)).match(path, { ignoreSearch: true, ignoreVary: true });

// A page that asks anew was not helped by what is kept.
/** @param {Request} request
 * @param {string} path */
async function file(request, path) {
  const found = await cached(path);
  if (found && request.cache !== "reload") return found;
  try {
    const response = await fetch(request);
    if (found && response.ok && !isPage(response)) await (await caches.open(name)).put(path, response.clone());
    return response;
  } catch (error) {
    if (!found) throw error;
    return found;
  }
}

// "/en" and "/en/index.html" are "/en/".
/** @param {string} path */
function address(path) {
  path = path.replace(/index\.html$/, "");
  return !kept.has(path) && kept.has(path + "/") ? path + "/" : path;
}

// What an address says of how the page looks, and that it stands in a frame, only
// its first script knows.
/** @param {Request} request
 * @param {URL} url */
async function page(request, url) {
  const path = address(url.pathname);
  const blocking = blockingPaths[path] && (url.search || request.destination !== "document");
  const found = await cached(blocking ? blockingPaths[path] : path);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    const sorry = await cached(missing);
    if (!sorry) throw error;
    return plain(sorry, 503);
  }
}
