// The lists of blockers: those of AdGuard, which hold EasyList (2), EasyPrivacy (3),
// EasyList Germany (6) and Liste FR (16).
import { FiltersEngine, Request } from "@ghostery/adblocker";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const rulesets = join(import.meta.dirname, "node_modules/@adguard/dnr-rulesets/dist/filters/declarative");
export const engine = FiltersEngine.parse([2, 3, 6, 16].map((id) =>
  JSON.parse(readFileSync(join(rulesets, `ruleset_${id}/ruleset_${id}.json`), "utf8"))[0].metadata.rawFilterList).join("\n"));

// Whether a request is taken for advertising, and by which rule.
export const asked = (url, type, sourceUrl) => engine.match(Request.fromRawDetails({ url, type, sourceUrl }));

// What hides things in pages. Rules for an id or class come only where one is named.
export const hiding = (names) => engine.getCosmeticsFilters({
  url: "https://example.org/", hostname: "example.org", domain: "example.org", ids: [], classes: [], hrefs: [],
  getBaseRules: false, getInjectionRules: false, getExtendedRules: false, getRulesFromHostname: false, ...names,
}).styles;
