import type { Box } from "@besunny/document-model/parsed-document";
import type { PlacedWord } from "../layout/placed-word";

/** A straight line drawn on a page, thin rectangles included, in the page as shown: `[x, y, width, height]`, one side near 0. */
export type Rule = Box;

/** What a table is found in. */
export type PageArea = { words: PlacedWord[]; rules: Rule[]; width: number; height: number };

export type FoundCell = {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  isHeader: boolean;
  words: PlacedWord[];
  box: Box;
};

/** `certainty` runs from 0 to 1; `isRuled` says that drawn lines part its cells. */
export type FoundTable = { box: Box; cells: FoundCell[]; certainty: number; isRuled: boolean };
