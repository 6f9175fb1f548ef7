// Where no program can run, it can elsewhere: the answers are taken there as a file.
import { filled } from "./box.js";
import { answersFile, answersOf } from "../page/answersfile.js";
import { find } from "../page/dom.js";
import { read } from "../page/form.js";

/** Puts the button below what is said.
 * @param {{words: Record<string, string>, pack: string, packVersion: string}} about */
export const offerFile = ({ words, pack, packVersion }) => {
  const form = find("#checkup");
  if (!form) return;
  const button = document.createElement("button");
  const note = document.createElement("p");
  button.type = "button";
  button.dataset.act = "save-answers";
  button.textContent = words["keep.file"];
  note.setAttribute("role", "status");
  button.addEventListener("click", () => {
    const { answers, unread } = answersOf(read(form), [...form.elements]);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([answersFile({ pack, packVersion }, answers)], { type: "application/json" }));
    link.download = `answers-${new Date().toLocaleDateString("sv")}.json`; // the reader's day
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
    const labels = unread.map((name) => find(`[data-q="${name}"] .label`).textContent);
    note.textContent = labels.length ? filled(words["script.unread"], { what: labels.join(" · ") }) : "";
  });
  find("[data-boot-text]").after(button, note);
};
