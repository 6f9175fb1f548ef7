// Asks the lists of blockers whether they take something of a built site for
// advertising: an address, an id or a class. Usage: node check.js DIST
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { asked, hiding } from "./engine.js";

const [dist] = process.argv.slice(2);
const sources = join(import.meta.dirname, "../..");
const text = (path) => readFileSync(path, "utf8");

const below = (folder, ending) => readdirSync(folder, { recursive: true })
  .map((name) => join(folder, name)).filter((name) => ending.test(name) && !name.includes("node_modules"));
const found = (paths, pattern) => new Set(paths.flatMap((path) =>
  [...text(path).matchAll(pattern)].flatMap((match) => match[1].trim().split(/\s+/))).filter(Boolean));

const pages = below(dist, /\.html$/);
const drawn = below(sources, /(?<!_test)\.go$/);
const ids = [...found(pages, /\sid="?([^"\s>]+)/g), ...found(drawn, /\.ID\("([^"]+)"\)/g)];
const classes = [...found(pages, /\sclass="([^"]+)"/g), ...found(pages, /\sclass=([^"\s>]+)/g), ...found(drawn, /\.Class\("([^"]+)"\)/g),
  ...found(below(join(dist, "web"), /\.css$/), /\.([a-z][\w-]*)/gi)];

const hits = [];
const kinds = { js: "script", css: "stylesheet", html: "sub_frame", wasm: "xmlhttprequest", txt: "xmlhttprequest", svg: "image", png: "image" };
// A page that has moved stands at its old address for the links that exist.
const moved = (name) => name.endsWith(".html") && text(name).includes("data-onward");
const files = below(dist, /\.(js|css|html|wasm|txt|svg|png)$/).filter((name) => !moved(name)).map((name) => relative(dist, name).split(sep).join("/"));
for (const file of files) {
  const type = kinds[file.split(".").at(-1)];
  for (const base of ["https://example.org/", "https://example.com/tools/check/", "https://example.de/", "https://example.fr/"]) {
    const url = base + file.replace(/index\.html$/, "");
    for (const sourceUrl of [base, "https://news.example.net/"]) {
      for (const as of type === "sub_frame" ? [type, "xmlhttprequest"] : [type]) {
        const { match, filter } = asked(url, as, sourceUrl);
        if (match) hits.push(`${url} as ${as} from ${sourceUrl}: ${filter}`);
      }
    }
  }
}
for (const [names, kind] of [[ids, "ids"], [classes, "classes"]]) {
  for (const name of new Set(names)) {
    const styles = hiding({ [kind]: [name] });
    if (styles) hits.push(`the ${kind} ${name}: ${styles.slice(0, 200)}`);
  }
}
console.log(`${files.length} files, ${ids.length} ids and ${classes.length} classes asked for`);
for (const hit of hits) console.log(hit);
process.exitCode = hits.length || !files.length || !ids.length || !classes.length ? 1 : 0;
