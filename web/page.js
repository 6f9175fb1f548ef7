// What every page does by itself, and what the check-up does before (and
// beside) the program: keep answers for this tab, step through sections, leave,
// erase. The program listens to and speaks through events on the document:
//   bothends:ahead    program -> page   detail: what the form held whose result is drawn, or ""
//   bothends:finish   page -> program   the person wants the result
//   bothends:shown    page -> program   the one drawn already is on the screen
//   bothends:erase    page -> program   everything was erased
//   bothends:show     to the page       detail: "result" or "problems"
//   bothends:whole    program -> page   all of the result is there
//   bothends:fill     program -> page   detail: answers by input name, as JSON
//   bothends:view     page -> frame.js  another section, or the result, is open
(() => {
  const root = document.documentElement;
  const find = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const form = find("#checkup");
  const said = find("#said");
  const say = (text) => { if (said) said.textContent = text || ""; };
  const store = (area, key, value) => {
    try {
      value === null ? area.removeItem(key) : area.setItem(key, value);
    } catch { /* storage is full or blocked: the page goes on without it */ }
  };

  // Storage belongs to the whole origin, where other questionnaires may stand,
  // and other copies of this one. So keys end with what they are of:
  // "bothends.draft:social-media-manager/tools/check/". What keeps no answers,
  // the appearance and the language, is common to all.
  const { pack, base } = root.dataset;
  const keyOf = (name) => `bothends.${name}:${pack}${base}`;
  const draftKey = keyOf("draft");

  // "Erase everything" takes what this site has kept, whatever questionnaire
  // stood here then; what this questionnaire has kept at other addresses of the
  // origin, because its results are shown here too; and what is common. Another
  // questionnaire at another address has a button of its own. The version before
  // did not name what keys are of; in its results stands the questionnaire.
  const theirs = (key, value) => {
    const [, of, at] = /:([^/]*)(\/.*)/.exec(key) || [];
    if (at) return of !== pack && at !== base;
    try { return key.startsWith("bothends.record.") && (JSON.parse(value).pack || pack) !== pack; } catch { return false; }
  };
  const forget = (area) => {
    try {
      for (let i = area.length - 1; i >= 0; i--) {
        const key = area.key(i);
        if (key && key.startsWith("bothends.") && !theirs(key, area.getItem(key))) store(area, key, null);
      }
    } catch { /* what cannot be listed cannot be removed */ }
  };

  // ---- every page -----------------------------------------------------------

  const embedded = root.dataset.embed === "true";
  if (embedded && document.currentScript.dataset.frame) {
    const script = document.createElement("script");
    script.src = document.currentScript.dataset.frame;
    document.head.append(script);
  }

  const talk = find("#talk");
  if (talk) {
    const select = find("select", talk);
    all("[data-country]", talk).forEach((e) => select.add(new Option(find("h3", e).textContent, e.dataset.country)));
    const region = (navigator.languages || [])
      .filter((tag) => tag.startsWith(root.lang))
      .map((tag) => tag.split("-")[1]).find((code) => find(`option[value="${code}"]`, select));
    const choose = (code) => {
      select.value = code;
      if (!select.value) select.value = "*";
      all("[data-country]", talk).forEach((e) => { e.hidden = e.dataset.country !== select.value; });
    };
    choose(region || (root.lang === "fr" ? "FR" : "*"));
    // A country chosen here stays, whatever the job's is.
    let chosen = false;
    select.addEventListener("change", () => { chosen = true; choose(select.value); });
    talk.addEventListener("toggle", () => {
      const country = form && form.elements.country;
      if (talk.open && !chosen && country && country.value) choose(country.value);
    });
  }

  const appearance = find("[data-act=theme]");
  if (appearance) {
    appearance.value = localStorage.getItem("bothends.theme") || "auto";
    appearance.addEventListener("change", () => {
      const theme = appearance.value;
      theme === "auto" ? delete root.dataset.theme : (root.dataset.theme = theme);
      store(localStorage, "bothends.theme", theme === "auto" ? null : theme);
      suit();
    });
  }

  const acts = {
    leave(target, event) {
      event.preventDefault();
      forget(sessionStorage);
      if (form) form.reset();
      document.body.hidden = true;
      location.replace(target.href);
    },
    lang(target) { store(localStorage, "bothends.lang", target.hreflang); },
    erase(target) {
      forget(sessionStorage);
      forget(localStorage);
      delete root.dataset.theme;
      if (appearance) appearance.value = "auto";
      if (form) {
        form.reset();
        draft = fresh();
        delete root.dataset.pending; // a result that was still to come
        count();
        show(1, { focus: false });
      }
      document.dispatchEvent(new CustomEvent("bothends:erase"));
      suit();
      target.closest("details").open = false;
      find("summary", target.closest("details")).focus();
      say(target.dataset.done);
    },
  };

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-act]");
    const act = target && acts[target.dataset.act];
    if (act) act(target, event);
  });

  // The worker keeps the check-up in the form that suits the next visit
  // (app/ui/page.go): it waits for its first script if that has something to say, of
  // an appearance or of the section somebody is in. Who leaves is in none, unless
  // the next page finds otherwise. A new worker keeps the form that waits.
  let suit = () => {};
  let workers;
  try { workers = navigator.serviceWorker; } catch { /* a frame that may do little */ }
  const chosen = () => !!localStorage.getItem("bothends.theme");
  const inside = () => root.dataset.step !== "1";
  if (workers && !embedded) {
    let waits = form ? !workers.controller || !!find("head > script") : chosen();
    suit = (leaving) => {
      const should = chosen() || !leaving && inside();
      if (should === waits || !workers.controller) return;
      workers.controller.postMessage({ type: "form", waits: should });
      waits = should;
    };
    const again = () => { // whatever this page, or another tab, said when it was left
      if (document.hidden || !inside()) return;
      waits = false;
      suit();
    };
    addEventListener("pageshow", again);
    addEventListener("pagehide", () => suit(true));
    document.addEventListener("visibilitychange", again);
    document.addEventListener("bothends:offline-ready", () => suit());
    workers.addEventListener("controllerchange", () => { waits = true; suit(); });
  }

  if (!form) return;

  // ---- the check-up ---------------------------------------------------------

  const sections = all(".step", form);
  const fresh = () => ({ v: 1, answers: {}, step: 1, done: false });
  let draft = fresh();
  try {
    // The version before did not say whose its draft is: it is ours if it answers
    // nothing else. The note was written beside it.
    const before = sessionStorage.getItem("bothends.draft");
    if (before && !sessionStorage.getItem(draftKey) &&
      Object.keys(Object(JSON.parse(before).answers)).every((name) => form.elements[name])) {
      for (const name of ["draft", "letter"]) {
        store(sessionStorage, keyOf(name), sessionStorage.getItem("bothends." + name));
        store(sessionStorage, "bothends." + name, null);
      }
    }
    const kept = JSON.parse(sessionStorage.getItem(draftKey));
    if (kept && kept.v === 1) draft = { ...draft, ...kept, answers: Object(kept.answers) };
  } catch { /* a draft that cannot be read is no draft */ }

  const read = () => {
    const answers = {};
    for (const [name, value] of new FormData(form)) {
      if (value.trim() !== "") (answers[name] ||= []).push(value);
    }
    return answers;
  };
  const fill = (answers) => {
    for (const control of form.elements) {
      if (!control.name) continue;
      const values = [].concat(answers[control.name] ?? []).filter((value) => typeof value === "string");
      if (control.type === "radio" || control.type === "checkbox") {
        control.checked = values.includes(control.value);
      } else if (control.tagName === "SELECT") {
        const [code] = values;
        if (code && !find(`option[value="${CSS.escape(code)}"]`, control)) control.add(new Option(code, code));
        control.value = code || "";
      } else if (control.type !== "range") {
        const words = all(`input[type=checkbox][name="${control.name}"]`, form).map((box) => box.value);
        control.value = values.find((value) => !words.includes(value)) || "";
      }
    }
    if (shares) shares.fill(answers);
    follow();
  };

  // What follows from the country: which questions and sentences are for it,
  // and what is proposed where nothing was chosen. A choice stays as it is.
  const { country } = form.elements;
  const follow = () => all("[data-where]", form).forEach((e) => {
    e.hidden = !country || !e.dataset.where.split(" ").includes(country.value);
  });
  const proposed = {};
  const propose = (name, value = "") => {
    const field = form.elements[name]; // a select, or the radios of one name
    const was = proposed[name];
    if (!field || field.value === value || field.value && field.value !== was) return;
    proposed[name] = value;
    if (field.nodeName) field.value = value;
    else field.forEach((radio) => { radio.checked = radio.value === value; });
    tell(field.nodeName ? field : [...field].find((radio) => radio.checked) || field[0]);
  };
  const followed = ({ target }) => {
    if (target.value !== proposed[target.name]) delete proposed[target.name];
    if (target !== country) return;
    follow();
    propose("currency", country.selectedOptions[0].dataset.currency);
    propose("pay_basis", (find("[data-basis]:not([hidden])", form) || { dataset: {} }).dataset.basis);
  };

  // Shares of a whole: sliders that always add up to 100. They count only once
  // something was said with them.
  const box = find(".shares", form);
  const shares = box && (() => {
    const details = find("details", box);
    const sliders = all("input[type=range]", box);
    const ticks = new Map(sliders.map((s) => [s, document.getElementById(s.name.replace("shares.", `${box.dataset.of}-`))]));
    const asked = () => sliders.filter((s) => ticks.get(s).checked);
    ticks.forEach((tick, s) => { find("span", s.parentElement).textContent = tick.parentElement.textContent.trim(); });
    // Exact shares: whole numbers alone would forget proportions on the way.
    let exact = new Map(), before, moving, said = false;
    const set = new Set(); // moved by hand
    const sum = (list) => list.reduce((n, s) => n + exact.get(s), 0);
    const scale = (list, to) => {
      const from = sum(list);
      for (const s of list) exact.set(s, from ? exact.get(s) * to / from : to / list.length);
    };

    // Whole numbers by largest remainder. A file may hold finer shares: they
    // stay until a slider is moved.
    const draw = (fine = false) => {
      const live = asked();
      const whole = new Map(live.map((s) => [s, Math.floor(exact.get(s) + 1e-9)]));
      let left = sum(live) ? 100 - [...whole.values()].reduce((a, b) => a + b, 0) : 0;
      for (const s of [...live].sort((a, b) => exact.get(b) - whole.get(b) - exact.get(a) + whole.get(a))) {
        if (left-- > 0) whole.set(s, whole.get(s) + 1);
      }
      for (const s of sliders) {
        const share = whole.get(s) || 0;
        s.parentElement.hidden = !whole.has(s);
        s.disabled = !whole.has(s) || !said && !details.open;
        s.step = fine ? "any" : 1;
        s.value = fine && exact.get(s) || share;
        const text = box.dataset.percent.replace("{n}", share);
        s.setAttribute("aria-valuetext", text);
        find("output", s.parentElement).textContent = text;
      }
      find("[data-few]", box).hidden = live.length > 1;
      find("[data-sliders]", box).hidden = live.length < 2;
      find("[data-act=shares-none]", box).hidden = !said;
    };
    // A task that was ticked just now gets as much as the others on average.
    const arrange = () => {
      const live = asked(), known = said ? live.filter((s) => exact.has(s)) : [];
      const part = known.length && sum(known) / known.length || 1;
      exact = new Map(live.map((s) => [s, known.includes(s) ? exact.get(s) : part]));
      scale(live, 100);
      draw();
    };
    // The slider that moves has its way. Those set before keep theirs as long
    // as the others can make up for it.
    const move = (slider) => {
      if (slider !== moving) before = new Map(exact);
      exact = new Map(before);
      moving = slider;
      said = true;
      set.add(slider);
      exact.set(slider, Math.round(slider.value));
      const rest = Math.max(100 - exact.get(slider), 1e-6); // above 0, to keep proportions
      const others = asked().filter((s) => s !== slider);
      const held = others.filter((s) => set.has(s)), free = others.filter((s) => !set.has(s));
      const kept = free.length ? Math.min(sum(held), rest) : rest;
      scale(held, kept);
      scale(free, Math.max(rest - kept, 1e-6));
      draw();
    };
    const forget = () => {
      said = false;
      set.clear();
      moving = null;
      exact = new Map();
    };
    form.addEventListener("formdata", (event) => {
      if (!said) sliders.forEach((s) => event.formData.delete(s.name));
    });
    details.addEventListener("toggle", () => { if (!said) draw(); });
    return {
      arrange, forget,
      follow(target, done) {
        if (target.name === box.dataset.of) arrange();
        if (sliders.includes(target)) move(target);
        if (done) moving = null;
      },
      equal() { forget(); said = true; arrange(); },
      none() { forget(); details.open = false; arrange(); find("summary", box).focus(); },
      fill(answers) {
        forget();
        const live = asked();
        const given = live.map((s) => [s, Number(answers[s.name]) || 0]);
        if (!live.some((s) => answers[s.name])) return arrange();
        said = details.open = true;
        exact = new Map(given);
        if (sum(live)) scale(live, 100);
        draw(true);
      },
    };
  })();

  const keep = () => {
    draft.answers = read();
    const untouched = draft.step === 1 && !draft.done && Object.keys(draft.answers).length === 0;
    store(sessionStorage, draftKey, untouched ? null : JSON.stringify(draft));
  };

  const count = () => {
    const answers = read();
    let given = 0, total = 0;
    for (const section of sections) {
      const ids = all("[data-q]:not(.shares)", section).filter((e) => !e.hidden).map((e) => e.dataset.q);
      const here = ids.filter((id) => answers[id]).length;
      given += here;
      total += ids.length;
      const link = find(`[href="#${section.id}"] .count`, form);
      if (link) link.textContent = `${here}/${ids.length}`;
    }
    const bar = find("#progress");
    if (bar) {
      bar.max = total;
      bar.value = given;
      const text = bar.dataset.text.replace("{n}", given).replace("{total}", total);
      find("#progress-text").textContent = text;
    }
  };

  // In a frame as high as its content, the page around has to scroll.
  const reveal = (place) => {
    if (!embedded) return place.scrollIntoView();
    scrollTo(0, 0);
    document.dispatchEvent(new CustomEvent("bothends:view"));
  };

  // Does something once the page is painted, or in the background soon.
  const painted = (then) => {
    let once = () => { once = () => {}; then(); };
    requestAnimationFrame(() => setTimeout(() => once()));
    setTimeout(() => once(), 100);
  };

  let findable = false;
  function show(step, { focus = true, push = true } = {}) {
    const last = sections.length;
    if (step !== "result") { // which hides the form as it is
      step = Math.min(Math.max(Number(step) || 1, 1), last);
      sections.forEach((section, i) => {
        const current = step === i + 1;
        // "until-found" keeps hidden sections within reach of find-in-page.
        if (current) section.removeAttribute("hidden");
        else section.setAttribute("hidden", findable ? "until-found" : "");
        const link = find(`[href="#${section.id}"]`, form);
        current ? link.setAttribute("aria-current", "step") : link.removeAttribute("aria-current");
      });
      find("[data-act=back]").hidden = step === 1;
      find("[data-act=next]").hidden = step === last;
      find("[data-act=finish]").classList.toggle("main", step === last);
    }
    root.dataset.step = step;
    root.dataset.stepped = "true";
    draft.step = step;
    const note = () => {
      if (draft.step !== step) return; // somebody was faster
      if (push && !embedded && (history.state || {}).step !== step) history.pushState({ step }, "");
      keep();
      if (document.readyState === "complete") suit();
    };
    step === "result" ? painted(note) : note(); // a result is seen first
    if (focus) {
      const place = step === "result" ? find("#result h2") || find("#waiting") : find("h2", sections[step - 1]);
      // What opens by itself in a frame takes no focus from the page around.
      if (place && !(embedded && !document.hasFocus())) place.focus({ preventScroll: true });
      reveal(find("#main"));
    }
  }

  Object.assign(acts, {
    next: () => show(Number(root.dataset.step) + 1),
    back: () => show(Number(root.dataset.step) - 1),
    edit() {
      draft.done = false;
      delete root.dataset.pending;
      show(1);
    },
    step(target, event) {
      event.preventDefault();
      show(sections.findIndex((s) => "#" + s.id === target.getAttribute("href")) + 1);
    },
    finish() {
      draft.done = true;
      if (root.dataset.ready !== "true") {
        keep();
        root.dataset.pending = "finish";
        // web/boot.js tells how far the program is; it may itself be missing.
        const box = find("[data-boot]");
        const text = find("[data-boot-text]", box);
        if (box.hidden) text.textContent = box.dataset.missing;
        box.hidden = false;
        show("result");
      } else if (ahead === JSON.stringify([...new FormData(form)])) {
        document.dispatchEvent(new CustomEvent("bothends:show", { detail: "result" }));
        document.dispatchEvent(new CustomEvent("bothends:shown"));
      } else {
        document.dispatchEvent(new CustomEvent("bothends:finish"));
      }
    },
    clear(target) {
      all("input", target.closest("fieldset")).forEach((input) => { input.checked = false; });
      find("input", target.closest("fieldset")).focus();
      changed();
    },
    "shares-equal"(target) { shares.equal(); tell(target); },
    "shares-none"(target) { shares.none(); tell(target); },
    print: () => window.print(),
  });

  // A radio once chosen cannot be unchosen by itself.
  const addClearing = () => {
    for (const question of all("fieldset.q", form)) {
      if (!find("[type=radio]", question)) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "clear";
      button.dataset.act = "clear";
      const legend = find("legend", question);
      legend.id = `${question.id}-label`;
      button.setAttribute("aria-describedby", legend.id);
      button.textContent = form.dataset.clear;
      question.append(button);
    }
  };

  // "None of these" and the other boxes of a list exclude each other.
  const exclude = (box) => {
    if (box.type !== "checkbox" || !box.checked) return;
    const list = box.closest("[data-none]");
    if (!list) return;
    all("input[type=checkbox]", list).forEach((other) => {
      if (other !== box && (box.value === "none" || other.value === "none")) other.checked = false;
    });
  };
  const changed = () => { keep(); count(); };
  const tell = (target) => target.dispatchEvent(new Event("change", { bubbles: true }));

  form.addEventListener("input", ({ target }) => {
    exclude(target);
    if (shares) shares.follow(target);
    changed();
  });
  form.addEventListener("change", (event) => {
    if (shares) shares.follow(event.target, true);
    followed(event);
    changed();
  });
  form.addEventListener("reset", () => {
    if (shares) shares.forget();
    queueMicrotask(() => { if (shares) shares.arrange(); follow(); });
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  // A link to a field in another section opens that section first.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]:not([data-act])');
    const field = link && document.getElementById(link.getAttribute("href").slice(1));
    const section = field && field.closest(".step");
    if (!section) return;
    event.preventDefault();
    show(sections.indexOf(section) + 1, { focus: false });
    field.focus();
    field.scrollIntoView({ block: "center" });
  });
  sections.forEach((section, i) => section.addEventListener("beforematch", () => show(i + 1, { focus: false })));
  window.addEventListener("popstate", (event) => {
    const step = (event.state || {}).step;
    // Answers may have changed since the result was drawn.
    if (step === "result") acts.finish();
    else if (step) show(step, { push: false });
  });

  let ahead;
  document.addEventListener("bothends:ahead", (event) => { ahead = event.detail; });
  document.addEventListener("bothends:show", (event) => {
    if (event.detail === "result") return show("result");
    draft.done = false;
    if (root.dataset.step === "result") show(sections.length, { focus: false });
    const problems = find("#problems");
    if (problems) {
      problems.focus({ preventScroll: true });
      reveal(problems);
    }
  });
  document.addEventListener("bothends:fill", (event) => {
    fill(JSON.parse(event.detail));
    draft.done = false;
    changed();
    show(1);
  });

  // What came from a job ad is said once.
  const taken = sessionStorage.getItem(keyOf("taken"));
  if (taken) {
    find("#taken").textContent = taken;
    find("#taken").hidden = false;
    store(sessionStorage, keyOf("taken"), null);
  }

  // What was ticked before this script ran is newer than the draft.
  fill({ ...draft.answers, ...read() });
  count();
  if (draft.done) root.dataset.pending = "finish";
  history.replaceState({ step: draft.step }, "");
  show(draft.step, { focus: false, push: false });
  // The first answer does not wait for the rest. (A form whose hidden sections can
  // be found is laid out whole by Chromium when the document has been read: 80 ms
  // on a slow phone.)
  const complete = () => {
    findable = true;
    sections.filter((section) => section.hidden).forEach((section) => section.setAttribute("hidden", "until-found"));
    addClearing();
  };
  window.requestIdleCallback ? requestIdleCallback(complete, { timeout: 2000 }) : setTimeout(complete);
})();
