import type { Box } from "@besunny/document-model/parsed-document";
import type { PlacedWord } from "../layout/placed-word";

/** A straight line drawn on a page as shown, or a thin rectangle: `[x, y, width, height]`, with one side near 0. */
export type Rule = Box;

/** The part of a page in which tables are searched. */
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

/** `certainty` is between 0 and 1. `isRuled` is true if drawn lines separate the cells. */
export type FoundTable = { box: Box; cells: FoundCell[]; certainty: number; isRuled: boolean };
