// Installing, on the page "About": a button where the browser offers it, a sentence on iOS,
// which offers nothing. Nobody is asked unasked, and nothing is shown where it runs
// installed already.
const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-install]"));

if (box && !matchMedia("(display-mode: standalone)").matches) {
  /** @type {(selector: string) => any} */
  const find = (selector) => box.querySelector(selector);
  const button = find("[data-act=install]"), ios = find("[data-ios]"), status = find("[role=status]");
  /** @type {any} The browser's offer. */
  let offer;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
    box.hidden = button.hidden = false;
  });
  button.addEventListener("click", () => offer?.prompt());
  addEventListener("appinstalled", () => {
    button.hidden = true;
    status.textContent = status.dataset.done;
  });
  // Safari alone has it: false in a tab.
  if (/** @type {any} */ (navigator).standalone === false) box.hidden = ios.hidden = false;
}
