// Has the program fetched and compiled in a worker (web/compile.js). On the page's
// own thread, the end of a compilation that streams is one task of 0.5 s on a slow
// phone, after 0.6 s and more for handing over what came. Where a worker is refused,
// has not a word to say, or cannot hand a module over, the page does it by itself,
// and so it does when somebody waits already.
import { compile } from "./compile.js";

const silence = 4000; // ms, for a script of a few lines to come and to say a word

/** @typedef {import("./compile.js").Head} Head
 * @typedef {{head: Head, module: Promise<WebAssembly.Module | undefined>}} Program */

class Refused extends Error {}

/** @type {Worker | undefined} */
let worker;

/** @param {string} script
 * @param {string} address
 * @param {RequestCache} cache
 * @returns {Promise<Program>} */
const beside = (script, address, cache) => new Promise((resolve, reject) => {
  const own = worker = new Worker(script); // throws in a frame that may do little
  /** @type {(module: WebAssembly.Module | undefined) => void} */
  let done = () => {};
  /** @type {(error: Error) => void} */
  let failed = reject;
  /** @param {Error} error */
  const give = (error) => { own.terminate(); failed(error); };
  const refuse = () => give(new Refused());
  const waiting = setTimeout(refuse, silence);
  own.onerror = (event) => { event.preventDefault(); refuse(); };
  own.onmessageerror = refuse;
  own.onmessage = ({ data: { ready, head, error, refused, ...last } }) => {
    clearTimeout(waiting);
    if (ready) return own.postMessage({ address: new URL(address, location.href).href, cache });
    if (refused) return refuse();
    if (error !== undefined) return give(new TypeError(error));
    if (!head) return done(last.module);
    /** @type {Promise<WebAssembly.Module | undefined>} */
    const module = new Promise((whole, broken) => { done = whole; failed = broken; });
    resolve({ head, module });
    // It stays when it is done: what the browser keeps of the compiled program for
    // the next visit, it keeps once nothing more has been compiled for a while, and
    // not for a worker that is gone. An idle one does no work.
    if (!head.ok) own.terminate();
  };
});

/** @param {{script: string | undefined, address: string, cache: RequestCache}} what
 * @returns {Promise<Program>} */
export async function fetchProgram({ script, address, cache }) {
  const here = async () => /** @type {Program} */ (await compile(address, cache));
  worker?.terminate(); // of an earlier try
  if (!script) return here();
  /** @param {unknown} error
   * @returns {Promise<Program>} */
  const instead = (error) => {
    if (error instanceof TypeError) throw error; // the program's fault, not the worker's
    return here();
  };
  try {
    const { head, module } = await beside(script, address, cache);
    return { head, module: module.catch(async (error) => (await instead(error)).module) };
  } catch (error) {
    return instead(error);
  }
}
