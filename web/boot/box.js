// The box that tells how far the program is, [data-boot]. Without it, nothing is told.

/** @returns {any} */
export const box = () => document.querySelector("[data-boot]");

/** Bytes as megabytes, with the decimal point of the language. By hand: the first
 * Intl.NumberFormat with a unit takes a slow phone 0.1 s.
 * @param {number | string} bytes
 * @param {string} [point] */
export const megabytes = (bytes, point = ".") => (Number(bytes) / 1e6).toFixed(1).replace(".", point);

/** Fills {name} in a text.
 * @param {string | undefined} text
 * @param {Record<string, string>} fill */
export const filled = (text, fill) => (text || "").replace(/\{(\w+)\}/g, (_, name) => fill[name] || "");

/** Tells how far the program is: "loading", "failed", "never" (it cannot run here) or "" (done).
 * @param {"loading" | "failed" | "never" | ""} state
 * @param {Record<string, any>} [fill]
 * @param {string} [text] that the box does not hold */
export const show = (state, fill = {}, text = undefined) => {
  const shown = box();
  if (!shown) return;
  /** @param {string} selector
   * @param {string} property
   * @param {unknown} value */
  const set = (selector, property, value) => {
    const element = shown.querySelector(selector);
    if (element) element[property] = value;
  };
  set("[data-boot-text]", "textContent", filled(text || shown.dataset[state], fill));
  set("progress", "hidden", state !== "loading");
  set("[data-act=retry]", "hidden", state !== "failed");
  set("#waiting", "hidden", state === "never");
  shown.dataset.boot = state;
  shown.hidden = !state;
};
