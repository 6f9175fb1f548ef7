// The check-up is written in two variants (app/page/page.go): "eager", whose first
// script stands in the body, for who comes first, and "blocking", whose first
// script stands in the head, for whoever has an appearance or a section to come
// back to. The worker serves the variant that the page asked for last. Who leaves
// is in no section, unless the next page finds otherwise. A new worker serves the
// blocking one.
import { listen } from "../border/events.js";
import { themeKey } from "../border/keys.js";
import { embedded, find, root } from "./dom.js";

const hasTheme = () => !!localStorage.getItem(themeKey);
const inSection = () => root.dataset.step !== "1";

/** @returns {ServiceWorkerContainer | undefined} */
const container = () => {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined; // in a frame that may do little
  }
};

/** Returns what to call when the preferred variant may have changed.
 * @param {boolean} isCheckUp
 * @returns {(leaving?: boolean) => void} */
export const startVariant = (isCheckUp) => {
  const workers = container();
  if (!workers || embedded) return () => {};
  let served = isCheckUp ? !workers.controller || !!find("head > script") : hasTheme(); // is it the blocking one?
  const prefer = (leaving = false) => {
    const blocking = hasTheme() || !leaving && inSection();
    if (blocking === served || !workers.controller) return;
    workers.controller.postMessage({ type: "variant", blocking });
    served = blocking;
  };
  const askAgain = () => { // whatever this page, or another tab, asked for when it was left
    if (document.hidden || !inSection()) return;
    served = false;
    prefer();
  };
  addEventListener("pageshow", askAgain);
  addEventListener("pagehide", () => prefer(true));
  document.addEventListener("visibilitychange", askAgain);
  listen("offline-ready", (fresh) => { served ||= fresh; prefer(); });
  workers.addEventListener("controllerchange", () => { served = true; prefer(); });
  return prefer;
};
