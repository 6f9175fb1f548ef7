// Modules that the builder writes (app/site/built.go and worker.go). Addresses in
// "site:pages" and "site:embed" are below the base, "embed/fr/".

declare module "site:colours" {
  /** Colours of a theme in page.css, as "#rrggbb". */
  export interface Palette { page: string; card: string; warm: string }
  export const light: Palette;
  export const dark: Palette;
}

declare module "site:pages" {
  export const framed: string[]; // that may stand in a frame of another site
  export const blockingPaths: Record<string, string>; // by the path of the eager variant
}

declare module "site:embed" {
  /** Address of the reader of ads, "" where there is none, the title of the frame; and for who
   * is asked before it is fetched, the first question, a sentence with {host}, the button.
   * The check-up is at embed/LANGUAGE/. */
  export type Embedding = [ad: string, title: string, question: string, more: string, start: string];
  export const languages: Record<string, Embedding>;
  export const usual: string; // the language of who speaks none of them
  export const light: string; // colour of the page in a theme, as "#rrggbb"
  export const dark: string;
}

declare module "site:worker" {
  export interface Files { required: string[]; optional: string[] }
  export interface Language extends Files {
    checkUp: string;
    unkept: string; // what is said where it cannot be kept, with {file}
    partly: string; // and where some of it cannot
    news: string; // what is new in this version
  }
  export const version: string;
  export const shared: Files;
  export const languages: Record<string, Language>;
  export const usual: string; // the language of the address of no language
  export const blockingPaths: Record<string, string>; // by the path of the eager variant
  export const unkeptPage: string;
  export const sharePaths: string[]; // take a text that another app shares
}
