// Compiles the program in a worker (see web/boot/program.js), which the page hands
// its address. It asks for nothing before.
import { compile } from "./boot/compile.js";

const own = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** @param {MessageEvent<{address: string, cache: RequestCache}>} event */
own.onmessage = async ({ data: { address, cache } }) => {
  try {
    const { head, module } = await compile(address, cache);
    own.postMessage({ head });
    own.postMessage({ module: await module });
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    own.postMessage(name === "DataCloneError" ? { refused: true } : { error: message });
  }
};
own.postMessage({ ready: true });
