// What every page does by itself, before (and beside) the program: somebody to
// talk to, appearance, leaving, erasing, and on the check-up web/page/checkup.js.
// web/border.d.ts lists the events that go between this script, others and the
// program.
import { listen, tell } from "./border/events.js";
import { keyOf, langKey, themeKey } from "./border/keys.js";
import { startCheckUp } from "./page/checkup.js";
import { embedded, find, root, say } from "./page/dom.js";
import { forget, isPersistent, keepOpened, store } from "./page/storage.js";
import { startTalk } from "./page/talk.js";
import { startVariant } from "./page/variant.js";

const form = find("#checkup");
// Found by what it says: loaders that hosts put in front leave no current script.
const own = find("script[data-frame]");

if (embedded && own) {
  const script = document.createElement("script");
  script.src = own.dataset.frame;
  document.head.append(script);
}

// Whoever makes pages smaller on the way may change the stylesheet in this one, which
// the policy then refuses.
const style = find("style[data-href]");
if (style && !style.sheet) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = style.dataset.href;
  document.head.append(link);
}

const talk = find("#talk");
if (talk) startTalk(talk, () => form && find("[data-pay=country] select", form)?.value);

const appearance = find("[data-act=theme]");
if (appearance) {
  appearance.value = localStorage.getItem(themeKey) || "auto";
  appearance.addEventListener("change", () => {
    const theme = appearance.value;
    theme === "auto" ? delete root.dataset.theme : (root.dataset.theme = theme);
    store(localStorage, themeKey, theme === "auto" ? null : theme);
    preferVariant();
  });
}

if (!window.print) root.dataset.printless = "true";

/** @type {ReturnType<typeof startCheckUp> | undefined} */
let checkUp;

/** What the buttons and links do that say data-act.
 * @type {Record<string, (target: any, event: Event) => void>} */
const acts = {
  leave(target, event) {
    event.preventDefault();
    forget(sessionStorage, root.dataset);
    if (form) form.reset();
    document.body.hidden = true;
    const live = find("#live"); // with what was drawn ahead
    if (live) live.remove();
    location.replace(target.href);
  },
  lang(target) {
    store(localStorage, langKey, target.hreflang);
    if (checkUp) checkUp.keepPlace();
  },
  erase(target) {
    forget(sessionStorage, root.dataset);
    forget(localStorage, root.dataset);
    delete root.dataset.theme;
    if (appearance) appearance.value = "auto";
    if (checkUp) checkUp.erase();
    tell("erase");
    preferVariant();
    target.closest("details").open = false;
    say(target.dataset.done);
    const said = find("#said"); // what was read is gone: one begins at the top, and is told why
    said.tabIndex = -1;
    said.focus();
    scrollTo(0, 0);
  },
};

// Firefox and Safari may bring a page back as it was left.
addEventListener("pageshow", ({ persisted }) => { if (persisted && document.body.hidden) location.reload(); });

document.addEventListener("click", (event) => {
  const target = /** @type {any} */ (event.target).closest("[data-act]");
  const act = target && acts[target.dataset.act];
  if (act) act(target, event);
});

// The check-up opens with what was kept, or with what an ad says, on its own page.
const taken = keyOf("taken", root.dataset);
listen("open", (opened, event) => {
  const kept = isPersistent(sessionStorage) && keepOpened(sessionStorage, keyOf("draft", root.dataset), taken, opened);
  if (kept) event.preventDefault(); // without this script nobody would say so
});

const preferVariant = startVariant(!!form);
if (form) {
  checkUp = startCheckUp(form, preferVariant);
  Object.assign(acts, checkUp.acts);
}
const unserved = find(".unserved"); // the buttons work
if (unserved) unserved.remove();
