import assert from "node:assert/strict";
import { test } from "node:test";
import { directions, shades } from "./accent.js";
import { colour, contrast, css, fits, isHex, readable } from "./contrast.js";

// Palettes like those of web/page.css, which the builder reads (app/site/colours.go).
const light = { page: "#fbfaf7", card: "#ffffff", warm: "#fdf1e0" };
const dark = { page: "#12191b", card: "#1a2427", warm: "#33260f" };

test("colours are read and written", () => {
  assert.deepEqual(colour("#0b6e4f"), [11, 110, 79]);
  for (const hex of ["#000000", "#ffffff", "#0b6e4f"]) assert.equal(css(colour(hex)), hex);
  for (const text of ["", "0b6e4f", "#0b6e4", "#0b6e4ff", "#0b6e4g", "red", "#0b6e4f "]) assert.equal(isHex(text), false, text);
  assert.equal(isHex("#0B6E4F"), true);
});

test("contrast is that of WCAG 2", () => {
  for (const [a, b, want] of [["#000000", "#ffffff", 21], ["#ffffff", "#ffffff", 1], ["#777777", "#ffffff", 4.48], ["#767676", "#ffffff", 4.54]]) {
    assert.equal(contrast(colour(a), colour(b)).toFixed(2), want.toFixed(2));
    assert.equal(contrast(colour(a), colour(b)), contrast(colour(b), colour(a)));
  }
});

test("an accent fits the page on which words in it can be read", () => {
  for (const [accent, page, want] of [
    ["#0b6e4f", light.page, true], ["#0b6e4f", dark.page, false],
    ["#7cc7cf", dark.page, true], ["#7cc7cf", light.page, false],
    ["", light.page, false], ["red", light.page, false], ["#0b6e4f;", light.page, false],
  ]) assert.equal(fits(accent, page), want, `${accent} on ${page}`);
});

test("whatever the accent, words in its colours can be read in both themes", () => {
  for (let i = 0; i < 4096; i += 7) {
    const accent = [(i >> 8) * 17, (i >> 4 & 15) * 17, (i & 15) * 17];
    for (const [name, palette] of Object.entries({ light, dark })) {
      const made = shades(accent, palette, directions[name]);
      const said = `${css(accent)} in ${name}: ${JSON.stringify(made)}`;
      for (const surface of [palette.page, palette.card, palette.warm, made.tint]) {
        assert.ok(contrast(colour(made.hue), colour(surface)) >= readable, said);
      }
      assert.ok(contrast(colour(made.hue), colour(made["on-hue"])) >= readable, said);
      assert.equal(made.s4, made.hue);
    }
  }
});

test("an accent that can be read everywhere stays as it is", () => {
  assert.equal(shades(colour("#0b5f6b"), light, directions.light).hue, "#0b5f6b");
  assert.equal(shades(colour("#7cc7cf"), dark, directions.dark).hue, "#7cc7cf");
});
