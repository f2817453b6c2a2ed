import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { sentenceSpans } from "./sentences";

const split = (text: string) => sentenceSpans(text).map((span) => text.slice(...span));

describe("sentenceSpans", () => {
  test("ends sentences at stops but not at abbreviations or numbers", () => {
    expect(split("Mr. Grant paid 3.50 to Oak Inc. on Monday. Was it late? Yes!")).toEqual([
      "Mr. Grant paid 3.50 to Oak Inc. on Monday.",
      "Was it late?",
      "Yes!",
    ]);
  });

  test("goes on over a wrapped line, and ends at a heading or an item", () => {
    expect(
      split(
        "Terms\nThe tenant shall pay the rent in advance on the first day of each\nmonth.\n- No cats",
      ),
    ).toEqual([
      "Terms",
      "The tenant shall pay the rent in advance on the first day of each\nmonth.",
      "- No cats",
    ]);
  });

  test("reads Chinese and Japanese stops", () => {
    expect(split("第一句。第二句。")).toEqual(["第一句。", "第二句。"]);
  });

  test("gives spans that are in order, apart and inside the text, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        let last = 0;
        for (const [start, end] of sentenceSpans(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
