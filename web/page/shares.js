// Shares of a whole: numbers that always add up to 100, one for each task that was
// ticked. They count only once something was said with them. Nothing here knows the
// page; web/page/sliders.js does.

/** @typedef {Map<string, number>} Numbers by id */

/** @param {Numbers} exact
 * @param {string[]} ids */
export const sum = (exact, ids) => ids.reduce((n, id) => n + /** @type {number} */ (exact.get(id)), 0);

/** Makes some of the numbers add up to another sum, in the same proportions.
 * @param {Numbers} exact
 * @param {string[]} ids
 * @param {number} to */
export const scale = (exact, ids, to) => {
  const from = sum(exact, ids);
  for (const id of ids) exact.set(id, from ? /** @type {number} */ (exact.get(id)) * to / from : to / ids.length);
};

/** Whole numbers that add up to 100, by largest remainder; zeros stay zeros.
 * @param {Numbers} exact
 * @param {string[]} ids
 * @returns {Numbers} */
export const wholes = (exact, ids) => {
  const value = (/** @type {string} */ id) => /** @type {number} */ (exact.get(id));
  const whole = new Map(ids.map((id) => [id, Math.floor(value(id) + 1e-9)]));
  const rest = (/** @type {string} */ id) => value(id) - /** @type {number} */ (whole.get(id));
  let left = sum(exact, ids) ? 100 - sum(whole, ids) : 0;
  for (const id of [...ids].sort((a, b) => rest(b) - rest(a))) {
    if (left-- > 0) whole.set(id, /** @type {number} */ (whole.get(id)) + 1);
  }
  return whole;
};

export class Shares {
  said = false; // whether they count
  /** Exact shares: whole numbers alone would forget proportions on the way.
   * @type {Numbers} */
  exact = new Map();
  /** @type {Set<string>} */
  byHand = new Set();
  /** @type {string | undefined} */
  moving = undefined;
  /** @type {Numbers} */
  before = new Map(); // the one that moves was moved

  /** A task that was ticked just now gets as much as the others on average.
   * @param {string[]} ids of all that are ticked */
  arrange(ids) {
    this.moving = undefined; // what it was moved among has changed
    const known = this.said ? ids.filter((id) => this.exact.has(id)) : [];
    const part = known.length && sum(this.exact, known) / known.length || 1;
    this.exact = new Map(ids.map((id) => [id, known.includes(id) ? /** @type {number} */ (this.exact.get(id)) : part]));
    scale(this.exact, ids, 100);
  }

  /** The one that moves has its way. Those set before keep theirs as long as the
   * others can make up for it.
   * @param {string} id
   * @param {number} value
   * @param {string[]} ids of all that are ticked */
  move(id, value, ids) {
    if (id !== this.moving) this.before = new Map(this.exact);
    this.exact = new Map(this.before);
    this.moving = id;
    this.said = true;
    this.byHand.add(id);
    this.exact.set(id, Math.round(value));
    const rest = Math.max(100 - Math.round(value), 1e-6); // above 0, to keep proportions
    const others = ids.filter((other) => other !== id);
    const set = others.filter((other) => this.byHand.has(other)), free = others.filter((other) => !this.byHand.has(other));
    const kept = free.length ? Math.min(sum(this.exact, set), rest) : rest;
    scale(this.exact, set, kept);
    scale(this.exact, free, Math.max(rest - kept, 1e-6));
  }

  settle() { this.moving = undefined; }

  forget() {
    this.said = false;
    this.byHand.clear();
    this.moving = undefined;
    this.exact = new Map();
  }

  /** @param {string[]} ids of all that are ticked */
  equal(ids) {
    this.forget();
    this.said = true;
    this.arrange(ids);
  }

  /** Takes shares that were given, which may be finer than whole numbers.
   * @param {string[]} ids of all that are ticked
   * @param {(id: string) => unknown} given
   * @returns {boolean} whether any was given */
  take(ids, given) {
    this.forget();
    if (!ids.some((id) => given(id))) {
      this.arrange(ids);
      return false;
    }
    this.said = true;
    this.exact = new Map(ids.map((id) => [id, Number(given(id)) || 0]));
    if (sum(this.exact, ids)) scale(this.exact, ids, 100);
    return true;
  }
}
