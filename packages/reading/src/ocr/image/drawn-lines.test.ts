import sharp from "sharp";
import { expect, test } from "vitest";
import { drawnLines } from "./drawn-lines";

async function aPicture(drawing: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="#fff"/><g stroke="#000" stroke-width="2">${drawing}</g></svg>`;
  const { data } = await sharp(Buffer.from(svg))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: new Uint8Array(data), width: 600, height: 400 };
}

const rounded = (boxes: number[][]) =>
  boxes.map((box) => box.map((side) => Math.round(side / 5) * 5));

test("lines across and down are found, thin and a little askew ones too", async () => {
  const picture = await aPicture(
    '<path d="M50 100H550"/><path d="M50 200L550 204" stroke-width="1"/><path d="M300 80V350"/>',
  );
  expect(rounded(drawnLines(picture))).toEqual([
    [50, 100, 500, 0],
    [50, 200, 500, 0],
    [300, 80, 0, 270],
  ]);
});

test("letters, short strokes and filled areas are none", async () => {
  const picture = await aPicture(
    '<text x="50" y="100" font-size="60" font-family="sans-serif">HELLO LILLI</text><path d="M50 200H90"/><rect x="50" y="250" width="400" height="60"/>',
  );
  expect(drawnLines(picture)).toEqual([]);
});
