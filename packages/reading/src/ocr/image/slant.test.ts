import { expect, test } from "vitest";
import type { Component } from "./components";
import { slantOf } from "./slant";

/** Returns letters of twelve ragged lines, tilted clockwise by `degrees`. */
function letters(degrees: number): Component[] {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return Array.from({ length: 12 }, (_, line) =>
    Array.from({ length: 25 + ((line * 7) % 11) }, (__, index) => {
      const [x, y] = [index * 14 + ((index * 5) % 3), line * 40 + ((index * 3) % 4)];
      const [left, top] = [400 + x * cosine - y * sine, 300 + x * sine + y * cosine];
      return { left, top, right: left + 9, bottom: top + 14, ink: 60 };
    }),
  ).flat();
}

test.each([0, 0.8, -3, 11, -14])("sees that lines are tilted by %s degrees", (degrees) => {
  const slant = slantOf(letters(degrees), 14);
  expect(slant.isSideways).toBe(false);
  expect(Math.abs(slant.degrees - degrees)).toBeLessThan(0.35);
});

test.each([90, 272])("sees that lines run down the page (%s degrees)", (degrees) => {
  expect(slantOf(letters(degrees), 14).isSideways).toBe(true);
});

test("takes a few letters to stand straight", () => {
  expect(slantOf(letters(9).slice(0, 10), 14)).toEqual({ degrees: 0, isSideways: false });
});

test.each([0, 4, 90])(
  "tells lines of type of one width from its columns (%s degrees)",
  (degrees) => {
    const [sine, cosine] = [
      Math.sin((degrees * Math.PI) / 180),
      Math.cos((degrees * Math.PI) / 180),
    ];
    const typed = Array.from({ length: 60 }, (_, line) =>
      Array.from({ length: 40 }, (__, column) => {
        const [x, y] = [column * 12, line * 24 + ((column * 5) % 4)];
        const [left, top] = [900 + x * cosine - y * sine, 300 + x * sine + y * cosine];
        return { left, top, right: left + 9, bottom: top + 14, ink: 60 };
      }),
    ).flat();
    expect(slantOf(typed, 14).isSideways).toBe(degrees === 90);
  },
);
