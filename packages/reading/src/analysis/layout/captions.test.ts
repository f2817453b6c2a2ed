import { expect, test } from "vitest";
import { isCaption, standsBesideTable } from "./captions";

test.each(["Table 3: Rents", "Fig. 2", "Abbildung IV –", "Рис. 1.", "表 2"])(
  "%s is a caption",
  (text) => {
    expect(isCaption(text)).toBe(true);
  },
);

test.each(["Table 3 shows the rents", "Tables", "The figure 4"])("%s is none", (text) => {
  expect(isCaption(text)).toBe(false);
});

test.each([
  "Table of rents",
  "Source: own figures",
  "Quelle: Statistik",
  "Источник: опрос",
  "注：略",
])("%s stands beside a table", (text) => {
  expect(standsBesideTable(text)).toBe(true);
});

test("heads of columns stand in it", () => {
  expect(standsBesideTable("Rent in 2026")).toBe(false);
});
