import { expect, test } from "vitest";

import { dayOf, kindsOf, listOf, mediaTypesOf } from "./rule-texts";

test("words are separated with commas, each once, and empty ones do not count", () => {
  expect(listOf(" *.pdf, invoice* ,, *.pdf")).toEqual(["*.pdf", "invoice*"]);
  expect(listOf("  ")).toEqual([]);
});

test("each choice of kinds is found again from its media types", () => {
  for (const choice of ["all", "documents", "pictures"])
    expect(kindsOf([...mediaTypesOf(choice)])).toBe(choice);
  expect(kindsOf(undefined)).toBe("all");
});

test("a day is read from a moment and from its text", () => {
  expect(dayOf(new Date("2026-01-31T00:00:00Z"))).toBe("2026-01-31");
  expect(dayOf("2026-01-31T00:00:00.000Z")).toBe("2026-01-31");
  expect(dayOf(null)).toBe("");
});
