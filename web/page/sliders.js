import { all, find } from "./dom.js";
import { Shares, wholes } from "./shares.js";

/** The sliders of a question of shares.
 * @param {any} box the question
 * @param {any} form */
export const startSliders = (box, form) => {
  const details = find("details", box);
  const sliders = all("input[type=range]", box);
  const named = new Map(sliders.map((s) => [s.name, s]));
  const start = box.dataset.q.length + 1; // "shares.video" is the share of "video"
  const ticks = new Map(sliders.map((s) => [s.name, find(`[name="${box.dataset.of}"][value="${s.name.slice(start)}"]`, form)]));
  const asked = () => [...named.keys()].filter((name) => ticks.get(name).checked);
  ticks.forEach((tick, name) => { find("span", named.get(name).parentElement).textContent = tick.parentElement.textContent.trim(); });
  const shares = new Shares();

  // A file may hold finer shares than whole numbers: they stay until a slider is moved.
  const draw = (fine = false) => {
    const live = asked();
    const whole = wholes(shares.exact, live);
    for (const s of sliders) {
      const share = whole.get(s.name) || 0;
      s.parentElement.hidden = !whole.has(s.name);
      s.disabled = !whole.has(s.name) || !shares.said && !details.open;
      s.step = fine ? "any" : 1;
      s.value = fine && shares.exact.get(s.name) || share;
      const text = box.dataset.percent.replace("{n}", share);
      s.setAttribute("aria-valuetext", text);
      find("output", s.parentElement).textContent = text;
    }
    find("[data-few]", box).hidden = live.length > 1;
    find("[data-sliders]", box).hidden = live.length < 2;
    find("[data-act=shares-none]", box).hidden = !shares.said;
  };
  const arrange = () => {
    shares.arrange(asked());
    draw();
  };

  form.addEventListener("formdata", (/** @type {any} */ event) => {
    if (!shares.said) sliders.forEach((s) => event.formData.delete(s.name));
  });
  details.addEventListener("toggle", () => { if (!shares.said) draw(); });
  return {
    arrange,
    forget: () => shares.forget(),
    /** @param {any} target what was changed
     * @param {boolean} [done] and let go of */
    follow(target, done) {
      if (target.name === box.dataset.of) arrange();
      if (named.has(target.name)) {
        shares.move(target.name, Number(target.value), asked());
        draw();
      }
      if (done) shares.settle();
    },
    equal() {
      shares.equal(asked());
      draw();
    },
    none() {
      shares.forget();
      details.open = false;
      arrange();
      find("summary", box).focus();
    },
    /** @param {Record<string, unknown>} answers */
    fill(answers) {
      const given = shares.take(asked(), (name) => answers[name]);
      if (given) details.open = true;
      draw(given);
    },
  };
};
