import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { blankLongWords, windows } from "./windows";

describe("windows", () => {
  test("hold every line where it stands, and no more than patterns can take", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", " ", "\n", "é"), maxLength: 3_000 }),
        (text) => {
          const found = windows(text);
          for (const { offset, text: piece } of found) {
            expect(text.slice(offset, offset + piece.length)).toBe(piece);
            expect(piece.length).toBeLessThanOrEqual(500);
          }
          const kept = found.map(({ text: piece }) => piece).join("");
          expect(kept.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        },
      ),
    );
  });
});

describe("blankLongWords", () => {
  test("keeps everything in its place", () => {
    const text = `see http://a.example/b or ${"x".repeat(200)} for the lease`;
    const blanked = blankLongWords(text);
    expect(blanked).toHaveLength(text.length);
    expect(blanked.indexOf("lease")).toBe(text.indexOf("lease"));
    expect(blanked).not.toContain("http");
    expect(blanked).not.toContain("xx");
  });

  test("leaves scripts without spaces alone", () => {
    const text = "合".repeat(80);
    expect(blankLongWords(text)).toBe(text);
  });
});
