// Colours, and whether words in one can be read on another (WCAG 2).

/** @typedef {number[]} Colour red, green and blue, 0 to 255 */

/** The least contrast between words and what is behind them. */
export const readable = 4.5;

/** @param {string} text */
export const isHex = (text) => /^#[\da-f]{6}$/i.test(text);

/** @param {string} hex "#rrggbb"
 * @returns {Colour} */
export const colour = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

/** @param {Colour} rgb */
export const css = (rgb) => "#" + rgb.map((c) => c.toString(16).padStart(2, "0")).join("");

/** @param {Colour} rgb */
const luminance = (rgb) => rgb.map((c) => c / 255)
  .map((c) => c > 0.04045 ? ((c + 0.055) / 1.055) ** 2.4 : c / 12.92)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);

/** From 1, the same, to 21, black on white.
 * @param {Colour} a
 * @param {Colour} b */
export const contrast = (a, b) => {
  const ratio = (luminance(a) + 0.05) / (luminance(b) + 0.05);
  return Math.max(ratio, 1 / ratio);
};

/** Whether words in an accent can be read on a page.
 * @param {string} accent
 * @param {string} page "#rrggbb" */
export const fits = (accent, page) => isHex(accent) && contrast(colour(accent), colour(page)) >= readable;
