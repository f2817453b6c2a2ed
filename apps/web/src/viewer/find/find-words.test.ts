import { describe, expect, test } from "vitest";

import { findWords, fold, MOST_HITS } from "./find-words";

const found = (text: string, words: string) =>
  findWords(fold(text), words).map(([start, end]) => text.slice(start, end));

describe("findWords", () => {
  test("counts case, accents and line breaks as equal", () => {
    expect(found("Résumé of the résumé. RESUME", "resume")).toEqual(["Résumé", "résumé", "RESUME"]);
    expect(found("the notice\n  period ends", "Notice period")).toEqual(["notice\n  period"]);
  });

  test("finds words beside letters of two code units, and in ligatures", () => {
    expect(found("🦆 duck 🦆", "duck 🦆")).toEqual(["duck 🦆"]);
    expect(found("the ﬁrst", "first")).toEqual(["ﬁrst"]);
  });

  test("finds nothing for blanks and for what is not there", () => {
    expect(found("some text", "  ")).toEqual([]);
    expect(found("some text", "none")).toEqual([]);
  });

  test("stops counting in time", () => {
    expect(found("a ".repeat(5000), "a")).toHaveLength(MOST_HITS);
  });
});
