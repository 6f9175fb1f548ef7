// The answers as a file (questions/encode.go), where no program can run that writes
// it. Whoever opens the file elsewhere has it read by the program there.

/** A number as it was typed, where there is no doubt about it, or undefined: decimals
 * with a comma or a point, thousands with spaces or apostrophes, and hours as 7h30 or
 * 7:30. The rest (questions/parse.go) is left to the program.
 * @param {string} typed
 * @returns {number | undefined} */
export const numberOf = (typed) => {
  const text = typed.trim().toLowerCase().replace(/[\u2019\u02bc]/g, "'").replace(/\s/g, " ");
  const [, hours, minutes] = /^(\d{1,3}) ?[h:] ?([0-5]\d)?$/.exec(text) || [];
  if (hours && (minutes || text.endsWith("h"))) return Number(hours) + Number(minutes || 0) / 60;
  // Three digits behind the only separator may be thousands.
  if (!/^(\d+|\d{1,3}([ ']\d{3})+)([.,](\d{1,2}|\d{4,}))?$/.test(text)) return undefined;
  return Number(text.replace(/[ ']/g, "").replace(",", "."));
};

/** The answers in a form, as a file has them, and the names of what cannot be read here.
 * @param {Record<string, string[]>} values by name
 * @param {{name: string, type: string, value: string}[]} controls of the form
 * @returns {{answers: Record<string, any>, unread: string[]}} */
export const answersOf = (values, controls) => {
  /** @param {string} name
   * @param {string} type
   * @param {string} [value] */
  const has = (name, type, value) => controls.some((c) => c.name === name && c.type === type && (value === undefined || c.value === value));
  /** @type {Record<string, any>} */
  const answers = {};
  /** @type {string[]} */
  const unread = [];
  for (const [name, given] of Object.entries(values)) {
    const [question, part] = name.split(".");
    if (part) {
      (answers[question] ||= {})[part] = Number(given[0]);
    } else if (has(name, "text")) {
      const word = given.find((value) => has(name, "checkbox", value));
      const answer = word ?? numberOf(given[0]);
      answer === undefined ? unread.push(name) : (answers[name] = answer);
    } else if (has(name, "checkbox")) {
      answers[name] = given.filter((value) => value !== "none");
    } else {
      answers[name] = /^\d+$/.test(given[0]) ? Number(given[0]) : given[0];
    }
  }
  return { answers, unread };
};

/** @param {{pack: string, packVersion: string}} about
 * @param {Record<string, any>} answers */
export const answersFile = ({ pack, packVersion }, answers) =>
  JSON.stringify({ format: "bothends-answers", version: 1, pack, pack_version: packVersion, answers }, null, 1) + "\n";
