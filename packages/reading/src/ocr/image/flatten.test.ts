import { expect, test } from "vitest";
import { flattened } from "./flatten";
import type { Grey } from "./grey";

const [width, height] = [240, 240];

function aPage(level: (x: number, y: number) => number): Grey {
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) pixels[at] = level(at % width, Math.floor(at / width));
  return { pixels, width, height };
}

const isInk = (x: number, y: number) => x % 12 < 3 && y % 30 < 8;
const at = ({ pixels }: Grey, x: number, y: number) => pixels[y * width + x] ?? -1;

test("turns a shadow into white paper and leaves the ink dark", () => {
  const shade = (x: number) => 250 - x / 2;
  const page = flattened(aPage((x, y) => (isInk(x, y) ? shade(x) * 0.3 : shade(x))));
  for (const x of [5, 113, 233]) {
    expect(at(page, x, 100)).toBeGreaterThan(210);
    expect(at(page, x - (x % 12) + 1, 93)).toBeLessThan(110);
  }
});

test("turns light text on a dark page into dark text on a light one", () => {
  const page = flattened(aPage((x, y) => (isInk(x, y) ? 240 : 20)));
  expect(at(page, 6, 100)).toBeGreaterThan(200);
  expect(at(page, 1, 93)).toBeLessThan(60);
});

test("keeps a dark field with light text in it", () => {
  const page = flattened(aPage((x, y) => (y > 90 ? 255 : isInk(x, y) ? 250 : 15)));
  expect(at(page, 126, 40)).toBeLessThan(60);
  expect(at(page, 121, 33)).toBeGreaterThan(200);
});
