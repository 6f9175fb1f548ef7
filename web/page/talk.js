import { all, find } from "./dom.js";

/** "I need to talk to someone now": the help lines of one country at a time.
 * @param {any} talk
 * @param {() => string | undefined} jobCountry the country of the job, once it was said */
export const startTalk = (talk, jobCountry) => {
  const select = find("select", talk);
  all("[data-country]", talk).forEach((e) => select.add(new Option(find("h3", e).textContent, e.dataset.country)));
  // Of any language: who reads English in Germany is in Germany.
  const region = (navigator.languages || [])
    .map((tag) => tag.split("-").pop()).find((code) => find(`option[value="${code}"]`, select));
  /** @param {string} code */
  const choose = (code) => {
    select.value = code;
    if (!select.value) select.value = "*";
    all("[data-country]", talk).forEach((e) => { e.hidden = e.dataset.country !== select.value; });
  };
  choose(region || select.dataset.usual);
  // A country chosen here stays, whatever the job's is.
  let chosen = false;
  select.addEventListener("change", () => { chosen = true; choose(select.value); });
  talk.addEventListener("toggle", () => {
    const country = jobCountry();
    if (talk.open && !chosen && country) choose(country);
  });
};
