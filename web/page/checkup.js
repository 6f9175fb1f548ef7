// The check-up before (and beside) the program: answers are kept for this tab,
// sections stepped through, and a result asked for.
import { listen, tell } from "../border/events.js";
import { keyOf } from "../border/keys.js";
import { startCountry } from "./country.js";
import { all, embedded, find, root } from "./dom.js";
import { proposed } from "./asked.js";
import { addClearing, exclude, fill, offerClearing, read } from "./form.js";
import { startSliders } from "./sliders.js";
import { fresh, readDraft, store, writeDraft } from "./storage.js";

// In a frame as high as its content, the page around has to scroll.
/** @param {HTMLElement} place */
const reveal = (place) => {
  if (!embedded) return place.scrollIntoView();
  scrollTo(0, 0);
  tell("view");
};

/** Does something once the page is painted, or in the background soon.
 * @param {() => void} then */
const painted = (then) => {
  let once = () => { once = () => {}; then(); };
  requestAnimationFrame(() => setTimeout(() => once()));
  setTimeout(() => once(), 100);
};

/** @param {any} form
 * @param {(leaving?: boolean) => void} preferVariant */
export const startCheckUp = (form, preferVariant) => {
  const sections = all(".step", form);
  const draftKey = keyOf("draft", root.dataset);
  const title = document.title;
  let draft = readDraft(sessionStorage.getItem(draftKey));

  /** @param {any} target */
  const tellChange = (target) => target.dispatchEvent(new Event("change", { bubbles: true }));
  const country = startCountry(form, tellChange, () => draft.proposed);
  const box = find(".shares", form);
  const sliders = box && startSliders(box, form);

  const keep = () => {
    draft.answers = read(form);
    store(sessionStorage, draftKey, writeDraft(draft));
  };
  /** What follows from the answers for what is asked. */
  const follow = () => {
    offerClearing(form);
    country.follow();
    const answers = read(form);
    for (const button of all("[data-propose]", form)) {
      const field = find("input", button.parentElement);
      const n = answers[field.name] ? null : proposed(button.dataset.propose, button.dataset.if, answers);
      button.hidden = n === null;
      if (n === null) continue;
      button.value = String(n).replace(".", button.dataset.point);
      button.textContent = button.dataset.take.replace("{n}", button.value);
    }
  };
  const changed = () => {
    keep();
    follow();
  };
  /** @param {Record<string, unknown>} answers */
  const put = (answers) => {
    fill(form, answers);
    if (sliders) sliders.fill(answers);
    follow();
  };

  // ---- sections ---------------------------------------------------------------

  // What is stepped through is an act: the sections of one data-part. Another one is
  // opened by its link, or by an answer of it that came from elsewhere.
  /** @param {any} section
   * @returns {string | undefined} */
  const actOf = (section) => section.dataset.part;
  /** @param {any} section the one that is open */
  const openActs = (section) => {
    const open = new Set([actOf(sections[0]), actOf(section)]);
    for (const name of Object.keys(read(form))) {
      const holder = find(`[data-q="${name.split(".")[0]}"]`, form)?.closest(".step");
      if (holder) open.add(actOf(holder));
    }
    for (const list of all(".steps ol", form)) list.hidden = !open.has(list.dataset.part);
  };

  let findable = false;
  /** @param {any} step a number from 1, or "result"
   * @param {{focus?: boolean, push?: boolean}} [how] */
  function show(step, { focus = true, push = true } = {}) {
    const last = sections.length;
    if (step !== "result") { // which hides the form as it is
      step = Math.min(Math.max(Number(step) || 1, 1), last);
      sections.forEach((section, i) => {
        const current = step === i + 1;
        // "until-found" keeps hidden sections within reach of find-in-page.
        if (current) section.removeAttribute("hidden");
        else section.setAttribute("hidden", findable ? "until-found" : "");
        for (const link of all(`.steps [href="#${section.id}"]`, form)) {
          current ? link.setAttribute("aria-current", "step") : link.removeAttribute("aria-current");
        }
      });
      const current = sections[step - 1];
      const ends = [sections[step - 2], sections[step]].map((other) => !other || actOf(other) !== actOf(current));
      find("[data-act=back]").hidden = ends[0];
      find("[data-act=next]").hidden = ends[1];
      find("[data-act=finish]").className = ends[1] ? "main" : "plain";
      openActs(current);
      draft.section = step;
      // Beside the name stand a mark and how far it is.
      const [name] = [...find("h2", current).childNodes].map((node) => node.nodeValue?.trim()).filter(Boolean);
      document.title = `${name} – ${title}`;
    } else {
      const head = find("#result-title");
      document.title = head ? `${head.textContent} – ${title}` : title;
    }
    if (step !== "result") delete root.dataset.drawn;
    root.dataset.step = step;
    root.dataset.stepped = "true";
    draft.step = step;
    const note = () => {
      if (draft.step !== step) return; // somebody was faster
      if (push && !embedded && (history.state || {}).step !== step) history.pushState({ step }, "");
      keep();
      if (document.readyState === "complete") preferVariant();
    };
    step === "result" ? painted(note) : note(); // a result is seen first
    if (focus) {
      const place = step === "result" ? find("#result [tabindex='-1']") || find("#waiting") : find("h2", sections[step - 1]);
      // What opens by itself in a frame takes no focus from the page around.
      if (place && !(embedded && !document.hasFocus())) place.focus({ preventScroll: true });
      reveal(find("#main"));
    }
  }

  /** Opens the section of a field.
   * @param {any} field
   * @param {any} [focus] */
  const open = (field, focus = field) => {
    show(sections.indexOf(field.closest(".step")) + 1, { focus: false });
    focus.focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" });
  };

  /** The first question of the first act that has no answer.
   * @returns {any} */
  const firstMissing = () => {
    const answers = read(form);
    return sections.filter((section) => actOf(section) === actOf(sections[0]))
      .flatMap((section) => all("[data-q]", section)).find((q) => !q.hidden && !answers[q.dataset.q]);
  };

  // ---- what can be pressed ------------------------------------------------------

  /** What the form held whose result the program has drawn already.
   * @type {string | undefined} */
  let early;

  const finish = () => {
    draft.done = true;
    if (root.dataset.ready !== "true") {
      keep();
      root.dataset.pending = "finish";
      // web/boot.js tells how far the program is; it may itself be missing.
      const boot = find("[data-boot]");
      if (boot.hidden) find("[data-boot-text]", boot).textContent = boot.dataset.missing;
      boot.hidden = false;
      show("result");
    } else if (early === JSON.stringify([...new FormData(form)])) {
      tell("show", "result");
      tell("shown");
    } else {
      tell("finish");
    }
  };

  /** @type {Record<string, (target: any, event: Event) => void>} */
  const acts = {
    next: () => show(Number(root.dataset.step) + 1),
    back: () => show(Number(root.dataset.step) - 1),
    edit() {
      const missing = find("#result")?.dataset.band ? null : firstMissing();
      draft.done = false;
      delete root.dataset.pending;
      if (missing) open(missing, find("input, select", missing));
      else show(draft.section || 1);
    },
    step(target, event) {
      event.preventDefault();
      show(sections.findIndex((s) => "#" + s.id === target.getAttribute("href")) + 1);
    },
    finish,
    openfile() {
      const box = find(".openfile");
      box.open = true;
      find("summary", box).focus();
    },
    clear(target) {
      all("input", target.closest("fieldset")).forEach((input) => { input.checked = false; });
      find("input", target.closest("fieldset")).focus();
      changed();
    },
    // A doubt beside a number: it was meant otherwise, or all that are doubted are right.
    instead(target) {
      const field = find("input[type=text]", target.closest("[data-q]"));
      field.value = target.value;
      tellChange(field);
      field.focus();
    },
    sure() {
      for (const box of all(".sure:not([hidden]) input:not(:checked)", form)) {
        box.checked = true;
        tellChange(box);
      }
      finish();
    },
    propose(target) {
      const field = find("input", target.parentElement);
      field.value = target.value;
      field.focus();
      tellChange(field);
    },
    "shares-equal"(target) { sliders.equal(); tellChange(target); },
    "shares-none"(target) { sliders.none(); tellChange(target); },
    print: () => window.print?.(),
  };

  // ---- what is changed -----------------------------------------------------------

  // With the keyboard a choice is taken back where it was made.
  form.addEventListener("keydown", (/** @type {any} */ event) => {
    const button = /^(Delete|Backspace)$/.test(event.key) && event.target.type === "radio" && find(".clear", event.target.closest("fieldset"));
    if (button) acts.clear(button, event);
  });

  form.addEventListener("input", (/** @type {any} */ { target }) => {
    exclude(target);
    if (sliders) sliders.follow(target);
    changed();
  });
  form.addEventListener("change", (/** @type {any} */ { target }) => {
    if (sliders) sliders.follow(target, true);
    country.changed(target);
    changed();
  });
  form.addEventListener("reset", () => {
    if (sliders) sliders.forget();
    queueMicrotask(() => { if (sliders) sliders.arrange(); follow(); });
  });
  form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());

  // A chapter of the result is open before a link or the address leads there.
  /** @param {string} hash
   * @returns {HTMLElement | null | undefined} */
  const unfold = (hash) => {
    const place = hash ? document.getElementById(hash.slice(1)) : null;
    let fold = place?.closest("#result details");
    for (; fold; fold = fold.parentElement?.closest("details")) /** @type {HTMLDetailsElement} */ (fold).open = true;
    return place?.closest("#result") && place;
  };
  let named = location.hash;
  listen("whole", () => {
    unfold(named)?.scrollIntoView();
    named = "";
  });
  window.addEventListener("hashchange", () => unfold(location.hash)?.scrollIntoView());

  // A link to a field in another section opens that section first.
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest('a[href^="#"]:not([data-act])'));
    const field = link && document.getElementById(/** @type {string} */ (link.getAttribute("href")).slice(1));
    if (link && unfold(link.hash) && embedded) {
      event.preventDefault(); // the page around scrolls, not its address
      field?.scrollIntoView();
    }
    if (!field || !field.closest(".step")) return;
    event.preventDefault();
    open(field);
  });
  sections.forEach((section, i) => section.addEventListener("beforematch", () => show(i + 1, { focus: false })));
  window.addEventListener("popstate", (event) => {
    const step = (event.state || {}).step;
    // Answers may have changed since the result was drawn.
    if (step === "result" && Object.keys(read(form)).length > 0) finish();
    else if (step === "result") show(1, { push: false }); // everything was erased
    else if (step) show(step, { push: false });
  });

  listen("ahead", (form) => { early = form; });
  listen("show", (what) => {
    if (what === "result") {
      root.dataset.drawn = "true";
      return show("result");
    }
    draft.done = false;
    if (root.dataset.step === "result") show(draft.section || sections.length, { focus: false });
    const problems = find("#problems");
    if (problems) {
      problems.focus({ preventScroll: true });
      reveal(problems);
    }
  });
  listen("answer", (answers) => {
    put({ ...read(form), ...answers });
    keep();
  });
  listen("fill", (answers) => {
    draft.proposed = {};
    put(answers);
    draft.done = false;
    changed();
    show(1);
  });

  // ---- the beginning --------------------------------------------------------------

  // What came from a job ad is said once.
  const takenKey = keyOf("taken", root.dataset);
  const taken = sessionStorage.getItem(takenKey);
  if (taken) {
    find("#taken").textContent = taken;
    find("#taken").hidden = false;
    store(sessionStorage, takenKey, null);
  }

  // What was ticked before this script ran is newer than the draft.
  put({ ...draft.answers, ...read(form) });
  if (draft.done) root.dataset.pending = "finish";
  history.replaceState({ step: draft.step }, "");
  show(draft.step, { focus: false, push: false });
  // The first answer does not wait for the rest. (A form whose hidden sections can
  // be found is laid out whole by Chromium when the document has been read: 80 ms
  // on a slow phone.)
  const complete = () => {
    findable = true;
    sections.filter((section) => section.hidden).forEach((section) => section.setAttribute("hidden", "until-found"));
    addClearing(form);
  };
  "requestIdleCallback" in window ? requestIdleCallback(complete, { timeout: 2000 }) : setTimeout(complete);

  // Another language is another page, on which the same words are longer or shorter:
  // kept is which question, or heading of the result, stands where.
  const placeKey = keyOf("place", root.dataset);
  const marks = () => all(root.dataset.step === "result" ? "#result :is(h2, h3)" : ".step:not([hidden]) > [data-q]");
  const place = () => {
    const tops = marks().map((mark) => mark.getBoundingClientRect().top);
    const i = tops.filter((top) => top <= innerHeight / 8).length - 1;
    return scrollY > 0 && i >= 0 ? [i, tops[i]] : [];
  };
  const comeBack = () => {
    const [i, top] = JSON.parse(sessionStorage.getItem(placeKey) || "null") || [];
    store(sessionStorage, placeKey, null);
    const mark = marks()[i];
    const stand = () => mark && scrollBy({ top: mark.getBoundingClientRect().top - top, behavior: "instant" });
    stand();
    if (document.readyState !== "complete") addEventListener("load", stand, { once: true }); // the styles of what is below come last
  };
  const kept = sessionStorage.getItem(placeKey);
  if (kept) {
    find("[data-act=lang]").focus({ preventScroll: true });
    draft.done ? listen("whole", comeBack) : comeBack();
  }

  return {
    acts,
    /** Keeps where the page stands for the same page in another language. */
    keepPlace: () => store(sessionStorage, placeKey, JSON.stringify(place())),
    erase() {
      form.reset();
      draft = fresh();
      delete root.dataset.pending; // a result that was still to come
      show(1, { focus: false });
    },
  };
};
