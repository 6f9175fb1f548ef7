// Service worker of Both Ends: the check-up works without a network once it
// was seen.
//
// Rules: caches are named after this scope, and only such caches are ever
// deleted, because other sites can live on the same origin. Requests that are
// not GET, but for a text shared with a page, of other origins or outside the scope are left alone. A new version
// is fetched in full, then waits until the page asks for it; one that cannot be
// fetched in full leaves nothing behind, and the old version goes on.
//
// It keeps what all languages share, and of each language that somebody has read
// here what is its own, both whole or not at all, as far as it is required; what is
// optional and did not come is asked for again at the next visit.
//
//   shared         files of all languages
//   languages      those of each, and the check-up: where that is kept, all required is
//   usual          the language of the address of no language
//   blockingPaths  check-ups, and the blocking variant of each (app/page/page.go)
//   sharePaths     pages that read a text which another app shares (app/site/manifest.go)
//   unkeptPage     shown offline for a page that is not kept
import { blockingPaths, languages, shared, sharePaths, unkeptPage, usual, version } from "site:worker";
import { languageOf } from "./border/language.js";

const own = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = new URL(own.registration.scope).pathname;
const prefix = `bothends:${scope}:`;
const name = prefix + version;
/** @param {import("site:worker").Files} files */
const paths = ({ required, optional }) => [...required, ...optional];
const known = new Set([shared, ...Object.values(languages)].flatMap(paths));
/** @param {string} path */
const languageAt = (path) => Object.keys(languages).find((lang) => paths(languages[lang]).includes(address(path)));
/** @param {Cache} cache
 * @param {string} lang */
const isKept = (cache, lang) => cache.match(languages[lang].checkUp);
/** @template T
 * @param {T[]} list
 * @param {(item: T) => Promise<unknown>} test
 * @returns {Promise<T[]>} */
const filter = async (list, test) => {
  const found = await Promise.all(list.map(test));
  return list.filter((_, i) => found[i]);
};

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
  await cache.put(keyOf(path), response.redirected ? plain(response) : response);
}

/** @param {Response} response */
const isPage = (response) => /^text\/html/.test(response.headers.get("content-type") || "");

// A check-up is kept in both variants, and stands at its own address in the one
// that the page asked for last (web/page/variant.js); before anybody asked, the
// blocking one.
/** @param {string} path */
const eagerKey = (path) => path + "index.html"; // which is asked for as path, see address
/** @param {string} path */
const keyOf = (path) => blockingPaths[path] ? eagerKey(path) : path;
/** @param {Cache} cache
 * @param {boolean} blocking
 * @param {string[]} langs */
const serveVariant = (cache, blocking, langs) => Promise.all(langs.map(async (lang) => {
  const { checkUp } = languages[lang];
  if (!blockingPaths[checkUp]) return;
  await cache.put(checkUp, /** @type {Response} */ (await cache.match(blocking ? blockingPaths[checkUp] : eagerKey(checkUp))));
}));

/** Keeps files, and throws what the first that did not come says, once all are done.
 * @param {Cache} cache
 * @param {string[]} files
 * @param {string[]} old */
async function storeAll(cache, files, old) {
  const done = await Promise.allSettled(files.map((path) => store(cache, path, old)));
  const i = done.findIndex(({ status }) => status === "rejected");
  if (i < 0) return;
  const { reason } = /** @type {PromiseRejectedResult} */ (done[i]);
  if (reason.name !== "QuotaExceededError") reason.path = files[i];
  throw reason;
}

/** Keeps what is optional, and returns what did not come.
 * @param {Cache} cache
 * @param {string[]} langs
 * @param {string[]} old */
async function complete(cache, langs, old) {
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const files = [shared, ...langs.map((lang) => languages[lang])].flatMap(({ optional }) => optional).filter((path) => !there.has(path));
  return filter(files, (path) => store(cache, path, old).then(() => false, () => true));
}

/** Keeps a language that somebody reads, whole or not at all, and what was missing.
 * @param {string} lang */
async function keep(lang) {
  if (!languages[lang]) return { kept: false };
  const cache = await caches.open(name);
  const fresh = !await isKept(cache, lang);
  const { required, unkept, partly } = languages[lang];
  if (fresh) {
    try {
      await storeAll(cache, required, []);
      await serveVariant(cache, true, [lang]);
    } catch (error) {
      await Promise.all(required.map((path) => cache.delete(keyOf(path))));
      const { path } = /** @type {any} */ (error);
      return { kept: false, said: path && unkept.replace("{file}", path) };
    }
  }
  const missing = await complete(cache, [lang], []);
  return { kept: true, fresh, said: missing[0] && partly.replace("{file}", missing.join(", ")) };
}

/** The languages to keep: those that are read in a page now, and those that were kept.
 * @param {string[]} old */
async function languagesToKeep(old) {
  const pages = await own.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const open = pages.map(({ url }) => languageAt(new URL(url).pathname));
  const before = await Promise.all(old.map(async (key) => {
    const cache = await caches.open(key);
    return filter(Object.keys(languages), (lang) => isKept(cache, lang));
  }));
  const langs = Object.keys(languages).filter((lang) => open.includes(lang) || before.flat().includes(lang));
  return langs.length ? langs : [usual];
}

// A response that was redirected cannot answer a navigation.
/** @param {Response} response
 * @param {number} [status] */
const plain = (response, status = response.status) =>
  new Response(response.body, { status, headers: response.headers });

