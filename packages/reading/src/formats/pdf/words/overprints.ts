import type { Box } from "@besunny/document-model/parsed-document";

/**
 * Finds characters that were drawn before at almost the same place, which makes text look bold or shadowed. An object is
 * recognised by its first character, and then followed as long as its characters are the same.
 */
export function createOverprints(): (code: number, box: Box, object: number) => boolean {
  const starts = new Map<number, number[]>();
  const codes: number[] = [];
  const boxes: Box[] = [];
  let current = 0;
  let follows = -1;

  function startOf(code: number, box: Box): number {
    const key =
      code * 65_536 + (Math.round(box[1] / 8) & 255) * 256 + (Math.round(box[0] / 8) & 255);
    const near = starts.get(key);
    const found = near?.find((at) => coincide(boxes[at], box)) ?? -1;
    if (near) near.push(codes.length);
    else starts.set(key, [codes.length]);
    return found;
  }

  return (code, box, object) => {
    if (object !== current) follows = startOf(code, box);
    else if (follows >= 0) follows += 1;
    current = object;
    if (follows >= 0 && (codes[follows] !== code || !coincide(boxes[follows], box))) follows = -1;
    codes.push(code);
    boxes.push(box);
    return follows >= 0;
  };
}

function coincide(a: Box | undefined, b: Box): boolean {
  if (!a) return false;
  const tolerance = 0.06 * Math.min(a[2] + a[3], b[2] + b[3]);
  return (
    Math.abs(a[0] - b[0]) < tolerance &&
    Math.abs(a[1] - b[1]) < tolerance &&
    Math.abs(a[2] - b[2]) < 2 * tolerance
  );
}
