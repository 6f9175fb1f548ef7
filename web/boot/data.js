// What the program is told: the questionnaire and all words of one language (app/data),
// and the words of ads, in files that the browser checks.

/** Text as it was, where a host has changed its line ends or put a byte order mark
 * before it.
 * @param {Uint8Array} bytes
 * @returns {Uint8Array} */
export const mended = (bytes) => {
  const [a, b, c] = bytes;
  const from = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  return bytes.filter((byte, i) => i >= from && !(byte === 13 && bytes[i + 1] === 10));
};

/** Whether that is what the integrity says; never where a browser cannot tell, which
 * is without https.
 * @param {Uint8Array} bytes
 * @param {string} integrity */
const fits = async (bytes, integrity) => {
  if (!globalThis.crypto?.subtle) return false;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {BufferSource} */ (bytes)));
  return integrity === `sha256-${btoa(String.fromCharCode(...hash))}`;
};

/** Fetches a file that the browser refused, as it was, if its text can be mended, or
 * the answer that there is none.
 * @param {string} address
 * @param {RequestCache} cache
 * @param {string} integrity
 * @returns {Promise<Response | undefined>} */
async function refused(address, cache, integrity) {
  try {
    const response = await fetch(address, { cache });
    if (!response.ok) return response;
    const bytes = mended(new Uint8Array(await response.arrayBuffer()));
    if (await fits(bytes, integrity)) return new Response(/** @type {BodyInit} */ (bytes));
  } catch { /* it does not come */ }
  return undefined;
}

/** Fetches the file. What came broken may have been kept: then it comes anew.
 * @param {string} address
 * @param {{integrity: string, cache: RequestCache, lost: string}} how lost is what is
 *   said of a file that did not arrive as the site has it
 * @returns {Promise<Response>} */
export async function fetchData(address, { integrity, cache, lost }) {
  try {
    return await fetch(address, /** @type {RequestInit} */ ({ priority: "low", cache, integrity }));
  } catch (error) {
    const found = await refused(address, cache, integrity);
    if (found) return found;
    if (navigator.onLine === false) throw error;
    if (cache === "default") return fetchData(address, { integrity, cache: "reload", lost });
    throw new TypeError(lost, { cause: error });
  }
}

/** What the data says to scripts: the words of the interface, and which questionnaire
 * this is. The form of the file is that of app/data.
 * @param {string} text
 * @returns {{words: Record<string, string>, pack: string, packVersion: string}} */
export const readData = (text) => {
  /** @param {string} name */
  const file = (name) => JSON.parse(new RegExp(`^-- ${name}\\.json --\\n(.*)$`, "m").exec(text)?.[1] || "{}");
  const { id: pack, version: packVersion } = file("pack");
  return { words: file("interface"), pack, packVersion };
};
