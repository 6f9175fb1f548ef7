import { colour, contrast, css, readable } from "./contrast.js";

/** @typedef {import("./contrast.js").Colour} Colour */
/** @typedef {import("site:colours").Palette} Palette */

/** @type {Colour} */
const white = [255, 255, 255];
/** @type {Colour} */
const black = [0, 0, 0];

/** Where a colour goes that cannot be read in a theme, and how much of the accent
 * is in each step of the scale but the last. */
export const directions = {
  light: { away: black, steps: [0.09, 0.24, 0.45] },
  dark: { away: white, steps: [0.1, 0.22, 0.42] },
};

/** @param {Colour} a
 * @param {Colour} b
 * @param {number} part of a */
const mix = (a, b, part) => a.map((c, i) => Math.round(c * part + b[i] * (1 - part)));

/** The colours of web/page.css that follow from an accent. In the other theme, and
 * on the tints, a colour goes towards black or white until words in it can be read.
 * @param {Colour} accent
 * @param {Palette} palette
 * @param {{away: Colour, steps: number[]}} direction
 * @returns {Record<string, string>} */
export const shades = (accent, palette, { away, steps }) => {
  const surfaces = [palette.page, palette.card, palette.warm].map(colour);
  const [page, card] = surfaces;
  let hue = accent;
  for (let part = 1; part > 0 && surfaces.some((s) => contrast(hue, s) < readable); part -= 0.02) hue = mix(accent, away, part);
  let tint = card;
  for (let part = 0.12; part > 0; part -= 0.01) {
    tint = mix(hue, card, part);
    if (contrast(hue, tint) >= readable) break;
    tint = card;
  }
  const on = contrast(hue, white) > contrast(hue, black) ? white : black;
  const [s1, s2, s3] = steps.map((part) => mix(hue, page, part));
  const colours = { hue, "on-hue": on, tint, s1, s2, s3, s4: hue };
  return Object.fromEntries(Object.entries(colours).map(([name, rgb]) => [name, css(rgb)]));
};
