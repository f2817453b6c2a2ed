import type { Box } from "@besunny/document-model/parsed-document";

/** A word on a page. `at` is its box in the frame in which the word is read, `box` its box on the page as shown. */
export type PlacedWord = {
  text: string;
  box: Box;
  at: Box;
  size: number;
  isBold: boolean;
  /** No space comes before the word: the next character of a script written without spaces. */
  isGlued: boolean;
  /** The word is in monospaced type. */
  isMono?: boolean;
  /** The file asks for letters that may not show; the drawn page decides. */
  mayBeHidden?: boolean;
  /** The number that ties the word to the tags of a PDF. */
  mark?: number;
};

/** Returns true for a word with a letter of a script that is written from the right. */
export function isRtlWord({ text }: PlacedWord): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(text);
}
