// Storage belongs to the whole origin, where other questionnaires may stand, and
// other copies of this one. So keys end with what they are of:
// "bothends.draft:social-media-manager/tools/check/". What keeps no answers, the
// appearance and the language, is common to all.

export const themeKey = "bothends.theme";
export const langKey = "bothends.lang";

/** The key of something that is kept, by its name.
 * @param {string} name
 * @param {DOMStringMap} root data of the document's element */
export const keyOf = (name, { keys }) => `bothends.${name}${keys}`;