// Starting a worker takes longer than reading a page. Browsers that take rules
// for that (Chromium 123) answer from the cache without it. The rules say what
// the worker would do anyway, and are a short cut: nothing depends on them. What
// can be asked for anew (see file) is left to the worker, and so is a page that
// may not be kept, for which it has words, or that stands in a frame. Rules can be
// made at the installation alone, so a language that is kept later has none.
/** @param {any} event
 * @param {string[]} langs */
async function shorten(event, langs) {
  /** @param {string} path
   * @param {object} [condition] */
  const from = (path, condition) => ({
    condition: { urlPattern: { pathname: path.replace(/[^\w/.]/g, "\\$&"), search: "" }, ...condition },
    source: { cacheName: name },
  });
  const pages = langs.flatMap((lang) => languages[lang].required).filter((path) => path.endsWith("/"));
  const files = paths(shared).filter((path) => hashed(path) && /\.(css|js|svg)$/.test(path));
  const opened = { requestMode: "navigate", requestDestination: "document" };
  const rules = [...pages.map((path) => from(path, opened)), ...files.map((path) => from(path))];
  try { await event.addRoutes(rules); } catch { /* it takes no rules, or others */ }
}

own.addEventListener("install", (event) => event.waitUntil((async () => {
  const old = await earlier();
  const langs = await languagesToKeep(old);
  await shorten(event, langs);
  const cache = await caches.open(name);
  try {
    await storeAll(cache, [shared, ...langs.map((lang) => languages[lang])].flatMap(({ required }) => required), old);
    await serveVariant(cache, true, langs);
  } catch (error) {
    await caches.delete(name);
    const { path } = /** @type {any} */ (error);
    if (path && !old.length) {
      for (const page of await own.clients.matchAll({ includeUncontrolled: true, type: "window" })) {
        const lang = languageAt(new URL(page.url).pathname);
        if (lang) page.postMessage({ type: "unkept", said: languages[lang].unkept.replace("{file}", path) });
      }
    }
    throw error;
  }
  await complete(cache, langs, old);
})()));

own.addEventListener("activate", (event) => event.waitUntil((async () => {
  await Promise.all((await earlier()).map((key) => caches.delete(key)));
})()));

/** @type {Promise<unknown>} */
let queue = Promise.resolve(); // one after the other
/** @param {() => Promise<unknown>} job */
const next = (job) => queue = queue.then(job).catch(() => { /* it stays as it is */ });

own.addEventListener("message", (event) => {
  const { type, blocking, of, lang } = event.data || {};
  const [port] = event.ports;
  if (type === "skip-waiting") own.skipWaiting();
  // A page of an earlier version asks what it would get.
  if (type === "news" && languages[lang]) port?.postMessage(languages[lang].news);
  // Not because a page of another version asks: its files are not kept here.
  if (type === "claim" && of === version) event.waitUntil(own.clients.claim());
  if (type === "shared") {
    port?.postMessage(given);
    given = "";
  }
  if (type === "variant") event.waitUntil(next(async () => {
    const cache = await caches.open(name);
    await serveVariant(cache, blocking, await filter(Object.keys(languages), (lang) => isKept(cache, lang)));
  }));
  if (type === "keep") event.waitUntil(next(async () => {
    const done = await keep(lang);
    port?.postMessage({ ...done, version });
  }));
});

// A text that another app has shared. It is held here alone, in no cache, until the page
// that it leads to asks for it. No request leaves the device.
let given = "";
/** @param {Request} request
 * @param {string} path */
async function take(request, path) {
  try {
    const form = await request.formData();
    /** @type {string[]} */
    const parts = ["title", "text", "url"].flatMap((key) => form.getAll(key)).flatMap((part) => typeof part === "string" && part.trim() || []);
    given = parts.filter((part, i) => !parts.some((other, k) => k !== i && other.includes(part) && (other !== part || k < i))).join("\n\n");
  } catch { given = ""; /* the page says that nothing came */ }
  return Response.redirect(`${path}#shared`, 303);
}

own.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === "POST" && url.origin === own.location.origin && sharePaths.includes(url.pathname)) {
    event.respondWith(take(request, url.pathname));
    return;
  }
  if (request.method !== "GET" || url.origin !== own.location.origin || !url.pathname.startsWith(scope)) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (known.has(url.pathname)) event.respondWith(file(request, url.pathname));
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
  return !known.has(path) && known.has(path + "/") ? path + "/" : path;
}

// The address of no language leads to one that is kept: to what the reader speaks,
// or to any where there is no network.
/** @param {URL} url
 * @param {boolean} any */
async function onward(url, any) {
  if (url.pathname !== scope) return;
  const cache = await caches.open(name);
  const there = await filter(Object.keys(languages), (lang) => isKept(cache, lang));
  const wanted = languageOf(own.navigator.languages || [], (lang) => languages[lang]);
  const lang = there.find((lang) => lang === wanted) || any && there[0];
  return lang && Response.redirect(languages[lang].checkUp + url.search);
}

// What an address says of how the page looks, and that it stands in a frame, only
// its first script knows.
/** @param {Request} request
 * @param {URL} url */
async function page(request, url) {
  const path = address(url.pathname);
  const blocking = blockingPaths[path] && (url.search || request.destination !== "document");
  const found = await cached(blocking ? blockingPaths[path] : path) || await onward(url, false);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    const instead = await onward(url, true);
    if (instead) return instead;
    const sorry = await cached(unkeptPage);
    if (!sorry) throw error;
    return plain(sorry, known.has(path) ? 503 : 404); // there, but not now; or nowhere
  }
}
