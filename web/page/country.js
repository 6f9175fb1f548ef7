import { isUnasked } from "./asked.js";
import { all, find } from "./dom.js";
import { read } from "./form.js";

/** What follows from the country: which questions and sentences are for it, and
 * what is proposed where nothing was chosen. A choice stays as it is.
 * @param {any} form
 * @param {(control: any) => void} changed called for what a proposal has changed
 * @param {() => Record<string, string>} proposals what nobody has chosen yet, by input name */
export const startCountry = (form, changed, proposals) => {
  /** The input name of an answer on pay.
   * @param {"country" | "currency" | "basis"} role
   * @returns {string | undefined} */
  const nameOf = (role) => find(`[data-pay=${role}]`, form)?.dataset.q;
  const country = form.elements[nameOf("country") || ""];
  /** @param {any} e */
  const elsewhere = (e) => !country || !e.dataset.where.split(" ").includes(country.value);
  // Who has chosen what a sentence asks for is not asked again.
  const follow = () => {
    const answers = read(form);
    all("[data-where], [data-asked]", form).forEach((e) => {
      e.hidden = e.dataset.where !== undefined && elsewhere(e) || isUnasked(e, answers, proposals())
        || !!e.dataset.basis && e.dataset.basis === form.elements[nameOf("basis") || ""]?.value;
    });
  };
  /** @param {string} [name]
   * @param {string} [value] */
  const propose = (name = "", value = "") => {
    const field = form.elements[name]; // a select, or the radios of one name
    const proposed = proposals(), was = proposed[name];
    if (!field || field.value === value || field.value && field.value !== was) return;
    proposed[name] = value;
    if (field.nodeName) field.value = value;
    else field.forEach((/** @type {any} */ radio) => { radio.checked = radio.value === value; });
    changed(field.nodeName ? field : [...field].find((radio) => radio.checked) || field[0]);
  };
  return {
    follow,
    /** @param {any} target what was changed */
    changed(target) {
      const proposed = proposals();
      if (target.value !== proposed[target.name]) delete proposed[target.name];
      if (target !== country) {
        follow();
        return;
      }
      propose(nameOf("currency"), country.selectedOptions[0].dataset.currency);
      propose(nameOf("basis"), all("[data-basis]", form).find((/** @type {any} */ e) => !elsewhere(e))?.dataset.basis);
      follow();
    },
  };
};
