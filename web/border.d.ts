// The border between the scripts of the page and the program: every event with what
// it carries, every data- name that both sides read, the draft, and the storage
// keys. The program has a constant for each event and each name, and a Go test
// holds them to this file.

/** Values by input name, as the form holds them; "sure.weekly_hours" is there where a
 * number that was doubted is right. */
export type Values = Record<string, string[]>;

/** What is kept of a check-up for this tab. Only web/page/storage.js writes it. */
export interface Draft {
  v: 1;
  answers: Values;
  proposed: Record<string, string>; // those of them that follow from another and that nobody has chosen
  step: number | "result"; // from 1
  section?: number; // the last one that was open
  done: boolean; // the result was asked for
}

/** What the program hands over to the check-up, to be opened on its own page. */
export interface Opened {
  answers: Values;
  done: boolean; // show the result
  taken?: string; // what to tell once of an ad that answers came from
}

/** Sent by the program, as "bothends:" and the name. */
export interface FromProgram {
  ahead: string; // to the page: the form, as JSON, of which a result is drawn already; "" for none
  answer: Values; // to the page: put these into the form, and leave the others
  damaged: null; // to posting.js: the lexicon is not what it should be
  fill: Values; // to the page: put them into the form
  open: Opened; // to the page: open the check-up with this; prevented once it is kept
  show: "result" | "problems"; // to the page
  unreadable: null; // to boot.js: Root.data is not what this program reads
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
  "offline-ready": boolean; // boot.js to page.js: the site is kept, and whether its language is only now
  view: undefined; // page.js to frame.js: another section, or the result, is open
}

export type Events = FromProgram & ToProgram & BetweenScripts;

/** Data of the document's element that both sides read or write while the page is open. */
export interface RootData {
  base: string; // path of the site, "/tools/check/"
  keys: string; // what storage keys end with: ":social-media-manager/tools/check/"
  embed?: "true"; // the page stands in a frame
  ready?: "true"; // the program has taken over
  pending?: "finish" | "read"; // was asked for before the program was there
}

/** Data of elements that the builder writes and scripts read, or find them by. */
export interface PageData {
  act: string; // what pressing or changing it does
  asked: string; // where a question matters: web/page/asked.js
  basis: "gross" | "net"; // of pay, proposed where this sentence is for the country
  boot: string; // the box that tells how far the program is; its texts:
  "boot-text": true;
  bytes: number; // of the program, as it travels
  clear: string; // label of the button that takes a choice back
  compile: string; // address of the script
  country: string; // of these help lines
  currency: string; // proposed with this country
  done: string; // what to say when it is done
  exec: string; // address of what starts the program
  failed: string; // in the boot box and beside the ad
  few: true; // shown while there is nothing to share
  frame: string; // address of what runs in frames
  hand: string; // what to say when copying is left to the person
  href: string; // of a stylesheet in the page, as a file
  if: string; // where something is proposed: web/page/asked.js
  install: true; // the box on installing, and in it
  integrity: string; // hash of the lexicon
  ios: true; // the sentence for devices that offer nothing
  lexicon: string; // its address
  loading: string; // in the boot box
  lost: string; // why, of a {file} that is not as the site has it
  max: number; // bytes of the longest ad
  missing: string; // in the boot box, when boot.js itself is missing
  news: true; // in the offer of a new version, what is new in it
  note: string; // of a language that a frame can have: a sentence to put under it
  onward: string; // where a page that has moved is now
  none: true; // a list that has a box "none of these"
  of: string; // a list whose ticked boxes share; or the text that a button copies
  offline: string; // why, without a network
  pack: string; // id of the questionnaire
  part: string; // id of the act that a section is of
  pay: "country" | "currency" | "basis"; // the part that an answer on pay plays
  percent: string; // a share in words, "{n} %"
  point: string; // the decimal point of the language
  propose: string; // a number, or two questions and "-" between them
  q: string; // id of a question
  rehearsal: string; // address of the script
  sliders: true; // shown while there is something to share
  step: string; // of the document, "1" before anything was read; numbers of sections
  take: string; // label of what takes a proposal, "Use {n}"
  update: true; // the offer of a new version
  version: string; // of the site
  wasm: string; // address of the program
  where: string; // countries that a question or a sentence is for
  worker: string; // address of the service worker
}

/** Data of the document's element that scripts write for one another, and for styles. */
export interface ScriptData {
  band: string; // of the result, by the program: there is one
  clears: "now" | "later"; // of a question whose choice can be taken back, once there is one
  drawn: "true"; // the result that is asked for is there
  offline: "ready"; // the site is kept
  printless: "true"; // this browser cannot print
  rehearsed: string; // how the rehearsal ended
  stepped: "true"; // page.js has run
  theme: "light" | "dark"; // chosen
}

/** What is kept, by the name in its key: "bothends." + name + RootData.keys. */
export interface Keys {
  draft: Draft; // sessionStorage
  letter: string; // sessionStorage: the note to an employer
  place: [number, number] | []; // sessionStorage: where a page stood that is opened in another language
  taken: string; // sessionStorage: what the check-up tells once of an ad
  hours: string; // localStorage: the log of hours, if it is kept
  unkept: string; // sessionStorage: the log of hours, until it is kept
  record: string; // localStorage, "record." and a name of its own: a kept result, with its plan
}

/** The document's element. */
export interface Root extends HTMLElement {
  data?: Uint8Array; // of app/data, from boot.js to the program, which takes it away
}

declare global {
  /** A script of ours has run over this one. */
  interface HTMLScriptElement { seen?: boolean }
}
