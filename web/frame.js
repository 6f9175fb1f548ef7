// What a page of the site does in a frame of another one. web/page.js loads
// this only there.
//
// The page around may be anybody's. What it can know of a visit is this:
//   - that a view has opened, its height, and that a result is there, by
//     messages that carry nothing else: {source, type, height};
//   - so the height itself. It tells which section is open, and roughly how
//     long a result is, or how many are kept. It is therefore rounded up: to 64
//     pixels, with results to 256, which says little about what stands in it.
// The address, the name of the window and its history never change with an
// answer. One message is listened to: "hello" from the page around, saying that
// it follows the height. Anything else is as if it had not come.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const find = (selector) => document.querySelector(selector);

  // ---- links ------------------------------------------------------------------

  // Pages that may stand in a frame open in it and keep its looks. Browsers keep
  // what a frame stores for the site around it alone (Chromium, Firefox and
  // Safari all do), so the kept results can be read nowhere else; and a draft
  // goes with the tab, so no answer is lost on the way. Where nothing can be
  // stored at all, only those that lead there and back stay, and the answers
  // with the page. All other pages open outside. The check-up has a form of its
  // own for frames. (A test knows these addresses.)
  const framed = "embed/en/ embed/fr/ en/ fr/ ad/ fr/annonce/ en/history/ fr/historique/ en/group/ fr/groupe/ en/minutes/ fr/minutes/".split(" ");
  const { base, pack } = root.dataset;
  const lasts = String(sessionStorage) === "[object Storage]";
  const inside = (link) => link.matches("[data-act=lang], [data-act=leave], .intro a, #to-checkup") ||
    lasts && link.host === location.host && framed.some((page) => link.pathname === base + page);
  const leads = (link) => !link.target && !link.hasAttribute("download") &&
    /^https?:$/.test(link.protocol) && !link.getAttribute("href").startsWith("#");
  const keepLooks = (link) => {
    if (/^(en|fr)\/$/.test(link.pathname.slice(base.length))) link.pathname = link.pathname.replace(base, `${base}embed/`);
    link.search = location.search;
  };
  [...document.querySelectorAll("a[href]")].filter((link) => leads(link) && inside(link)).forEach(keepLooks);
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href]");
    if (!link || !leads(link)) return;
    if (inside(link)) return keepLooks(link); // one that the program drew
    link.target = "_blank";
    link.rel = "noopener";
  }, true);

  // ---- country ----------------------------------------------------------------

  // Proposed where nothing was chosen, and only at the beginning of a visit.
  const propose = (select, code) => {
    if (!select || ![...select.options].some((option) => option.value === code)) return;
    if (select.value && select.value !== "*") return;
    select.value = code;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const code = query.get("country");
  const form = find("#checkup");
  propose(find("#talk-country"), code);
  if (form && !sessionStorage.getItem(`bothends.draft:${pack}${base}`)) propose(form.elements.country, code);

  // ---- accent -----------------------------------------------------------------

  // Colours are [red, green, blue]. Page, card and the tint behind help lines
  // are those of web/page.css, in both themes.
  const colour = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const css = (rgb) => "#" + rgb.map((c) => c.toString(16).padStart(2, "0")).join("");
  const mix = (a, b, part) => a.map((c, i) => Math.round(c * part + b[i] * (1 - part)));
  const luminance = (rgb) => rgb.map((c) => c / 255)
    .map((c) => c > 0.04045 ? ((c + 0.055) / 1.055) ** 2.4 : c / 12.92)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => {
    const ratio = (luminance(a) + 0.05) / (luminance(b) + 0.05);
    return Math.max(ratio, 1 / ratio);
  };
  const white = [255, 255, 255], black = [0, 0, 0];
  const themes = {
    light: { surfaces: ["#fbfaf7", "#ffffff", "#fdf1e0"].map(colour), away: black, shades: [0.09, 0.24, 0.45] },
    dark: { surfaces: ["#12191b", "#1a2427", "#33260f"].map(colour), away: white, shades: [0.1, 0.22, 0.42] },
  };

  // In the other theme, and on the tints, a colour goes towards black or white
  // until words in it can be read.
  const shades = (accent, { surfaces, away, shades }) => {
    const [page, card] = surfaces;
    let hue = accent;
    for (let part = 1; part > 0 && surfaces.some((s) => contrast(hue, s) < 4.5); part -= 0.02) hue = mix(accent, away, part);
    let tint = card;
    for (let part = 0.12; part > 0; part -= 0.01) {
      tint = mix(hue, card, part);
      if (contrast(hue, tint) >= 4.5) break;
      tint = card;
    }
    const on = contrast(hue, white) > contrast(hue, black) ? white : black;
    const scale = [...shades.map((part) => mix(hue, page, part)), hue];
    const colours = { hue, "on-hue": on, tint, s1: scale[0], s2: scale[1], s3: scale[2], s4: scale[3] };
    return Object.entries(colours).map(([name, rgb]) => `--${name}:${css(rgb)}`).join(";");
  };

  // web/embed.js refuses the same colours and tells the host why.
  const accent = query.get("accent") || "";
  const own = themes[query.get("theme") === "dark" ? "dark" : "light"];
  if (/^#[\da-f]{6}$/i.test(accent) && contrast(colour(accent), own.surfaces[0]) >= 4.5) {
    const [light, dark] = [themes.light, themes.dark].map((theme) => shades(colour(accent), theme));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync([
      `@media screen { :root { ${light} } :root[data-theme="dark"] { ${dark} } }`,
      `@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${dark} } }`,
    ].join(" "));
    document.adoptedStyleSheets = [sheet];
  }

  // ---- height -----------------------------------------------------------------

  // The page around, as far as the browser names it. One that is sandboxed or
  // hides where it is has no name: then the height, and nothing else, goes to
  // whoever it is.
  let around = (location.ancestorOrigins || [])[0] || document.referrer && new URL(document.referrer).origin;
  if (!around || around === "null") around = "*";

  // The content, never the window: nothing here may depend on the height of the
  // frame, or the two would drive each other up.
  const adRead = () => find("#adresult:not([hidden])");
  const results = () => form ? root.dataset.step === "result" : adRead() || find("#history, #group");
  const measure = () => {
    const step = results() ? 256 : 64;
    return Math.ceil(document.body.getBoundingClientRect().height / step) * step;
  };

  let sent = 0, completed = false, followed = false, later;
  const tell = (type) => {
    const height = measure();
    if (!height) return; // not on the screen
    clearTimeout(later);
    window.parent.postMessage({ source: "bothends", type: sent ? type : "ready", height }, around);
    sent = height;
    later = setTimeout(settle, 1000);
  };
  const changed = () => {
    const height = measure();
    // Growing is for now. Shrinking waits, for a page that is empty for a moment
    // between two views would make the page around jump.
    clearTimeout(later);
    if (height > sent) tell("height");
    else if (height < sent) later = setTimeout(() => tell("height"), 150);
    if (completed || !adRead()) return;
    completed = true;
    tell("completed");
  };
  // A frame that follows needs no bar to scroll with, which would narrow the
  // page for a moment. One that is kept small needs it.
  const settle = () => {
    root.style.overflow = followed && innerHeight >= document.body.getBoundingClientRect().height ? "hidden" : "";
  };

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || around !== "*" && origin !== around) return;
    if (Object(data).source !== "bothends" || data.type !== "hello") return;
    if (origin !== "null") around = origin;
    followed = true;
    root.style.overflow = "hidden";
  });
  document.addEventListener("bothends:view", () => tell("ready"));
  document.addEventListener("bothends:show", ({ detail }) => {
    if (detail !== "result" || completed) return;
    completed = true;
    tell("completed");
  });
  tell("ready");
  new ResizeObserver(changed).observe(document.body);
})();
