import type { Language } from "./language.ts";

/**
 * A paper that people sign, print and keep: sections of plain blocks, in one language. The page, the PDF and
 * the hash of an agreement are made of the same paper. Pure data: it is kept as JSON.
 */
export type Paper = {
  readonly language: Language;
  readonly title: string;
  readonly subtitle?: string;
  readonly sections: readonly PaperSection[];
};

export type PaperSection = {
  /** Stable name of the section, the same in every language. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly PaperBlock[];
};

export type PaperBlock =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Label and value, one row each. */
  | { readonly kind: "facts"; readonly rows: readonly (readonly [string, string])[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };
