// Buttons that copy the text beside them.
document.addEventListener("click", async ({ target }) => {
  const button = /** @type {any} */ (target).closest("[data-act=copy]");
  if (!button) return;
  const text = /** @type {any} */ (document.getElementById(button.dataset.of));
  const status = button.parentElement.querySelector("[role=status]");
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(text.textContent);
    status.textContent = status.dataset.done;
  } catch {
    getSelection()?.selectAllChildren(text);
    text.focus();
    status.textContent = status.dataset.hand;
  }
});
