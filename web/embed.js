// Puts Both Ends into a page of another site. Either this line, where the
// check-up is to stand, as often as it is to stand there:
//   <script async src="https://HOST/embed.js" data-lang="fr"></script>
// or the line without attributes once, anywhere, and elements:
//   <both-ends lang="fr"></both-ends>
// Both take page (check-up, ad), theme, accent and country too, and load="click": then
// a still picture of the first question stands there, and nothing of it is fetched
// before somebody presses.
//
// The frame tells three things: "ready" (a view has opened), "height" and
// "completed", each with its height. They are heard from that very frame and
// its origin alone, and go on as events of the element: bothends:ready and so
// on. No answer ever comes out of the frame; see web/frame.js.
//
// For whoever changes this: below 3000 bytes as it is served, ASCII for pages
// of any encoding (a test), no global, and harmless when it runs twice, late,
// or over its own output.
import { dark, languages, light, usual } from "site:embed";
import { languageOf } from "./border/language.js";
import { fits } from "./colour/contrast.js";

const page = document; // minified, this name is shorter
const tag = "both-ends";
const names = "lang page theme accent country load".split(" ");
/** @param {string} name
 * @param {object} properties */
const make = (name, properties) => Object.assign(/** @type {any} */ (page.createElement(name)), properties);

// Without currentScript (in a module, or with a loader in front) an attribute of ours
// tells our line from the embed.js of others.
/** @param {string} more */
const line = (more) => page.querySelector(`script[src$='/embed.js']${more}`);
const own = /** @type {HTMLScriptElement} */ (page.currentScript || line("[data-lang]") || line(""));

if (!customElements.get(tag)) {
  // Elements, by the window of their frame.
  /** @type {WeakMap<any, any>} */
  const ours = new WeakMap();
  customElements.define(tag, class extends HTMLElement {
    home = ""; // where the files of its site are
    /** @type {any} */
    frame;
    from = ""; // the origin whose messages are heard
    connectedCallback() {
      const [lang, view, theme, accent, country, load] = names.map((name) => this.getAttribute(name) || "");
      const spoken = languageOf([lang, page.documentElement.lang], (tag) => languages[tag]) || usual;
      const [ad, title, question, more, start] = languages[spoken];
      const url = new URL(view === "ad" && ad || `embed/${spoken}/`, this.home || own.src);
      const used = fits(accent, theme === "dark" ? dark : light) ? accent : "";
      if (accent && !used) console.warn("Both Ends: accent", accent);
      url.search = String(new URLSearchParams({ theme, accent: used, country }));
      this.from = self.origin === "null" ? "null" : url.origin;

      // Themes set the height of every frame; this one has its own.
      const frame = this.frame = make("iframe", {
        title, loading: "lazy", allow: "clipboard-write", referrerPolicy: "origin", src: url,
        style: "display:block;width:100%;border:0;max-height:none!important;height:900px!important",
      });
      const show = () => {
        this.replaceChildren(frame);
        ours.set(frame.contentWindow, this);
      };
      if (load !== "click") return show();
      const still = make("div", { style: "padding:1em;border:1px solid" });
      still.append(...[title, view === "ad" ? "" : question, more.replace("{host}", url.host)].map((textContent) => make("p", { textContent })),
        make("button", { textContent: start, onclick: () => { show(); frame.focus(); } }));
      this.replaceChildren(still);
    }
  });
  addEventListener("message", (/** @type {any} */ { source, origin, data }) => {
    const element = ours.get(source);
    const { type, height } = Object(data);
    if (!element || origin !== element.from ||
      !/^(ready|height|completed)$/.test(type) || !(height > 0 && height < 1e5)) return;
    const { frame } = element;
    frame.style.setProperty("height", height + "px", "important");
    if (type === "ready") {
      source.postMessage({ source: "bothends", type: "hello" }, origin === "null" ? "*" : origin);
      // Another view: show its beginning, unless the reader is elsewhere.
      const { top } = frame.getBoundingClientRect();
      if (page.activeElement === frame && (top < 0 || top > innerHeight)) frame.scrollIntoView();
    }
    element.dispatchEvent(new CustomEvent("bothends:" + type, { bubbles: true, detail: { height } }));
  });
}

const scan = () => {
  for (const script of /** @type {NodeListOf<HTMLScriptElement>} */ (page.querySelectorAll("body script"))) {
    const { src, dataset } = script;
    const set = names.filter((name) => dataset[name]);
    if (src !== own.src || script.seen || page.readyState === "loading" && !(set[0] && script.nextSibling)) continue;
    script.seen = true;
    // What stands there already: the page's own element, or ours, saved by
    // an editor that keeps the page as it looks.
    if (script.nextElementSibling?.localName === tag) continue;
    if (!set[0] && [...page.querySelectorAll(tag)].some((e) => !/** @type {any} */ (e).home)) continue;
    const element = make(tag, { home: src });
    for (const name of set) element.setAttribute(name, dataset[name]);
    script.after(element);
  }
};
scan();
page.addEventListener("DOMContentLoaded", scan);
