// Warms Chromium's code cache in a Worker: it runs start-up and one scoring with
// dummy form entries (web/rehearsal.js). Chromium translates each function of the
// program when it is first called, on the thread that calls it: of the time that
// starting takes, and of the first result, this is most. The translation serves the
// page too. Even with two processors the page is blocked for 0.2 s then, and for
// 0.7 s without. Somebody who waits for a result does not wait for that; as long as
// nobody does, a slow machine may take its time.

const root = document.documentElement;

const time = 20_000; // ms

let end = (/** @type {string} */ _how) => {};

/** Ends a rehearsal that runs, because somebody waits. */
export const hurry = () => end("late");

/** Something that can be answered everywhere.
 * @param {any} control
 * @returns {string[][]} */
export const dummyEntry = ({ name, type, value, options }) => {
  if (!name || type === "range" || value === "none") return [];
  if (options) return [[name, options[Math.min(5, options.length - 1)].value]];
  return [[name, type === "text" ? "2" : value]];
};

/** Resolves when the rehearsal is over, was given up, or makes no sense here.
 * @param {{script: string | undefined, exec: string | undefined, module: WebAssembly.Module, env: Record<string, string>, data: Uint8Array}} program
 * @returns {Promise<void>} */
export const rehearse = ({ script, exec, module, env, data }) => new Promise((resolve) => {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("#checkup"));
  const example = document.querySelector("#ad-example");
  const { lexicon } = /** @type {any} */ (document.querySelector("#ad") || {}); // which may not have come
  if (!/** @type {any} */ (navigator).userAgentData || root.dataset.pending || !form && !lexicon) return resolve();
  /** @type {Worker | undefined} */
  let copy;
  end = (how) => {
    root.dataset.rehearsed ||= how;
    if (copy) copy.terminate();
    resolve();
  };
  setTimeout(end, time, "late");
  try {
    copy = new Worker(/** @type {string} */ (script));
  } catch {
    return end("refused"); // in a frame that may do little
  }
  copy.onmessage = (event) => end(event.data);
  copy.onerror = (event) => { event.preventDefault(); end("failed"); };
  copy.postMessage({
    module, exec, env, data, lang: root.lang, entries: form ? [...form.elements].flatMap(dummyEntry) : [],
    ad: example && example.textContent, lexicon,
  });
});
