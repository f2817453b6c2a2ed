import type { Box } from "../../document-model";

/** Whether the same character was drawn before at almost the same place, as is done to make it look bold or shadowed. */
export function createOverprints(): (code: number, box: Box) => boolean {
  const drawn = new Map<number, Box[]>();
  let last: Box = [-1, -1, 0, 0];

  return (code, box) => {
    // The letters of a ligature share one place.
    const isSamePlace = box.every((edge, index) => edge === last[index]);
    last = box;
    if (isSamePlace) return false;
    const key =
      code * 65_536 + (Math.round(box[1] / 8) & 255) * 256 + (Math.round(box[0] / 8) & 255);
    const near = drawn.get(key);
    if (near?.some((other) => coincide(other, box))) return true;
    if (near) near.push(box);
    else drawn.set(key, [box]);
    return false;
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
