// The page that the worker shows, without a network, for one that it does not keep:
// in the language that was asked for, with links to what is kept.
import { langKey } from "./border/keys.js";

const root = document.documentElement;
/** @type {(selector: string) => any[]} */
const all = (selector) => [...document.querySelectorAll(selector)];
const parts = all("main > [lang]");
const links = all("main li a");

const asked = links.find(({ pathname }) => location.pathname.startsWith(pathname));
const part = parts.find(({ lang }) => lang === (asked ? asked.hreflang : localStorage.getItem(langKey)));
if (part) {
  root.lang = part.lang;
  root.dir = part.dir;
  document.title = part.querySelector("h1").textContent;
  for (const other of parts) other.hidden = other !== part;
}

(async () => {
  const there = await Promise.all(links.map(({ href }) => caches.match(href)));
  if (there.some(Boolean)) links.forEach((link, i) => { link.parentElement.hidden = !there[i]; });
})().catch(() => { /* then all are shown */ });

addEventListener("online", () => location.reload());
