// Which of the languages that there are suits a reader.

/** The first wanted language that there is: the whole tag, "pt-BR", or what it
 * begins with, "pt".
 * @type {(wanted: readonly (string | null | undefined)[], has: (tag: string) => unknown) => string | undefined} */
export const languageOf = (wanted, has) =>
  wanted.flatMap((tag) => tag ? [tag, tag.split("-")[0]] : []).find((tag) => has(tag));
