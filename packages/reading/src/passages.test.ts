import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anArbitraryModel } from "../test/an-arbitrary-model";
import { createModelBuilder } from "./model-builder";
import { passagesOf } from "./passages";

const aFlow = () => {
  const builder = createModelBuilder({ format: "text", mediaType: "text/plain" });
  builder.startPage({ kind: "flow" });
  return builder;
};

describe("passagesOf", () => {
  test("quotes the text at each span, in order and without overlap", () => {
    fc.assert(
      fc.property(anArbitraryModel, (model) => {
        let last = 0;
        for (const [index, { number, span, text }] of passagesOf(model).entries()) {
          expect(number).toBe(index);
          expect(text).toBe(model.text.slice(...span));
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeGreaterThan(span[0]);
          last = span[1];
        }
      }),
    );
  });

  test("loses no word of the body", () => {
    fc.assert(
      fc.property(anArbitraryModel, (model) => {
        const body = model.blocks
          .filter(({ kind }) => kind !== "header" && kind !== "footer")
          .map(({ span }) => model.text.slice(...span));
        const bare = (texts: string[]) => texts.join("").replace(/\s/g, "");
        expect(bare(passagesOf(model).map(({ text }) => text))).toBe(bare(body));
      }),
    );
  });

  test("never cuts a sentence", () => {
    const builder = aFlow();
    const sentences = Array.from(
      { length: 60 },
      (_, index) => `The tenant pays rent number ${index} on time.`,
    );
    builder.add({ kind: "paragraph", text: sentences.join(" ") });
    const passages = passagesOf(builder.build());
    expect(passages.length).toBeGreaterThan(2);
    for (const { text } of passages) {
      expect(text).toMatch(/^The tenant .* on time\.$/s);
      expect(text.length).toBeLessThan(1_100);
    }
  });

  test("never cuts a table row", () => {
    const builder = aFlow();
    const cells = Array.from({ length: 200 }, (_, row) => [
      { text: `Item ${row}`, row, column: 0 },
      { text: `${row} euros`, row, column: 1 },
    ]).flat();
    builder.addTable({ cells });
    for (const { text } of passagesOf(builder.build()))
      for (const line of text.split("\n")) expect(line).toMatch(/^Item (\d+)\t\1 euros$/);
  });

  test("names the headings in force where a passage begins, and leaves running headers out", () => {
    const builder = aFlow();
    const long = "This is a sentence of the section. ".repeat(30);
    builder.add({ kind: "heading", level: 1, text: "Terms" });
    builder.add({ kind: "heading", level: 2, text: "Rent" });
    builder.add({ kind: "paragraph", text: long });
    builder.add({ kind: "header", text: "Page 2 of 9" });
    builder.add({ kind: "heading", level: 2, text: "Deposit" });
    builder.add({ kind: "paragraph", text: long });
    const passages = passagesOf(builder.build());
    expect(passages[0]?.headingPath).toEqual([]);
    expect(passages[0]?.text).toMatch(/^Terms/);
    expect(passages[1]?.headingPath).toEqual(["Terms", "Rent"]);
    expect(passages.at(-1)?.headingPath).toEqual(["Terms", "Deposit"]);
    expect(passages.some(({ text }) => text.includes("Page 2 of 9"))).toBe(false);
  });
});
