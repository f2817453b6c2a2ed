import type { Box } from "@besunny/document-model/parsed-document";

/** Returns true for a box that is wholly beside its slide. A slide of unknown size has all boxes on it. */
export function isOutside(
  box: Box | undefined,
  { width = 0, height = 0 }: { width?: number; height?: number },
): boolean {
  if (!box || width <= 0 || height <= 0) return false;
  const [x, y, across, down] = box;
  return (
    x >= width || y >= height || (x + across <= 0 && across > 0) || (y + down <= 0 && down > 0)
  );
}
