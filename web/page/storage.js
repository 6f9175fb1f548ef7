// What is kept for the tab, and what erasing takes. Drafts are written here and
// nowhere else.

/** @typedef {import("../border").Draft} Draft */

/** Stores a value, or removes it (null); false if it could not.
 * @param {Storage} area
 * @param {string} key
 * @param {string | null} value */
export const store = (area, key, value) => {
  try {
    value === null ? area.removeItem(key) : area.setItem(key, value);
    return true;
  } catch {
    return false; // storage is full or blocked: the page goes on without it
  }
};

// "Erase everything" takes what this site has kept, whatever questionnaire
// stood here then; what this questionnaire has kept at other addresses of the
// origin, because its results are shown here too; and what is common. Another
// questionnaire at another address has a button of its own.
/** @param {string} key
 * @param {{pack?: string, base?: string}} site */
export const isErased = (key, { pack, base }) => {
  if (!key.startsWith("bothends.")) return false;
  const [, of, at] = /:([^/]*)(\/.*)/.exec(key) || [];
  return !at || of === pack || at === base;
};

/** Removes what this site may erase from a storage.
 * @param {Storage} area
 * @param {{pack?: string, base?: string}} site */
export const forget = (area, site) => {
  try {
    for (let i = area.length - 1; i >= 0; i--) {
      const key = area.key(i);
      if (key && isErased(key, site)) store(area, key, null);
    }
  } catch { /* what cannot be listed cannot be removed */ }
};

/** @returns {Draft} */
export const fresh = () => ({ v: 1, answers: {}, proposed: {}, step: 1, done: false });

/** The draft in a text that was kept, or a fresh one.
 * @param {string | null} text
 * @returns {Draft} */
export const readDraft = (text) => {
  try {
    const kept = JSON.parse(text || "null");
    if (kept && kept.v === 1) return { ...fresh(), ...kept, answers: Object(kept.answers) };
  } catch { /* a draft that cannot be read is no draft */ }
  return fresh();
};

/** The text to keep of a draft; null for one in which nothing was done.
 * @param {Draft} draft */
export const writeDraft = (draft) => {
  const untouched = draft.step === 1 && !draft.done && Object.keys(draft.answers).length === 0;
  return untouched ? null : JSON.stringify(draft);
};

/** Whether a storage outlives the page: web/early.js puts a stand-in where it is blocked.
 * @param {Storage} area */
export const isPersistent = (area) => String(area) === "[object Storage]";

/** Keeps what the program hands over to the check-up, all of it or nothing; false if
 * it could not.
 * @param {Storage} area
 * @param {string} draftKey
 * @param {string} takenKey
 * @param {import("../border").Opened} opened */
export const keepOpened = (area, draftKey, takenKey, { answers, done, taken }) => {
  const before = area.getItem(draftKey);
  if (!store(area, draftKey, writeDraft({ ...fresh(), answers, done, step: done ? "result" : 1 }))) return false;
  if (store(area, takenKey, taken || null)) return true;
  store(area, draftKey, before);
  return false;
};
