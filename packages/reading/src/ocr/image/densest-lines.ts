import type { Component } from "./components";
import type { Grey } from "./grey";

const lettersInSample = 160;

/** Returns the few lines with the most letters per height: enough to find which way up they are. */
export function densestLines(
  grey: Grey,
  letters: Component[],
  { isSideways }: { isSideways: boolean },
): Grey {
  const start = ({ left, top }: Component) => (isSideways ? left : top);
  const end = ({ right, bottom }: Component) => (isSideways ? right : bottom);
  const sorted = [...letters].sort((a, b) => start(a) - start(b));
  if (sorted.length <= lettersInSample) return grey;
  let [best, from] = [Infinity, 0];
  for (let index = 0; index + lettersInSample <= sorted.length; index += 8) {
    const [first, last] = [sorted[index], sorted[index + lettersInSample - 1]];
    const extent = first && last ? end(last) - start(first) : Infinity;
    if (extent < best) [best, from] = [extent, index];
  }
  const chosen = sorted.slice(from, from + lettersInSample);
  return cropped(grey, chosen);
}

const margin = 12;

function cropped({ pixels, width, height }: Grey, letters: Component[]): Grey {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const letter of letters) {
    left = Math.min(left, letter.left);
    top = Math.min(top, letter.top);
    right = Math.max(right, letter.right);
    bottom = Math.max(bottom, letter.bottom);
  }
  left = Math.max(0, left - margin);
  top = Math.max(0, top - margin);
  const [wide, high] = [
    Math.min(width, right + margin) - left,
    Math.min(height, bottom + margin) - top,
  ];
  const part = new Uint8Array(wide * high);
  for (let row = 0; row < high; row++) {
    const from = (top + row) * width + left;
    part.set(pixels.subarray(from, from + wide), row * wide);
  }
  return { pixels: part, width: wide, height: high };
}
