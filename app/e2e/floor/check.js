// Asks whether a built site needs more than the oldest browsers that it is for:
// every part of its stylesheets and pages, every name and every piece of syntax of its
// scripts, and every member that the types of web/ know, is looked up in the data of
// MDN on browsers. What is newer needs a way back, and stands in ways.js with it.
// Usage: node check.js DIST
import { parse } from "acorn";
import * as css from "css-tree";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { floor, own, ways } from "./ways.js";

const [dist] = process.argv.slice(2);
const root = join(import.meta.dirname, "../../..");
const text = (path) => readFileSync(path, "utf8");
const data = JSON.parse(text(join(import.meta.dirname, "node_modules/@mdn/browser-compat-data/data.json")));

// ---- what browsers have ---------------------------------------------------------

const number = (version) => version.replace("≤", "").split(".").reduce((sum, part, i) => sum + Number(part) / 1000 ** i, 0);

/** Which browsers of the floor do without a feature, "safari 15.4". */
const lacking = (feature) => Object.entries(floor).flatMap(([browser, version]) => {
  const statements = [feature.__compat?.support[browser] ?? []].flat();
  if (!statements.length) return [];
  const has = statements.some(({ version_added: added, version_removed: removed, flags, prefix, alternative_name: other }) =>
    typeof added === "string" && !flags && !prefix && !other && number(added) <= number(version) && !(removed && number(removed) <= number(version)));
  return has ? [] : [`${browser} ${statements[0].version_added || "not at all"}`];
});

const found = new Map(); // feature, and where it was seen
const see = (feature, key, where) => {
  if (!feature || !feature.__compat || !lacking(feature).length) return;
  const places = found.get(key) || { lacking: lacking(feature), where: new Set() };
  places.where.add(where);
  found.set(key, places);
};
const at = (path) => path.split("/").reduce((node, part) => node && Object.hasOwn(node, part) ? node[part] : undefined, data);
const look = (path, where) => see(at(path), path, where);

const files = readdirSync(dist, { recursive: true }).map((name) => join(dist, name));
const named = (path) => relative(dist, path).replace(/\.[0-9a-f]{10}(?=\.)/, "");
const counts = { stylesheets: 0, pages: 0, scripts: 0, names: 0, members: 0 };

// ---- stylesheets ------------------------------------------------------------------

/** Functions and units stand in different places among the types: css/types/color/oklch. */
const types = new Map();
const collect = (node, path) => {
  for (const [key, child] of Object.entries(node)) {
    if (key === "__compat") continue;
    const name = key.replace(/_function$/, "");
    types.set(name, [...types.get(name) || [], `${path}/${key}`]);
    collect(child, `${path}/${key}`);
  }
};
collect(data.css.types, "css/types");
/** Newer only where every feature of that name is. */
const lookType = (name, where) => {
  const all = types.get(name) || [];
  if (all.length && all.every((path) => !at(path).__compat || lacking(at(path)).length)) all.forEach((path) => look(path, where));
};

const styles = (content, where) => {
  counts.stylesheets++;
  css.walk(css.parse(content, { parseCustomProperty: true, onParseError: (error) => { throw error; } }), function (node) {
    switch (node.type) {
      case "Declaration": {
        if (node.property.startsWith("--") || node.property.startsWith("-webkit-")) return;
        look(`css/properties/${node.property}`, where);
        css.walk(node.value, (part) => {
          if (part.type === "Identifier") look(`css/properties/${node.property}/${part.name}`, where);
          if (part.type === "Function") lookType(part.name, where);
          if (part.type === "Dimension") lookType(part.unit, where);
        });
        return;
      }
      case "Atrule":
        look(`css/at-rules/${node.name}`, where);
        return;
      case "Feature":
        look(`css/at-rules/${this.atrule.name}/${node.name.replace(/^(min|max)-/, "")}`, where);
        return;
      case "FeatureRange":
        look("css/at-rules/media/range_syntax", where);
        return;
      case "PseudoClassSelector": case "PseudoElementSelector":
        look(`css/selectors/${node.name}`, where);
        return;
      case "NestingSelector":
        look("css/selectors/nesting", where);
    }
  });
};

// ---- pages --------------------------------------------------------------------------

const page = (content, where) => {
  counts.pages++;
  for (const [, tag, attributes] of content.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g)) {
    look(`html/elements/${tag}`, where);
    for (const [, name, value] of attributes.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g)) {
      if (name.startsWith("data-") || name.startsWith("aria-")) continue;
      look(`html/global_attributes/${name}`, where);
      look(`html/elements/${tag}/${name}`, where);
      for (const word of (value || "").split(" ")) {
        look(`html/elements/${tag}/${name}/${word}`, where);
        look(`html/global_attributes/${name}/${word}`, where);
      }
    }
  }
  for (const [, style] of content.matchAll(/<style[^>]*>([^]*?)<\/style>/g)) styles(style, where);
};

// ---- scripts ------------------------------------------------------------------------

/** Everything that a name behind a point can be: api/Navigator/userAgentData. */
const members = new Map();
for (const [owner, list] of [...Object.entries(data.api).map(([name, node]) => [`api/${name}`, node]),
  ...Object.entries(data.javascript.builtins).map(([name, node]) => [`javascript/builtins/${name}`, node])]) {
  for (const key of Object.keys(list)) {
    if (key === "__compat" || !/^[a-z]\w*$/i.test(key)) continue;
    const name = key.replace(/_static$/, "");
    members.set(name, [...members.get(name) || [], `${owner}/${key}`]);
  }
}
const syntax = {
  StaticBlock: "javascript/classes/static/initialization_blocks", PropertyDefinition: "javascript/classes/public_class_fields",
  PrivateIdentifier: "javascript/classes/private_class_fields", ImportExpression: "javascript/operators/import",
  ChainExpression: "javascript/operators/optional_chaining",
};
const assignments = { "??=": "nullish_coalescing_assignment", "||=": "logical_or_assignment", "&&=": "logical_and_assignment" };

