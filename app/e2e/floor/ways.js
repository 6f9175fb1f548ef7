/** The oldest browsers that the site is for (app/site/scripts.go has those that esbuild
 * knows). */
export const floor = {
  safari: "15", safari_ios: "15", firefox: "102", firefox_android: "102", chrome: "100", chrome_android: "100", samsunginternet_android: "18.0",
};

/** What is newer than those, or not in all, and what happens without it. */
export const ways = {
  // Scripts.
  "api/CSSStyleSheet/replaceSync": "the rules of an accent go into a sheet that is there (frame.js)",
  "api/Document/adoptedStyleSheets": "the same",
  "api/ShadowRoot/adoptedStyleSheets": "the same name",
  "api/InstallEvent/addRoutes": "the worker answers everything itself",
  "api/Location/ancestorOrigins": "the referrer is asked (frame.js)",
  "api/WindowClient/ancestorOrigins": "the same name",
  "api/NetworkInformation/saveData": "the same",
  "api/Navigator/userAgentData": "only Chromium needs the rehearsal, and it has it",
  "api/WorkerNavigator/userAgentData": "the same name",
  "api/Window/print": "buttons that print are not shown (page.js)",
  "api/Window/requestIdleCallback": "a timer (boot.js, checkup.js, talk.js)",
  // Pages.
  "html/elements/link/blocking": "the first paint comes earlier, with less in it",
  "html/elements/link/rel/expect": "the same",
  "html/elements/link/rel/icon": "there is one of Apple's, too",
  "html/elements/link/rel/manifest": "the site is a page, and cannot be installed",
  "html/elements/meta/name/theme-color": "the browser's bar keeps its colour",
  "html/elements/meta/name/viewport": "desks do not need it",
  // Stylesheets.
  "css/at-rules/media/forced-colors": "where colours are not forced it says nothing",
  "css/at-rules/page": "the browser's margins",
  "css/at-rules/container": "the options of a scale stand below each other",
  "css/properties/container-type": "the same",
  "css/properties/appearance": "the builder writes -webkit-appearance before it",
  "css/properties/accent-color": "the browser's colour",
  "css/properties/break-after/avoid": "a heading may end a sheet of paper",
  "css/properties/contain": "the result ahead has no height and is not seen (result.css)",
  "css/properties/content-visibility": "all is laid out: slower, and the same",
  "css/properties/contain-intrinsic-size": "the same",
  "css/properties/cursor": "phones have none",
  "css/properties/float/inline-start": "left stands before it, and the legend is as wide as its field",
  "css/properties/overflow-wrap/anywhere": "break-word, of the whole page (page.css)",
  "css/properties/resize": "the box scrolls",
  "css/properties/scrollbar-gutter": "the page moves by a bar's width when one comes",
  "css/properties/text-decoration-skip-ink": "a line with gaps",
  "css/properties/text-decoration/wavy": "a straight line; what it marks is said in words, too",
  "css/properties/text-wrap": "headings break where they break",
  "css/selectors/details-content": "ideas that are folded away are not printed",
  "css/selectors/focus-visible": "the browser's own ring",
  "css/selectors/has": "TestWithoutHasOnlyTheNoteIsPrintedAndAnswersCanBeTakenBack",
  "css/types/color/color-mix": "a plain colour stands before it",
};

/** Names in our scripts, and in Go's, of things of our own. Something newer has the same
 * name, and types see to those of browsers. (A connection that a browser does not tell of
 * is not metered; a frame that cannot wait is loaded at once.) */
export const own = [
  "address", "blocking", "bytes", "changed", "connection", "country", "equal", "forget", "format", "hand", "loading", "lost", "move", "path", "percent",
  "priority", "run", "take", "truncate", "where",
];
