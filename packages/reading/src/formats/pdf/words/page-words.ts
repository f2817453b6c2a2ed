import type { PlacedWord } from "../../../analysis/layout/placed-word";

/**
 * The words of a page as it is shown, parted by the direction they run in: 0, 90, 180 and 270 degrees clockwise, and last
 * those that run neither along nor down the page.
 */
export type PageWords = {
  byDirection: PlacedWord[][];
  characters: number;
  unreadable: number;
  /** Set where there were more characters than are read. */
  isCut?: boolean;
};
