// What the page of the job ad does by itself: the example, files, and
// forgetting. The program reads the box when it hears of changes there.
import { filled } from "./boot/box.js";
import { fetchData } from "./boot/data.js";
import { listen, tell } from "./border/events.js";

const { dataset } = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-lexicon]"));
const root = document.documentElement;
/** @type {(selector: string) => any} */
const find = (selector) => document.querySelector(selector);
const area = find("#ad");
const file = find("#ad-file");
const trouble = find("#ad-problem");
/** @param {string} [key] of a sentence that the page holds */
const say = (key) => { trouble.textContent = key ? trouble.dataset[key] : ""; };

// ---- the words that are looked for ------------------------------------------

// The page has them and not the program, which every other page loads too. They
// are fetched at once, checked by the browser, and matter once the program asks.
const lexicon = find("#ad-lexicon");
const again = find("[data-act=relexicon]");
let words = "loading"; // "there", or why not
const lost = () => filled(lexicon.dataset.lost, { file: dataset.lexicon || "" });
const tellWords = () => {
  const failed = words !== "loading" && words !== "there" && root.dataset.ready === "true";
  lexicon.textContent = failed ? lexicon.dataset.failed.replace("{why}", words) : "";
  again.hidden = !failed;
  if (failed) find("#ad-state").textContent = "";
};
/** @param {RequestCache} cache */
const fetchWords = async (cache) => {
  words = "loading";
  tellWords();
  try {
    const response = await fetchData(dataset.lexicon || "", { integrity: dataset.integrity || "", cache, lost: lost() });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    area.lexicon = await response.text();
    words = "there";
    tell("lexicon");
  } catch (error) {
    words = navigator.onLine === false ? lexicon.dataset.offline : /** @type {Error} */ (error).message;
  }
  tellWords();
};
const retryWords = () => { if (words !== "loading" && words !== "there") fetchWords("reload"); };
fetchWords("default");
addEventListener("online", retryWords);
listen("damaged", () => {
  words = lost();
  tellWords();
});
new MutationObserver(tellWords).observe(root, { attributeFilter: ["data-ready"] });

// ---- the ad -------------------------------------------------------------------

const read = () => {
  if (area.value.trim() === "") {
    say("empty");
    area.focus();
    return;
  }
  if (/^\s*https?:\/\/\S+\s*$/.test(area.value)) return say("address"); // this page fetches nothing
  say("");
  if (root.dataset.ready === "true") {
    tell("read");
    return;
  }
  root.dataset.pending = "read";
  // web/boot.js tells how far the program is; it may itself be missing.
  const box = find("[data-boot]");
  if (box && box.hidden) {
    box.querySelector("[data-boot-text]").textContent = box.dataset.missing;
    box.hidden = false;
  }
};
/** @param {string} text */
const put = (text) => {
  area.value = text;
  area.scrollTop = 0;
  read();
};

// UTF-16 without a mark shows in Latin text as zeros in every other byte.
/** @param {Uint8Array} bytes */
const orderOf = (bytes) => {
  const zeros = [0, 0];
  bytes.forEach((byte, i) => { if (byte === 0) zeros[i % 2] += 1; });
  if (bytes.length % 2 > 0 || Math.max(...zeros) <= bytes.length / 4) return null;
  return zeros[0] === 0 ? "utf-16le" : zeros[1] === 0 ? "utf-16be" : null;
};

// Text of a file: UTF-8, or UTF-16, or else what Windows writes. A zero byte in
// other places means that it is no text. The program reads the same
// (questions/text.go).
/** @param {Uint8Array} bytes */
const decode = (bytes) => {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) {
    const order = orderOf(bytes);
    return order && new TextDecoder(order).decode(bytes);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
  }
};
/** @param {File} [chosen] */
const open = async (chosen) => {
  if (!chosen) return;
  if (chosen.size > Number(trouble.dataset.max)) return say("large");
  let text;
  try {
    text = decode(new Uint8Array(await chosen.arrayBuffer()));
  } catch {
    return say("unread");
  }
  text === null ? say("binary") : put(text);
};

file.addEventListener("change", () => {
  open(file.files[0]);
  file.value = ""; // the same file can be chosen again
});
/** @param {any} event */
const holdsFile = (event) => [...event.dataTransfer.types].includes("Files");
area.addEventListener("dragover", (/** @type {DragEvent} */ event) => {
  if (!holdsFile(event)) return;
  event.preventDefault();
  area.classList.add("over");
});
area.addEventListener("dragleave", () => area.classList.remove("over"));
area.addEventListener("drop", (/** @type {any} */ event) => {
  area.classList.remove("over");
  if (!holdsFile(event)) return;
  event.preventDefault();
  open(event.dataTransfer.files[0]);
});
area.addEventListener("input", () => say(""));

const forget = () => {
  area.value = "";
  say("");
  delete root.dataset.pending;
  tell("erase");
};
document.addEventListener("click", (event) => {
  const target = /** @type {any} */ (event.target).closest("[data-act]");
  switch (target && target.dataset.act) {
    case "read": return read();
    case "relexicon": case "retry": return retryWords();
    case "example": return put(find("#ad-example").textContent);
    case "erase": case "leave": return forget();
  }
});

// A text that another app shared waits at the worker (web/worker.js).
if (location.hash === "#shared") {
  history.replaceState(history.state, "", location.pathname + location.search);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => data ? put(data) : say("unshared");
  const worker = navigator.serviceWorker?.controller;
  worker ? worker.postMessage({ type: "shared" }, [port2]) : say("unshared");
}
