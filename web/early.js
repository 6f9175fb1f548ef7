// Settles how a page looks: before the first paint, or right after it in the
// eager variant of the check-up (app/page/page.go). It may not wait for anything.
import { keyOf, langKey, themeKey } from "./border/keys.js";
import { languageOf } from "./border/language.js";

const root = document.documentElement;

// Where storage is blocked (a third-party frame, some private modes) reading
// it throws, and the program would die at its start. A stand-in forgets at
// the end of the page, and nothing else changes.
for (const name of /** @type {const} */ (["localStorage", "sessionStorage"])) {
  try {
    window[name].getItem("bothends");
  } catch {
    /** @type {Map<string, string>} */
    const kept = new Map();
    Object.defineProperty(window, name, {
      configurable: true,
      value: {
        getItem: (/** @type {unknown} */ key) => kept.get(String(key)) ?? null,
        setItem: (/** @type {unknown} */ key, /** @type {unknown} */ value) => void kept.set(String(key), String(value)),
        removeItem: (/** @type {unknown} */ key) => void kept.delete(String(key)),
        clear: () => kept.clear(),
        key: (/** @type {number} */ i) => [...kept.keys()][i] ?? null,
        get length() { return kept.size; },
      },
    });
  }
}

// What cannot be read later is not there.
const { getItem } = Storage.prototype;
Storage.prototype.getItem = function (/** @type {string} */ key) {
  try { return getItem.call(this, key); } catch { return null; }
};

const query = new URLSearchParams(location.search);
const theme = query.get("theme") || localStorage.getItem(themeKey);
if (theme === "light" || theme === "dark") root.dataset.theme = theme;
if (window.parent !== window) root.dataset.embed = "true";

// A page that has moved.
if (root.dataset.onward) location.replace(root.dataset.onward + location.search + location.hash);

// The address without a language speaks the one the reader asked for.
/** @type {(lang: string) => HTMLLinkElement | null} */
const link = (lang) => document.querySelector(`link[hreflang="${lang}"]`);
const here = link("x-default");
if (here && new URL(here.href).pathname === location.pathname.replace(/index\.html$/, "")) {
  const wanted = languageOf([localStorage.getItem(langKey), ...(navigator.languages || [])], link);
  if (wanted && wanted !== root.lang) {
    const { href } = /** @type {HTMLLinkElement} */ (link(wanted));
    location.replace(new URL(href).pathname + location.search + location.hash);
  }
}

let step = 1;
try {
  step = JSON.parse(sessionStorage.getItem(keyOf("draft", root.dataset)) || "null")?.step || 1;
} catch { /* not ours */ }
root.dataset.step = String(step);
