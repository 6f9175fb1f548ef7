// The border between the scripts of the page and the program: every event with what
// it carries, every data- name that both sides read, the draft, and the storage
// keys. The program has a constant for each event and each name, and a Go test
// holds them to this file.

/** Values by input name, as the form holds them. */
export type Values = Record<string, string[]>;

/** What is kept of a check-up for this tab. Only web/page/storage.js writes it. */
export interface Draft {
  v: 1;
  answers: Values;
  step: number | "result"; // from 1
  done: boolean; // the result was asked for
}

/** Sent by the program, as "bothends:" and the name. */
export interface FromProgram {
  ahead: string; // to the page: the form, as JSON, of which a result is drawn already; "" for none
  damaged: null; // to ad.js: the lexicon is not what it should be
  fill: string; // to the page: Values, as JSON, to put into the form
  show: "result" | "problems"; // to the page
  whole: null; // to rehearsal.js: all of the result is drawn, or all that an ad said
}

/** Sent to the program. */
export interface ToProgram {
  erase: undefined; // everything was erased, or the ad was
  finish: undefined; // the person wants the result
  lexicon: undefined; // the words to look for in an ad stand in #ad.lexicon
  read: undefined; // read the ad now, and show what was found
  shown: undefined; // the result that was drawn already is on the screen
}

/** Sent from one script of the page to another. */
export interface BetweenScripts {
  "offline-ready": undefined; // boot.js to page.js: the site is kept
  view: undefined; // page.js to frame.js: another section, or the result, is open
}

export type Events = FromProgram & ToProgram & BetweenScripts;

/** Data of the document's element that both sides read or write. */
export interface RootData {
  base: string; // path of the site, "/tools/check/"
  keys: string; // what storage keys end with: ":social-media-manager/tools/check/"
  embed?: "true"; // the page stands in a frame
  ready?: "true"; // the program has taken over
  pending?: "finish" | "read"; // was asked for before the program was there
}

/** What is kept, by the name in its key: "bothends." + name + RootData.keys. */
export interface Keys {
  draft: Draft; // sessionStorage
  letter: string; // sessionStorage: the note to an employer
  taken: string; // sessionStorage: what the check-up tells once of an ad
  record: string; // localStorage, "record." and a name of its own: a kept result
}

declare global {
  /** A script of ours has run over this one. */
  interface HTMLScriptElement { seen?: boolean }
}
