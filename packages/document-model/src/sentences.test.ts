import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { createDocumentBuilder } from "./document-builder";
import { sentencesOfBlock, sentencesOfText } from "./sentences";

const split = (text: string) => sentencesOfText(text).map((span) => text.slice(...span));

describe("sentencesOfText", () => {
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
        for (const [start, end] of sentencesOfText(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("sentencesOfBlock", () => {
  const sentences = (text: string, kind: "paragraph" | "code" = "paragraph") => {
    const builder = createDocumentBuilder({ format: "text", mediaType: "text/plain" });
    builder.add({ kind, text });
    const document = builder.build();
    return document.blocks.flatMap((block) =>
      sentencesOfBlock(document.text, block).map((span) => document.text.slice(...span)),
    );
  };

  test.each([
    ["an initial", "J. Smith signed. He left."],
    ["an English number", "See No. 5 of the lease. Then pay."],
    ["a German part", "Das gilt z. B. Montags. Sonst nicht."],
    ["a German reference", "Es gilt Abs. 2 entsprechend. Sonst nicht."],
    ["a company", "Oak Inc. Holding pays. It is late."],
  ])("does not end a sentence at %s", (_, text) => {
    expect(sentences(text)).toHaveLength(2);
  });

  test("goes on in lower case after a question that is quoted", () => {
    expect(sentences("“Is it late?” asked the tenant. It was.")).toEqual([
      "“Is it late?” asked the tenant.",
      "It was.",
    ]);
  });

  test("ends a sentence at a line end, and keeps what has no letter", () => {
    expect(sentences("Total\n12.50\nof it paid")).toEqual(["Total", "12.50", "of it paid"]);
  });

  test("takes each line of code for a sentence", () => {
    expect(sentences("a = 1. + b\n  return a", "code")).toEqual(["a = 1. + b", "  return a"]);
  });
});
