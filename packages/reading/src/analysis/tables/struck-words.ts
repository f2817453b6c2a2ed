import type { Box } from "@besunny/document-model/parsed-document";
import type { PlacedWord } from "../layout/placed-word";
import type { Rule } from "./found-table";

const mostRules = 300;

/** Returns the share of the words that a line runs through, 0 to 1. Lines of tables stay between the words; lines of drawings do not. */
export function shareOfStruck(
  words: PlacedWord[],
  rules: Rule[],
  [left, top, width, height]: Box,
): number {
  const inside = rules
    .filter(([x, y, w, h]) => x < left + width && x + w > left && y < top + height && y + h > top)
    .sort((a, b) => Math.max(b[2], b[3]) - Math.max(a[2], a[3]))
    .slice(0, mostRules);
  const struck = words.filter(({ at }) => inside.some((rule) => isThrough(rule, at)));
  return struck.length / Math.max(1, words.length);
}

function isThrough([x, y, w, h]: Rule, [left, top, width, height]: Box): boolean {
  if (h > w) {
    const middle = top + height / 2;
    return x > left + 0.2 * width && x < left + 0.8 * width && y < middle && y + h > middle;
  }
  const middle = left + width / 2;
  return y > top + 0.35 * height && y < top + 0.65 * height && x < middle && x + w > middle;
}
