// What is asked, and proposed, only where other answers make it matter: data of the
// questionnaire, written by app/page/asked.go. An answer that is there is never hidden.

/** @typedef {import("../border").Values} Values */

/** Whether one of these conditions holds: "met=often|always status!own&amount+ amount-".
 * @param {string} conditions
 * @param {Values} answers */
export const holds = (conditions, answers) => conditions.split(" ").some((all) => all.split("&").every((condition) => {
  const [, name, relation, keys] = /** @type {RegExpExecArray} */ (/^(\w+)([=!+-])(.*)$/.exec(condition));
  const given = answers[name] || [];
  if (relation === "+" || relation === "-") return given.length > 0 === (relation === "+");
  return given.some((key) => keys.split("|").includes(key)) === (relation === "=");
}));

/** The number in an answer that is nothing but one.
 * @param {string[]} [given]
 * @returns {number} */
const numberOf = (given) => /^\d+([.,]\d+)?$/.test(given?.[0] || "") ? Number(given?.[0].replace(",", ".")) : NaN;

/** What is proposed: "0", or "weekly_hours-contract_hours".
 * @param {string} proposal
 * @param {string | undefined} conditions
 * @param {Values} answers
 * @returns {number | null} */
export const proposed = (proposal, conditions, answers) => {
  if (conditions && !holds(conditions, answers)) return null;
  const [whole, less] = proposal.split("-");
  if (!less) return Number(whole);
  const n = numberOf(answers[whole]) - numberOf(answers[less]);
  return n > 0 ? Math.round(n * 100) / 100 : null;
};

/** Whether a question need not be asked after these answers, and has none. What is
 * proposed decides on other questions, but is no answer of the person.
 * @param {any} question
 * @param {Values} answers
 * @param {Record<string, string>} proposals */
export const isUnasked = ({ dataset: { asked, q } }, answers, proposals) =>
  asked !== undefined && !holds(asked, answers) && !Object.keys(answers).some((name) => !(name in proposals) && (name === q || name.startsWith(`${q}.`)));
