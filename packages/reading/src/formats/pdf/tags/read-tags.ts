import {
  type OrderedRegions,
  orderRegions,
  type Sheet,
} from "../../../analysis/layout/order-regions";
import type { Pdfium } from "../pdfium/pdfium";
import type { PageWords } from "../words/page-words";
import { regionsByTags } from "./regions-by-tags";
import { withStatedTexts } from "./stated-texts";
import { structureTree } from "./structure-tree";
import { taggedPage } from "./tagged-blocks";

const leastUpright = 0.95;

/** Returns the regions of a page of a tagged PDF, by its tags where they can be believed and by its look elsewhere. */
export function orderTaggedRegions(
  pdfium: Pdfium,
  page: number,
  { byDirection }: PageWords,
  sheet: Sheet,
): OrderedRegions {
  const [upright = [], ...turned] = byDirection;
  const count = byDirection.reduce((sum, { length }) => sum + length, 0);
  const isMarked = upright.some(({ mark = -1 }) => mark >= 0);
  const tree =
    isMarked && upright.length >= leastUpright * count ? structureTree(pdfium, page) : null;
  if (!tree) return orderRegions(byDirection, sheet);
  const tags = taggedPage(tree);
  const ordered = orderRegions([withStatedTexts(upright, tags), ...turned], sheet);
  return { ...ordered, regions: regionsByTags(ordered, tags, sheet) };
}
