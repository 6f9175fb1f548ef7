// Settles how a page looks: before the first paint, or right after it in the
// form of the check-up that is for first visitors (app/ui/page.go). It may not
// wait for anything.
(() => {
  const root = document.documentElement;

  // Where storage is blocked (a third-party frame, some private modes) reading
  // it throws, and the program would die at its start. A stand-in forgets at
  // the end of the page, and nothing else changes.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("bothends");
    } catch {
      const kept = new Map();
      Object.defineProperty(window, name, {
        configurable: true,
        value: {
          getItem: (key) => kept.get(String(key)) ?? null,
          setItem: (key, value) => void kept.set(String(key), String(value)),
          removeItem: (key) => void kept.delete(String(key)),
          clear: () => kept.clear(),
          key: (i) => [...kept.keys()][i] ?? null,
          get length() { return kept.size; },
        },
      });
    }
  }

  // What cannot be read later is not there.
  const { getItem } = Storage.prototype;
  Storage.prototype.getItem = function (key) {
    try { return getItem.call(this, key); } catch { return null; }
  };

  const query = new URLSearchParams(location.search);
  const theme = query.get("theme") || localStorage.getItem("bothends.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (window.parent !== window) root.dataset.embed = "true";

  // The address without a language speaks the one the reader asked for.
  const link = (lang) => document.querySelector(`link[hreflang="${lang}"]`);
  const here = link("x-default");
  if (here && new URL(here.href).pathname === location.pathname.replace(/index\.html$/, "")) {
    const wanted = [localStorage.getItem("bothends.lang"), ...(navigator.languages || [])]
      .filter(Boolean).map((tag) => tag.slice(0, 2)).find(link);
    if (wanted && wanted !== root.lang) {
      location.replace(new URL(link(wanted).href).pathname + location.search + location.hash);
    }
  }

  let step = 1;
  try {
    step = JSON.parse(sessionStorage.getItem(`bothends.draft:${root.dataset.pack}${root.dataset.base}`))?.step || 1;
  } catch { /* not ours */ }
  root.dataset.step = step;
})();
