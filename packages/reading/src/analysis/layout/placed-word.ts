import type { Box } from "@besunny/document-model/parsed-document";

/** A word on a page. `at` is its box in the frame that it is read in, `box` the same in the page as shown. */
export type PlacedWord = {
  text: string;
  box: Box;
  at: Box;
  size: number;
  isBold: boolean;
  /** No space before it: the next character of a script written without spaces. */
  isGlued: boolean;
  /** Set in a type whose letters are all as wide. */
  isMono?: boolean;
};
