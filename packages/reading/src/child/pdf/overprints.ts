import type { Box } from "../../document-model";

/**
 * Whether a character belongs to a text object that was drawn before at almost the same place, as is done to make it look
 * bold or shadowed. An object is known by its first character.
 */
export function createOverprints(): (code: number, box: Box, object: number) => boolean {
  const drawn = new Map<number, Box[]>();
  let current = 0;
  let isRepeated = false;

  return (code, box, object) => {
    if (object === current) return isRepeated;
    current = object;
    const key =
      code * 65_536 + (Math.round(box[1] / 8) & 255) * 256 + (Math.round(box[0] / 8) & 255);
    const near = drawn.get(key);
    isRepeated = near?.some((other) => coincide(other, box)) ?? false;
    if (near) near.push(box);
    else drawn.set(key, [box]);
    return isRepeated;
  };
}

function coincide(a: Box, b: Box): boolean {
  const tolerance = 0.12 * Math.min(a[2] + a[3], b[2] + b[3]) * 0.5;
  return (
    Math.abs(a[0] - b[0]) < tolerance &&
    Math.abs(a[1] - b[1]) < tolerance &&
    Math.abs(a[2] - b[2]) < 2 * tolerance
  );
}
