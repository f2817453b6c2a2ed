import type { Block } from "./parsed-document";

/** Returns false for a figure that shows a picture without words. All other blocks have text. */
export function hasText({ span }: Pick<Block, "span">): boolean {
  return span[1] > span[0];
}
