/** @typedef {import("../border").Events} Events */

/** Sends an event over the document; false if somebody prevented what follows.
 * @template {keyof Events} Name
 * @param {Name} name
 * @param {Events[Name]} [detail] */
export const tell = (name, detail) =>
  document.dispatchEvent(new CustomEvent(`bothends:${name}`, { detail, cancelable: true }));

/** @template {keyof Events} Name
 * @param {Name} name
 * @param {(detail: Events[Name], event: Event) => void} listener */
export const listen = (name, listener) =>
  document.addEventListener(`bothends:${name}`, (event) => listener(/** @type {CustomEvent} */ (event).detail, event));
