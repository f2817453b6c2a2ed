import type { Box } from "../../document-model";

/** Whether the same character was drawn before at almost the same place, as is done to make it look bold or shadowed. */
export function createOverprints(): (code: number, box: Box, object: number) => boolean {
  const drawn = new Map<number, { box: Box; object: number }[]>();

  return (code, box, object) => {
    const key =
      code * 65_536 + (Math.round(box[1] / 8) & 255) * 256 + (Math.round(box[0] / 8) & 255);
    const near = drawn.get(key);
    if (near?.some((other) => other.object !== object && coincide(other.box, box))) return true;
    if (near) near.push({ box, object });
    else drawn.set(key, [{ box, object }]);
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
