import type { HiddenWords } from "@besunny/document-model/hidden-words";
import type { PlacedWord } from "../../../analysis/layout/placed-word";

/**
 * The words of a page as shown, by their direction: 0, 90, 180 and 270 degrees clockwise. The last list has the words that are
 * oblique.
 */
export type PageWords = {
  byDirection: PlacedWord[][];
  characters: number;
  unreadable: number;
  /** Set where there were more characters than are read. */
  isCut?: boolean;
  hidden?: HiddenWords;
};
