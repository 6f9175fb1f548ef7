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
  export const languages: Record<string, { checkUp: string; ad: string; title: string }>;
  export const usual: string; // the language of who speaks none of them
}

declare module "site:worker" {
  export const version: string;
  export const required: string[];
  export const optional: string[];
  export const blockingPaths: Record<string, string>; // by the path of the eager variant
  export const missing: string;
  export const news: Record<string, string>; // by language
}
