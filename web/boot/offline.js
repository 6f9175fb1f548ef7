// Keeping the site for when there is no network, and new versions of it.
import { tell } from "../border/events.js";
import { box, filled, megabytes } from "./box.js";
import { isMetered } from "./metered.js";

const root = document.documentElement;
const { base, version } = root.dataset;

/** @typedef {() => Promise<{words: Record<string, string>}>} Told what the page does not hold */

/** @type {ServiceWorkerRegistration | undefined} */
let registration;
let taking = false; // the reader asked for the new version

/** @param {ServiceWorker | null} next the new version, which says what is new in it */
const offer = (next) => {
  /** @type {NodeListOf<HTMLElement>} */
  const notices = document.querySelectorAll("[data-update]");
  for (const notice of notices) notice.hidden = false;
  const said = document.querySelector("#said");
  if (said && notices[0]) said.textContent = /** @type {ChildNode} */ (notices[0].firstChild).textContent;
  if (!next) return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    for (const news of document.querySelectorAll("[data-news]")) news.textContent = ` ${data}`;
  };
  next.postMessage({ type: "news", lang: root.lang }, [port2]);
};

/** Takes the new version, if one waits. */
export const update = () => {
  const next = registration && registration.waiting;
  if (!next) return location.reload();
  taking = true;
  next.addEventListener("statechange", () => { if (next.state === "activated") location.reload(); });
  next.postMessage({ type: "skip-waiting" });
};

// Where the connection is paid by the megabyte, or saves data, nothing is kept
// before the reader has said so.
/** @param {number | string} bytes
 * @param {Told} told */
const ask = async (bytes, told) => {
  const boot = box();
  if (!boot) return;
  const { words } = await told();
  const question = document.createElement("p");
  const button = document.createElement("button");
  question.className = "notice";
  question.textContent = `${filled(words["script.metered"], { size: megabytes(bytes, boot.dataset.point) })} `;
  button.type = "button";
  button.dataset.act = "keep-offline";
  button.textContent = words["script.keep"];
  question.append(button);
  boot.after(question);
};

/** Says beside the small print what could not be kept.
 * @param {string} text */
const note = (text) => {
  const foot = document.querySelector(".foot");
  if (!foot) return;
  const said = document.getElementById("unkept") || foot.appendChild(document.createElement("p"));
  said.id = "unkept";
  said.textContent = text;
};

/** Has a worker keep what this page's language is made of.
 * @param {ServiceWorker} worker
 * @returns {Promise<{kept: boolean, fresh?: boolean, said?: string, version: string}>} */
const keepLanguage = (worker) => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(data);
  worker.postMessage({ type: "keep", lang: root.lang }, [port2]);
});

// Refused in sandboxed frames, in some private modes and without https: then
// the page simply needs the network. In a frame of another site a worker
// would keep a second copy that only that site's page could ever open.
/** @param {{worker: string | undefined, bytes: number | string, told: Told}} files
 * @param {boolean} [wanted] the reader has agreed */
export async function keepOffline({ worker, bytes, told }, wanted) {
  if (window.parent !== window) return;
  try {
    const workers = navigator.serviceWorker;
    const connection = /** @type {any} */ (navigator).connection;
    if (!wanted && isMetered(connection) && !(await workers.getRegistration(base))) return await ask(bytes, told);
    let used = !!workers.controller;
    workers.addEventListener("controllerchange", () => {
      if (used && !taking) offer(workers.controller); // it was taken in another tab, and this page goes on
      used = true;
    });
    workers.addEventListener("message", ({ data }) => { if (data.type === "unkept") note(data.said); });
    workers.startMessages();
    const kept = registration = await workers.register(/** @type {string} */ (worker), { scope: base, updateViaCache: "none" });
    // It may be there before it is heard of: then no change of state follows. An
    // older worker can be active without controlling this page (it was loaded during
    // that worker's activation, or with a forced reload).
    /** @param {ServiceWorker | null} next */
    const watch = (next) => {
      if (!next) return;
      const look = () => {
        if (next.state !== "installed" || !kept.active) return;
        offer(next);
        keepLanguage(next);
      };
      look();
      next.addEventListener("statechange", look);
    };
    watch(kept.waiting);
    watch(kept.installing);
    kept.addEventListener("updatefound", () => watch(kept.installing || kept.waiting));
    // A page that was loaded before its version was kept is held by no worker,
    // and the next one would not wait for it.
    const { active } = await workers.ready;
    if (!workers.controller && active) active.postMessage({ type: "claim", of: version });
    if (!active) return;
    const done = await keepLanguage(active);
    if (done.said && done.version === version) note(done.said);
    if (!done.kept) return;
    root.dataset.offline = "ready";
    tell("offline-ready", !!done.fresh);
  } catch { /* see above */ }
}
