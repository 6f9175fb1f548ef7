// The block "Both Ends" in the editor of WordPress: what can be chosen, and how it looks.
// Written as browsers and WordPress 6.1 read it, so it is built by nobody. Nothing runs
// here that comes from elsewhere: the preview is a frame, not embed.js.
((wp, site) => {
  "use strict";
  const { createElement: h, Fragment } = wp.element;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { PanelBody, Placeholder, SelectControl, TextControl } = wp.components;
  const { words, languages } = site;

  // As web/colour/contrast.js has it, which the frame judges by.
  const luminance = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => c > 0.04045 ? ((c + 0.055) / 1.055) ** 2.4 : c / 12.92)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (a, b) => {
    const r = (luminance(a) + 0.05) / (luminance(b) + 0.05);
    return Math.max(r, 1 / r);
  };
  const ofColour = ({ accent, theme }) => {
    if (!accent) return words["embed.accent.help"];
    if (!/^#[\da-f]{6}$/i.test(accent)) return words["embed.accent.shape"];
    const on = theme === "dark" ? "dark" : "light";
    const found = ratio(accent, site[on]);
    // Rounded down: 4.49 is not 4.5.
    const said = (Math.floor(found * 10) / 10).toLocaleString(words["language.tag"]);
    return words["embed.accent." + (found < 4.5 ? on : "fits")].replace("{ratio}", said);
  };

  const shown = ({ lang, page, theme, accent, country, load }, isSelected) => {
    const language = languages[lang] || languages[site.page];
    const ad = page === "ad";
    if (load === "click") return h("div", { style: { padding: "1em", border: "1px solid" } },
      h("p", null, language.words["embed.frame"]),
      !ad && h("p", null, language.question),
      h("p", null, language.words["embed.load.more"].replace("{host}", new URL(site.address).host)),
      h("button", { type: "button", disabled: true }, language.words["embed.load.start"]));
    const src = new URL(ad ? language.ad : language.checkUp, site.address);
    src.search = new URLSearchParams({ theme, accent: /^#[\da-f]{6}$/i.test(accent) ? accent : "", country });
    return h("div", { style: { position: "relative" } },
      h("iframe", {
        key: src.href, src: src.href, title: language.words["embed.frame"], loading: "lazy", sandbox: "allow-scripts",
        style: { display: "block", width: "100%", height: "600px", border: 0 },
      }),
      // A press in a frame would not choose the block.
      !isSelected && h("div", { style: { position: "absolute", inset: 0 } }));
  };

  wp.blocks.registerBlockType("both-ends/check-up", {
    edit({ attributes, setAttributes, isSelected }) {
      const props = useBlockProps();
      if (!site.address) return h("div", props, h(Placeholder, { icon: "clipboard", label: words.name, instructions: words["embed.block.none"] }));
      const choice = (name, label, options) => h(SelectControl, {
        label: words[label], value: attributes[name],
        options: options.map(([value, label]) => ({ value, label })), onChange: (value) => setAttributes({ [name]: value }),
      });
      const { countries } = languages[words["language.tag"]];
      return h(Fragment, null,
        h(InspectorControls, null, h(PanelBody, { title: words["embed.choices"] },
          choice("lang", "embed.lang", [["", words["embed.block.page"]], ...Object.entries(languages).map(([tag, { words }]) => [tag, words["language.name"]])]),
          choice("page", "embed.page", [["", words["foot.checkup"]], ["ad", words["foot.ad"]]]),
          choice("theme", "theme.label", [["", words["theme.auto"]], ["light", words["theme.light"]], ["dark", words["theme.dark"]]]),
          h(TextControl, {
            label: words["embed.accent"], value: attributes.accent, help: ofColour(attributes), placeholder: "#0b5f6b",
            onChange: (value) => setAttributes({ accent: value.trim().toLowerCase() }),
          }),
          choice("country", "embed.country", [["", words["embed.country.none"]], ...countries]),
          choice("load", "embed.load", [["", words["embed.load.near"]], ["click", words["embed.load.click"]]]),
        )),
        h("div", props, shown(attributes, isSelected)));
    },
    save: () => null, // PHP writes it
  });
})(window.wp, window.bothEndsBlock);
