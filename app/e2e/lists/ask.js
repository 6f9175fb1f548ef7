// A blocker for a journey: first one line with the styles that hide things in every page,
// as JSON; then for each line {url, type, source} one that says true if it is cut off.
import { createInterface } from "node:readline";
import { asked, hiding } from "./engine.js";

console.log(JSON.stringify(hiding({ getBaseRules: true })));
for await (const line of createInterface({ input: process.stdin })) {
  const { url, type, source } = JSON.parse(line);
  console.log(asked(url, type, source).match);
}
