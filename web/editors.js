// The page for editors: writes the lines for what is chosen and shows, with the
// very file that other pages load, how it looks there.
import "./copy.js";
import { dark, light } from "site:colours";
import { colour, contrast, isHex, readable } from "./colour/contrast.js";

const root = document.documentElement;
/** @type {(selector: string) => any} */
const find = (selector) => document.querySelector(selector);
const [lang, page, theme, country, load, accent, pick] = ["#lang", "#page", "#theme", "#where", "#load", "#accent", "#pick"].map(find);
const said = find("#accent-said");
const source = find("script[src$='/embed.js']").src;

// The colour, if it can be used; otherwise it is said why not.
const chosen = () => {
  const hex = accent.value.trim().toLowerCase();
  let key = "", ratio = 0;
  if (hex && !isHex(hex)) key = "shape";
  else if (hex) {
    const on = theme.value === "dark" ? "dark" : "light";
    ratio = contrast(colour(hex), colour({ light, dark }[on].page));
    key = ratio < readable ? on : "fits";
    pick.value = hex;
  }
  // Rounded down: 4.49 is not 4.5.
  const number = new Intl.NumberFormat(root.lang, { maximumFractionDigits: 1 }).format(Math.floor(ratio * 10) / 10);
  const text = key && said.dataset[key].replace("{ratio}", number);
  if (said.textContent !== text) said.textContent = text;
  const refused = key !== "" && key !== "fits";
  said.classList.toggle("problem", refused);
  accent.setAttribute("aria-invalid", refused);
  return refused ? "" : hex;
};

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
let shown = "";
const write = () => {
  // The sentence is for the readers of the other page.
  find("#note").textContent = lang.selectedOptions[0].dataset.note;
  const attributes = { lang: lang.value, page: page.value, theme: theme.value, accent: chosen(), country: country.value, load: load.value };
  const said = Object.entries(attributes).filter(([, value]) => value && value !== "check-up" && value !== "auto" && value !== "near");
  /** @param {string} prefix */
  const list = (prefix) => said.map(([name, value]) => ` ${prefix}${name}="${value}"`).join("");
  /** @param {string} data */
  const script = (data) => `<script async src="${escaped(source)}"${data}></` + "script>";
  find("#line").textContent = script(list("data-"));

  // The frame is made anew only when something about it is new.
  if (shown === list("")) return;
  shown = list("");
  const element = document.createElement("both-ends");
  for (const [name, value] of said) element.setAttribute(name, value);
  find("#preview").replaceChildren(element);
  const { frame } = /** @type {any} */ (element);
  if (!frame) return; // embed.js did not come
  const address = new URL(frame.src);
  for (const [name, value] of [...address.searchParams]) if (!value) address.searchParams.delete(name);
  const href = escaped(address.href), title = escaped(frame.title);
  // The link is for whose browser or blocker lets the script not through.
  find("#element").textContent = `${script("")}\n<both-ends${list("")}><a href="${href}">${title}</a></both-ends>`;
  find("#plain").textContent =
    `<iframe src="${href}" title="${title}" loading="lazy" allow="clipboard-write" width="100%" height="900" style="border: 0; height: 900px !important"></iframe>`;
};

// What is typed is judged at once, and shown when it is finished.
accent.addEventListener("input", chosen);
pick.addEventListener("input", () => {
  accent.value = pick.value;
  chosen();
});
find(".choices").addEventListener("change", write);

lang.value = root.lang;
write();
