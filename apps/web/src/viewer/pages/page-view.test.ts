import { describe, expect, test } from "vitest";

import { type PageView, sizeOfPage, turnedRight } from "./page-view";

const view: PageView = {
  room: { width: 832, height: 632 },
  fit: "width",
  zoom: 1,
  rotation: 0,
};

describe("sizeOfPage", () => {
  test("fits the width", () => {
    expect(sizeOfPage(view, 1.5).outer).toEqual({ width: 800, height: 1200 });
  });

  test("fits the whole page", () => {
    expect(sizeOfPage({ ...view, fit: "page" }, 1.5).outer).toEqual({ width: 400, height: 600 });
  });

  test("keeps the proportions of a page on its side", () => {
    const { outer, inner } = sizeOfPage({ ...view, rotation: 90 }, 1.6);
    expect(outer).toEqual({ width: 800, height: 500 });
    expect(inner).toEqual({ width: 500, height: 800 });
  });

  test("makes it larger on top of what it fits", () => {
    expect(sizeOfPage({ ...view, zoom: 2 }, 1).outer.width).toBe(1600);
  });
});

test("four quarter turns leave a page as it was", () => {
  expect(turnedRight(turnedRight(turnedRight(turnedRight(0))))).toBe(0);
});
