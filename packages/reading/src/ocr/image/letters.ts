import { type Component, componentsOf } from "./components";
import type { Grey } from "./grey";

/** Returns the patches of ink in a flattened picture that may be letters. */
export function lettersOf(grey: Grey): Component[] {
  return (componentsOf(grey, inkBelow) ?? []).filter((component) => isLetter(component, grey));
}

const inkBelow = 150;

function isLetter({ left, top, right, bottom, ink }: Component, page: Grey): boolean {
  const [width, height] = [right - left, bottom - top];
  return (
    Math.max(width, height) >= 5 &&
    Math.max(width, height) < Math.max(page.width, page.height) / 8 &&
    Math.min(width, height) > 1 &&
    width < 4 * height &&
    width > height / 8 &&
    ink > 0.1 * width * height
  );
}

/** Returns the usual height of letters in pixels, or null for too few letters. Specks and commas count little. */
export function letterHeight(letters: Component[]): number | null {
  return heightAbove(letters, 0.6);
}

/**
 * Returns the height of capitals and digits in pixels, or null for too few letters. A fifth of the letters of prose is as high or higher, and
 * most of a receipt in capitals.
 */
export function capitalHeight(letters: Component[]): number | null {
  return heightAbove(letters, 0.8);
}

function heightAbove(letters: Component[], share: number): number | null {
  const heights = letters
    .map(({ top, bottom }) => bottom - top)
    .filter((height) => height >= 5)
    .sort((a, b) => a - b);
  return heights.length < 6 ? null : (heights[Math.floor(heights.length * share)] ?? null);
}
