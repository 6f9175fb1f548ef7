// The page for editors: writes the lines for what is chosen and shows, with the
// very file that other pages load, how it looks there.
(() => {
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const [lang, page, theme, country, accent, pick] = ["#lang", "#page", "#theme", "#where", "#accent", "#pick"].map(find);
  const said = find("#accent-said");
  const source = find("script[src$='/embed.js']").src;

  // The pages of both themes, as in web/page.css and web/embed.js.
  const pages = { light: "#fbfaf7", dark: "#12191b" };
  const luminance = (hex) => [0.2126, 0.7152, 0.0722].reduce((sum, part, i) => {
    const c = parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
    return sum + part * (c > 0.04045 ? ((c + 0.055) / 1.055) ** 2.4 : c / 12.92);
  }, 0);
  const contrast = (a, b) => {
    const [dim, bright] = [luminance(a) + 0.05, luminance(b) + 0.05].sort((x, y) => x - y);
    return bright / dim;
  };

  // The colour, if it can be used; otherwise it is said why not.
  const chosen = () => {
    const colour = accent.value.trim().toLowerCase();
    let key = "", ratio = 0;
    if (colour && !/^#[\da-f]{6}$/.test(colour)) key = "shape";
    else if (colour) {
      const on = theme.value === "dark" ? "dark" : "light";
      ratio = contrast(colour, pages[on]);
      key = ratio < 4.5 ? on : "fits";
      pick.value = colour;
    }
    // Rounded down: 4.49 is not 4.5.
    const number = new Intl.NumberFormat(root.lang, { maximumFractionDigits: 1 }).format(Math.floor(ratio * 10) / 10);
    const text = key && said.dataset[key].replace("{ratio}", number);
    if (said.textContent !== text) said.textContent = text;
    const refused = key !== "" && key !== "fits";
    said.classList.toggle("problem", refused);
    accent.setAttribute("aria-invalid", refused);
    return refused ? "" : colour;
  };

  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  let shown = "";
  const write = () => {
    const attributes = { lang: lang.value, page: page.value, theme: theme.value, accent: chosen(), country: country.value };
    const said = Object.entries(attributes).filter(([, value]) => value && value !== "check-up" && value !== "auto");
    const list = (prefix) => said.map(([name, value]) => ` ${prefix}${name}="${value}"`).join("");
    const load = (data) => `<script async src="${escaped(source)}"${data}></` + "script>";
    find("#line").textContent = load(list("data-"));
    find("#element").textContent = `${load("")}\n<both-ends${list("")}></both-ends>`;

    // The frame is made anew only when something about it is new.
    if (shown === list("")) return;
    shown = list("");
    const element = document.createElement("both-ends");
    for (const [name, value] of said) element.setAttribute(name, value);
    find("#preview").replaceChildren(element);
    const frame = element.querySelector("iframe");
    if (!frame) return; // embed.js did not come
    const address = new URL(frame.src);
    for (const [name, value] of [...address.searchParams]) if (!value) address.searchParams.delete(name);
    find("#plain").textContent =
      `<iframe src="${escaped(address.href)}" title="${escaped(frame.title)}" loading="lazy" allow="clipboard-write" width="100%" height="900" style="border: 0"></iframe>`;
  };

  // What is typed is judged at once, and shown when it is finished.
  accent.addEventListener("input", chosen);
  pick.addEventListener("input", () => {
    accent.value = pick.value;
    chosen();
  });
  find(".choices").addEventListener("change", write);

  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-act=copy]");
    if (!button) return;
    const text = document.getElementById(button.dataset.of);
    const status = button.parentElement.querySelector("[role=status]");
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(text.textContent);
      status.textContent = status.dataset.done;
    } catch {
      getSelection().selectAllChildren(text);
      text.focus();
      status.textContent = status.dataset.hand;
    }
  });

  lang.value = root.lang;
  write();
})();
