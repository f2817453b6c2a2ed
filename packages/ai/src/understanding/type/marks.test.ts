import { expect, test } from "vitest";
import { markFeatures, markNames } from "./marks";

function marks(text: string): Record<string, number> {
  const values = markFeatures({ text });
  return Object.fromEntries(markNames.map((name, index) => [name, values[index] ?? Number.NaN]));
}

test("every mark is a number from 0 to 1, also of an empty text and of a long line", () => {
  for (const text of ["", "\n\n", "a ".repeat(40_000), "1.2.3 ".repeat(9_000)])
    for (const value of Object.values(marks(text))) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
});

test("boxes and blanks are counted, not links", () => {
  const form = marks("Name ________\n[ ] yes [x] no\nDate ________");
  expect(form.boxes).toBeGreaterThan(0.2);
  expect(form.blanks).toBeGreaterThan(0.2);
  expect(marks("Read [the guide](https://example.org).").boxes).toBe(0);
  expect(marks("Read [the guide](https://example.org).").placeholders).toBe(0);
});

test("a dateline is a place before a dash, in a line of prose", () => {
  const told =
    "LONDON, 3 May – The council voted on Tuesday to close the bridge for half a year, officials said.";
  expect(marks(told).dateline).toBe(1);
  expect(marks("Smith – Jones").dateline).toBe(0);
});

test("an address is three short lines with a postcode", () => {
  expect(marks("Jane Doe\n14 Larch Grove\nLeeds LS8 2QT\n\nDear Jane").address).toBe(1);
  expect(marks("Leeds LS8 2QT").address).toBe(0);
});

test("rules in capitals tell a specification from advice", () => {
  const rule = "A server MUST answer. A client SHOULD wait. It MUST NOT retry.";
  expect(marks(rule)["rules in capitals"]).toBeGreaterThan(
    marks(rule.toLowerCase())["rules in capitals"] ?? 1,
  );
});
