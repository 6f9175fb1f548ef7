// What the program is told: the questionnaire and all words of one language (app/data),
// in a file that the browser checks.

/** Fetches the data. What came broken may have been kept: then it comes anew.
 * @param {string} address
 * @param {{integrity: string, cache: RequestCache, lost: string}} how lost is what is
 *   said of a file that did not arrive whole
 * @returns {Promise<Response>} */
export async function fetchData(address, { integrity, cache, lost }) {
  try {
    return await fetch(address, /** @type {RequestInit} */ ({ priority: "low", cache, integrity }));
  } catch (error) {
    if (navigator.onLine === false) throw error;
    if (cache === "default") return fetchData(address, { integrity, cache: "reload", lost });
    throw new TypeError(lost, { cause: error });
  }
}
