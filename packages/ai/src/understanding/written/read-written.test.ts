import { expect, test } from "vitest";

import type { FieldKind } from "../../ai";
import { readWritten } from "./read-written";

const read = (kind: FieldKind, written: string, language = "en", text = "") =>
  readWritten({ kind, written, language, text }).normalised;

test("reads what a person wrote as the document would write it", () => {
  expect(read("date", "31 December 2027")).toBe("2027-12-31");
  expect(read("date", "2027-12-31")).toBe("2027-12-31");
  expect(read("money", "€4,340.00")).toBe("EUR 4340");
  expect(read("money", "4.340,50 €", "de")).toBe("EUR 4340.50");
  expect(read("duration", "60 days")).toBe("P60D");
});

test("gives no normal form to names, and to what is not clear", () => {
  expect(read("party", "Oak Partners LLP")).toBeUndefined();
  expect(read("date", "soon")).toBeUndefined();
});