const script = (content, where) => {
  counts.scripts++;
  const walk = (node) => {
    if (!node || typeof node.type !== "string") return;
    look(syntax[node.type] || "", where);
    if (node.type === "AssignmentExpression" && assignments[node.operator]) look(`javascript/operators/${assignments[node.operator]}`, where);
    if (node.type === "Literal" && node.regex) {
      const { pattern, flags } = node.regex;
      if (/\(\?<[=!]/.test(pattern)) look("javascript/regular_expressions/lookbehind_assertion", where);
      if (/\(\?<\w/.test(pattern)) look("javascript/regular_expressions/named_capturing_group", where);
      if (/\\p\{/i.test(pattern)) look("javascript/regular_expressions/unicode_character_class_escape", where);
      for (const [flag, name] of [["d", "hasIndices"], ["v", "unicodeSets"]]) if (flags.includes(flag)) look(`javascript/builtins/RegExp/${name}`, where);
    }
    const name = node.type === "MemberExpression" ? node.computed ? node.property.value : node.property.name : node.type === "Property" && !node.computed && node.key.name;
    if (typeof name === "string" && members.has(name) && !own.includes(name)) {
      counts.names++;
      const all = members.get(name);
      if (all.every((path) => !at(path).__compat || lacking(at(path)).length)) all.forEach((path) => look(path, where));
    }
    if (node.type === "Identifier") {
      look(`api/${node.name}`, where);
      look(`api/Window/${node.name}`, where); // where it is used bare; else among the members
      look(`javascript/builtins/${node.name}`, where);
    }
    for (const child of Object.values(node)) [child].flat().forEach(walk);
  };
  walk(parse(content, { ecmaVersion: "latest", sourceType: "script" }));
};

// What types know: Array.at is newer, and a name alone cannot tell it from another.
const typed = () => {
  for (const config of ["tsconfig.json", "tsconfig.workers.json"]) {
    const path = join(import.meta.dirname, "../js", config);
    const { options, fileNames } = ts.parseJsonConfigFileContent(ts.readConfigFile(path, ts.sys.readFile).config, ts.sys, join(import.meta.dirname, "../js"));
    const program = ts.createProgram(fileNames, { ...options, noEmit: true });
    const checker = program.getTypeChecker();
    for (const source of program.getSourceFiles().filter((file) => !file.isDeclarationFile)) {
      const where = relative(root, source.fileName);
      const visit = (node) => {
        ts.forEachChild(node, visit);
        if (!ts.isPropertyAccessExpression(node) && !ts.isBindingElement(node)) return;
        const symbol = checker.getSymbolAtLocation(ts.isBindingElement(node) ? node.propertyName || node.name : node.name);
        for (const declaration of symbol?.declarations || []) {
          const owner = declaration.parent?.name?.text;
          if (!owner || !declaration.getSourceFile().isDeclarationFile) continue;
          counts.members++;
          const name = symbol.name;
          for (const path of [`api/${owner}/${name}`, `api/${owner.replace(/EventMap$|Constructor$/, "")}/${name}`, `javascript/builtins/${owner}/${name}`,
            `javascript/builtins/${owner.replace(/Constructor$/, "")}/${name}`]) look(path, where);
        }
      };
      visit(source);
    }
  }
};

// A check that notices nothing proves nothing.
styles("a:has(b) { color: oklch(1 1 1); inline-size: 1dvi; anchor-name: --a } @container (width > 1px) { a { &b { top: 0 } } }", "");
page('<div popover="auto">', "");
script("class A { static {} } crypto.randomUUID(); structuredClone(1); /(?<=a)/; Object.hasOwn(a, b)", "");
for (const key of ["css/selectors/has", "css/types/color/oklch", "css/properties/anchor-name", "css/at-rules/container", "css/selectors/nesting",
  "html/global_attributes/popover", "api/Crypto/randomUUID", "api/structuredClone", "javascript/classes/static/initialization_blocks",
  "javascript/regular_expressions/lookbehind_assertion", "javascript/builtins/Object/hasOwn"]) {
  if (!found.has(key)) throw new Error(`${key} is not noticed`);
}
found.clear();
for (const key of Object.keys(counts)) counts[key] = 0;

for (const path of files) {
  if (path.endsWith(".css")) styles(text(path), named(path));
  if (path.endsWith(".html")) page(text(path), named(path));
  if (path.endsWith(".js")) script(text(path), named(path));
}
typed();

// ---- what is newer, and has no way back ------------------------------------------------

const used = new Set();
let wrong = 0;
for (const [key, { lacking: browsers, where }] of [...found].sort()) {
  const way = Object.keys(ways).find((name) => key === name || key.startsWith(name + "/"));
  if (way) {
    used.add(way);
    continue;
  }
  wrong++;
  console.log(`${key}: not in ${browsers.join(", ")}; in ${[...where].slice(0, 4).join(", ")}`);
}
for (const name of Object.keys(ways)) {
  if (used.has(name)) continue;
  wrong++;
  console.log(`${name} has a way back in ways.js, and nothing needs it`);
}
console.log(`${counts.stylesheets} stylesheets, ${counts.pages} pages, ${counts.scripts} scripts with ${counts.names} names and ${counts.members} members, ${used.size} ways back`);
process.exitCode = wrong || Object.values(counts).includes(0) ? 1 : 0;
