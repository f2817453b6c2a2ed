import { expect, test } from "vitest";
import { componentsOf } from "./components";
import type { Grey } from "./grey";
import { uprightPicture } from "./upright";

function aPictureWithABox([left, top, wide, high]: [number, number, number, number]): Grey {
  const [width, height] = [200, 120];
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = top; y < top + high; y++) pixels.fill(0, y * width + left, y * width + left + wide);
  return { pixels, width, height };
}

test.each([0, 90, 180, 270, -4])(
  "leads from a picture turned by %s degrees and resized back to where a box was",
  async (degrees) => {
    const given = aPictureWithABox([30, 20, 60, 10]);
    const { picture, back } = await uprightPicture(given, { degrees, scale: 1.5, softness: 0 });
    const [found] = componentsOf(picture, 128) ?? [];
    if (!found) throw new Error("The box is lost.");
    const [x, y, width, height] = back([
      found.left,
      found.top,
      found.right - found.left,
      found.bottom - found.top,
    ]);
    // The upright box around a slanted box is larger and has the same middle.
    const slack = degrees === -4 ? 12 : 2;
    expect(Math.abs(x + width / 2 - 60)).toBeLessThan(2);
    expect(Math.abs(y + height / 2 - 25)).toBeLessThan(2);
    expect(Math.abs(width - 60)).toBeLessThan(slack);
    expect(Math.abs(height - 10)).toBeLessThan(slack);
  },
);
