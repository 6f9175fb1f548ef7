// Fetches the program and compiles it, on the thread that this runs on.

/** @typedef {{ok: boolean, status: number, bytes: string | null}} Head of the answer */

/** The module follows its head: it stays undefined where the answer is no file.
 * @param {string} address
 * @param {RequestCache} cache
 * @returns {Promise<{head: Head, module: Promise<WebAssembly.Module> | undefined}>} */
export async function compile(address, cache) {
  const response = await fetch(address, /** @type {RequestInit} */ ({ priority: "low", cache }));
  const { ok, status, headers } = response;
  const head = { ok, status, bytes: headers.get("content-length") };
  // The response goes in as it came: only then can the browser keep the
  // compiled program for the next visit.
  const streams = "compileStreaming" in WebAssembly && (headers.get("content-type") || "").startsWith("application/wasm");
  const module = ok ? streams
    ? WebAssembly.compileStreaming(response)
    : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes)) : undefined;
  return { head, module };
}
