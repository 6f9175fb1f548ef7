export const root = document.documentElement;

// Elements are "any": which kind of control a selector finds, only the page knows.
/** @type {(selector: string, from?: ParentNode) => any} */
export const find = (selector, from = document) => from.querySelector(selector);
/** @type {(selector: string, from?: ParentNode) => any[]} */
export const all = (selector, from = document) => [...from.querySelectorAll(selector)];

/** Says something to whoever cannot see what changed.
 * @param {string} [text] */
export const say = (text) => {
  const said = find("#said");
  if (said) said.textContent = text || "";
};

/** Whether the page stands in one of another site. */
export const embedded = root.dataset.embed === "true";
