// What a page of the site does in a frame of another one. web/page.js loads
// this only there.
//
// The page around may be anybody's. What it can know of a visit is this:
//   - that a view has opened, its height, and that a result is there, by
//     messages that carry nothing else: {source, type, height};
//   - so the height itself. It tells which section is open, and roughly how
//     long a result is, or how many are kept. It is therefore rounded up: to 64
//     pixels, with results to 256, which says little about what stands in it.
// The address, the name of the window and its history never change with an
// answer. Where WordPress has made the frame of an address (oEmbed), it gives the
// frame a secret in its fragment and takes {message, value, secret} for its height,
// from 200 to 1000 pixels; the frame then says no more than that, and scrolls.
// Two messages are listened to, of the page around: "hello", saying that it follows
// the height, and WordPress's "ready" with the secret, as its script may come later
// than the first height. Anything else is as if it had not come.
import { framed, blockingPaths } from "site:pages";
import { dark, light } from "site:colours";
import { keyOf } from "./border/keys.js";
import { listen } from "./border/events.js";
import { directions, shades } from "./colour/accent.js";
import { colour, fits } from "./colour/contrast.js";
import { isPersistent } from "./page/storage.js";

const root = document.documentElement;
const query = new URLSearchParams(location.search);
/** @type {(selector: string) => any} */
const find = (selector) => document.querySelector(selector);
const [, secret = ""] = location.hash.match(/^#\?secret=([a-z\d]{1,64})$/i) || [];

// ---- links ------------------------------------------------------------------

// Pages that may stand in a frame open in it and keep its looks. Browsers keep
// what a frame stores for the site around it alone (Chromium, Firefox and
// Safari all do), so the kept results can be read nowhere else; and a draft
// goes with the tab, so no answer is lost on the way. Where nothing can be
// stored at all, only those that lead there and back stay, and the answers
// with the page. All other pages open outside. The check-up has a form of its
// own for frames.
const base = root.dataset.base || "/";
const lasts = isPersistent(sessionStorage);
/** @param {HTMLAnchorElement} link */
const inside = (link) => link.matches("[data-act=lang], [data-act=leave], .intro a, #to-checkup") ||
  lasts && link.host === location.host && framed.some((page) => link.pathname === base + page);
/** @param {HTMLAnchorElement} link */
const leads = (link) => !link.target && !link.hasAttribute("download") &&
  /^https?:$/.test(link.protocol) && !/** @type {string} */ (link.getAttribute("href")).startsWith("#");
/** @param {HTMLAnchorElement} link */
const keepLooks = (link) => {
  const form = blockingPaths[link.pathname.slice(base.length)];
  if (form) link.pathname = base + form;
  link.search = location.search;
  if (secret && !link.hash) link.hash = "?secret=" + secret;
};
[.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[href]"))].filter((link) => leads(link) && inside(link)).forEach(keepLooks);
document.addEventListener("click", ({ target }) => {
  const link = /** @type {any} */ (target).closest("a[href]");
  if (!link || !leads(link)) return;
  if (inside(link)) return keepLooks(link); // one that the program drew
  link.target = "_blank";
  link.rel = "noopener";
}, true);

// ---- country ----------------------------------------------------------------

// Proposed where nothing was chosen, and only at the beginning of a visit.
/** @param {any} select
 * @param {string | null} code */
const propose = (select, code) => {
  if (!select || ![...select.options].some((option) => option.value === code)) return;
  if (select.value && select.value !== "*") return;
  select.value = code;
  select.dispatchEvent(new Event("change", { bubbles: true }));
};
const code = query.get("country");
const form = find("#checkup");
propose(find("#talk-country"), code);
if (form && !sessionStorage.getItem(keyOf("draft", root.dataset))) propose(find("[data-pay=country] select"), code);

// ---- accent -----------------------------------------------------------------

// web/embed.js refuses the same colours and tells the host why.
const accent = query.get("accent") || "";
const own = query.get("theme") === "dark" ? dark : light;
if (fits(accent, own.page)) {
  /** @param {Record<string, string>} colours */
  const rules = (colours) => Object.entries(colours).map(([name, value]) => `--${name}:${value}`).join(";");
  const inLight = rules(shades(colour(accent), light, directions.light));
  const inDark = rules(shades(colour(accent), dark, directions.dark));
  const looks = [
    `@media screen { :root { ${inLight} } :root[data-theme="dark"] { ${inDark} } }`,
    `@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${inDark} } }`,
  ];
  // Safari makes sheets from 16.4 on. Before, the rules go into one that is there, if
  // the browser lets us: a colour is not worth the height of the frame.
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(looks.join(" "));
    document.adoptedStyleSheets = [sheet];
  } catch {
    try {
      const [sheet] = document.styleSheets;
      for (const rule of looks) sheet.insertRule(rule, sheet.cssRules.length);
    } catch { /* it stays in our own colours */ }
  }
}

// ---- height -----------------------------------------------------------------

// The page around, as far as the browser names it. One that is sandboxed or
// hides where it is has no name: then the height, and nothing else, goes to
// whoever it is.
let around = (location.ancestorOrigins || [])[0] || document.referrer && new URL(document.referrer).origin;
if (!around || around === "null") around = "*";

// The content, never the window: nothing here may depend on the height of the
// frame, or the two would drive each other up.
const adRead = () => find("#adresult:not([hidden])");
const results = () => form ? root.dataset.step === "result" : adRead() || find("#history, #group");
const measure = () => {
  const step = results() ? 256 : 64;
  return Math.ceil(document.body.getBoundingClientRect().height / step) * step;
};

let sent = 0, completed = false, followed = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let later;
/** @param {"height" | "ready" | "completed"} type */
const tell = (type) => {
  const height = measure();
  if (!height) return; // not on the screen
  clearTimeout(later);
  window.parent.postMessage(secret
    ? { message: "height", value: Math.min(Math.max(height, 200), 1000), secret }
    : { source: "bothends", type: sent ? type : "ready", height }, around);
  sent = height;
  later = setTimeout(settle, 1000);
};
const changed = () => {
  const height = measure();
  // Growing is for now. Shrinking waits, for a page that is empty for a moment
  // between two views would make the page around jump.
  clearTimeout(later);
  if (height > sent) tell("height");
  else if (height < sent) later = setTimeout(() => tell("height"), 150);
  if (completed || !adRead()) return;
  completed = true;
  tell("completed");
};
// A frame that follows needs no bar to scroll with, which would narrow the
// page for a moment. One that is kept small needs it.
const settle = () => {
  root.style.overflow = followed && innerHeight >= document.body.getBoundingClientRect().height ? "hidden" : "";
};

addEventListener("message", ({ source, origin, data }) => {
  if (source !== window.parent || around !== "*" && origin !== around) return;
  if (secret && Object(data).message === "ready" && data.secret === secret) return tell("height");
  if (Object(data).source !== "bothends" || data.type !== "hello") return;
  if (origin !== "null") around = origin;
  followed = true;
  root.style.overflow = "hidden";
});
listen("view", () => tell("ready"));
listen("show", (detail) => {
  if (detail !== "result" || completed) return;
  completed = true;
  tell("completed");
});
tell("ready");
new ResizeObserver(changed).observe(document.body);
