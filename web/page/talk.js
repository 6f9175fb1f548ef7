import { all, find } from "./dom.js";

/** "I need to talk to someone now": the help lines of one country at a time. The page
 * holds those that are usual in its language. The others are fetched from the site's
 * page of help lines while nobody waits; where that fails, a link leads there.
 * @param {any} talk
 * @param {() => string | undefined} jobCountry the country of the job, once it was said */
export const startTalk = (talk, jobCountry) => {
  const select = find("select", talk);
  const link = find(":scope > p a", talk);
  const held = () => all("[data-country]", talk);

  /** @type {Promise<string> | undefined} */
  let others;
  const fetchOthers = () => others ||= (async () => {
    try {
      // In a sandboxed frame the site's own page counts as one of another site.
      return origin === "null" ? "" : await (await fetch(link.href)).text();
    } catch {
      return "";
    }
  })();
  const showHeld = () => {
    const there = held().some((e) => e.dataset.country === select.value);
    held().forEach((e) => { e.hidden = e.dataset.country !== (there ? select.value : "*"); });
    link.hash = there ? "" : `help-${select.value}`;
    return there;
  };
  const show = async () => {
    if (showHeld()) return;
    const page = new DOMParser().parseFromString(await fetchOthers(), "text/html");
    if (showHeld()) return; // chosen, or fetched, meanwhile
    const countries = held().map((e) => e.dataset.country);
    held()[0].parentNode.append(...all("main [data-country]", page).filter((e) => !countries.includes(e.dataset.country)));
    if (!showHeld()) others = undefined; // it failed: tried again when somebody looks
  };

  // The first of the browser's languages with a region decides, whatever language
  // the page is in: who reads English in Germany needs the lines of Germany.
  const region = (navigator.languages || []).flatMap((tag) => tag.split("-").slice(1))
    .find((code) => find(`option[value="${code}"]`, select));
  if (region) select.value = region;
  showHeld();
  addEventListener("load", () => (window.requestIdleCallback || setTimeout)(() => { show(); fetchOthers(); }));
  // A country chosen here stays, whatever the job's is.
  let chosen = false;
  select.addEventListener("change", () => { chosen = true; show(); });
  talk.addEventListener("toggle", () => {
    const country = jobCountry();
    if (!talk.open) return;
    if (!chosen && country) select.value = find(`option[value="${country}"]`, select) ? country : "*";
    show();
  });
};
