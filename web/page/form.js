import { all, find } from "./dom.js";

/** @typedef {import("../border").Values} Values */

/** The answers in a form, by input name.
 * @param {any} form
 * @returns {Values} */
export const read = (form) => {
  /** @type {Values} */
  const answers = {};
  for (const [name, value] of new FormData(form)) {
    if (String(value).trim() !== "") (answers[name] ||= []).push(String(value));
  }
  return answers;
};

/** Puts answers into a form, and nothing where there is none.
 * @param {any} form
 * @param {Record<string, unknown>} answers */
export const fill = (form, answers) => {
  for (const control of form.elements) {
    if (!control.name) continue;
    /** @type {string[]} */
    const values = [answers[control.name] ?? []].flat().filter((value) => typeof value === "string");
    if (control.type === "radio" || control.type === "checkbox") {
      control.checked = values.includes(control.value);
    } else if (control.tagName === "SELECT") {
      const [code] = values;
      if (code && !find(`option[value="${CSS.escape(code)}"]`, control)) control.add(new Option(code, code));
      control.value = code || "";
    } else if (control.type !== "range") {
      const words = all(`input[type=checkbox][name="${control.name}"]`, form).map((box) => box.value);
      control.value = values.find((value) => !words.includes(value)) || "";
    }
  }
};

/** "None of these" and the other boxes of a list exclude each other.
 * @param {any} box */
export const exclude = (box) => {
  if (box.type !== "checkbox" || !box.checked) return;
  const list = box.closest("[data-none]");
  if (!list) return;
  all("input[type=checkbox]", list).forEach((other) => {
    if (other !== box && (box.value === "none" || other.value === "none")) other.checked = false;
  });
};

/** Offers to take a choice back where there is one.
 * @param {any} form */
export const offerClearing = (form) => {
  for (const question of all("[data-clears]", form)) question.dataset.clears = find(":checked", question) ? "now" : "later";
};

/** A radio once chosen cannot be unchosen by itself. The button is no stop of its own
 * for the keyboard, which has the key Delete.
 * @param {any} form */
export const addClearing = (form) => {
  for (const question of all("fieldset.q", form)) {
    if (!find("[type=radio]", question)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "clear";
    button.dataset.act = "clear";
    const legend = find("legend", question);
    legend.id = `${question.id}-label`;
    button.setAttribute("aria-describedby", legend.id);
    button.tabIndex = -1;
    button.title = form.dataset.clear;
    button.setAttribute("aria-label", form.dataset.clear);
    button.textContent = "×";
    question.append(button);
    question.dataset.clears = "later";
  }
  offerClearing(form);
};
