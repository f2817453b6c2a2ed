import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anArbitraryDocument } from "../test/an-arbitrary-document";
import { createDocumentBuilder } from "./document-builder";
import { cutDocument, passagesOf } from "./passages";
import { repeatedLines } from "./repeated-lines";

const aFlow = () => {
  const builder = createDocumentBuilder({ format: "text", mediaType: "text/plain" });
  builder.startPage({ kind: "flow" });
  return builder;
};

const wordsOf = (text: string) => text.replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, "");

describe("passagesOf", () => {
  test("quotes the text at each span, in order and without overlap", () => {
    fc.assert(
      fc.property(anArbitraryDocument, (document) => {
        let last = 0;
        for (const [index, { number, span, text }] of passagesOf(document).entries()) {
          expect(number).toBe(index);
          expect(text).toBe(document.text.slice(...span));
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeGreaterThan(span[0]);
          last = span[1];
        }
      }),
    );
  });

  test("keeps the ids of an index made by an earlier release: the start of a SHA-256 in UTF-8", () => {
    const builder = aFlow();
    const text = "Die Miete ist am ersten Werktag fällig, 家賃。";
    for (let turn = 1; turn <= 2; turn++) {
      builder.startPage({ kind: "page" });
      builder.add({ kind: "paragraph", text });
    }
    expect(passagesOf(builder.build()).map(({ id }) => id)).toEqual([
      "pbcd7a263d6a68c15",
      "p19d1186aaef54eb1",
    ]);
  });

  test("loses no word but those of repeated lines and of headings that a path holds", () => {
    fc.assert(
      fc.property(anArbitraryDocument, (document) => {
        const repeated = repeatedLines(document);
        const passages = passagesOf(document);
        const lent = new Set(
          passages.flatMap(({ headingPath }) => headingPath.map((heading) => wordsOf(heading))),
        );
        for (const { id, span, kind } of document.blocks) {
          const own = wordsOf(document.text.slice(...span));
          const inPassages = passages
            .map(({ span: [from, to] }) =>
              document.text.slice(Math.max(from, span[0]), Math.max(from, Math.min(to, span[1]))),
            )
            .join("");
          const isLent = (kind === "heading" || kind === "title") && lent.has(own);
          if (!repeated.has(id) && !isLent) expect(wordsOf(inPassages)).toBe(own);
        }
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

  test("names the headings in force where a passage begins, and leaves a header out that repeats", () => {
    const builder = aFlow();
    const long = "This is a sentence of the section. ".repeat(30);
    builder.add({ kind: "heading", level: 1, text: "Terms" });
    builder.add({ kind: "heading", level: 2, text: "Rent" });
    builder.add({ kind: "paragraph", text: long });
    builder.add({ kind: "header", text: "Lease" });
    builder.add({ kind: "paragraph", text: long });
    builder.add({ kind: "header", text: "Lease" });
    builder.add({ kind: "heading", level: 2, text: "Deposit" });
    builder.add({ kind: "paragraph", text: long });
    const passages = passagesOf(builder.build());
    expect(passages[0]?.headingPath).toEqual([]);
    expect(passages[0]?.text).toMatch(/^Terms/);
    expect(passages[1]?.headingPath).toEqual(["Terms", "Rent"]);
    expect(passages[1]?.text).not.toContain("Deposit");
    expect(passages.at(-1)?.headingPath).toEqual(["Terms", "Deposit"]);
    expect(passages.filter(({ text }) => text.includes("Lease")).length).toBe(1);
  });

  test("stays within 64 to 256 tokens where the text allows it", () => {
    const builder = aFlow();
    for (let number = 1; number <= 40; number++)
      builder.add({
        kind: "paragraph",
        text: `Clause ${number} says what is owed. ${"The tenant pays the rent on the first day of each month. ".repeat(number % 7)}`,
      });
    const sizes = passagesOf(builder.build()).map(({ tokens }) => tokens);
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(64);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(256);
  });

  test("keeps a passage's id when something is put before it, and tells equal passages apart", () => {
    const sentence = "The tenant pays the rent of the house on the first day of each month. ";
    const withStart = (start: string) => {
      const builder = aFlow();
      builder.add({ kind: "heading", level: 1, text: start });
      builder.add({ kind: "paragraph", text: "An introduction to it. ".repeat(15) });
      for (let turn = 0; turn < 2; turn++) {
        builder.add({ kind: "heading", level: 1, text: "Rent" });
        builder.add({ kind: "paragraph", text: sentence.repeat(6) });
      }
      return passagesOf(builder.build());
    };
    const [before, after] = [withStart("Lease"), withStart("Lease, as amended")];
    expect(before.map(({ id }) => id).slice(-2)).toEqual(after.map(({ id }) => id).slice(-2));
    expect(before[0]?.id).not.toBe(after[0]?.id);
    expect(new Set(before.map(({ id }) => id)).size).toBe(before.length);
  });

  test("names the columns of rows that stand without their header, over a page break too", () => {
    const builder = aFlow();
    const rows = (from: number) =>
      Array.from({ length: 120 }, (_, row) => [
        { text: `Item ${from + row}`, row: row + 1, column: 0 },
        { text: `${row} euros`, row: row + 1, column: 1 },
      ]).flat();
    const header = ["Item", "Price"].map((text, column) => ({
      text,
      row: 0,
      column,
      isHeader: true,
    }));
    const first = builder.addTable({ cells: [...header, ...rows(0)] });
    builder.startPage({ kind: "flow" });
    builder.addTable({ cells: rows(100), continues: first ?? undefined });
    const passages = passagesOf(builder.build());
    expect(passages[0]?.columns).toBeUndefined();
    expect(passages.length).toBeGreaterThan(3);
    for (const { columns } of passages.slice(1)) expect(columns).toEqual(["Item", "Price"]);
  });

  test("does not end a sentence at an abbreviation, nor at the end of a page", () => {
    const builder = aFlow();
    const filler = "The tenant pays the rent on the first day of each month. ".repeat(13);
    builder.add({ kind: "paragraph", text: `${filler}It is ruled by Art. 12 of the law and` });
    builder.startPage({ kind: "flow" });
    builder.add({ kind: "paragraph", text: "by what No. 5 of the annex adds to it. Then more." });
    const [only] = passagesOf(builder.build()).slice(-1);
    expect(only?.text).toMatch(
      /Art\. 12 of the law and\n\nby what No\. 5 of the annex adds to it\./,
    );
  });
});

describe("cutDocument", () => {
  test("puts whole passages in a row into sections, each passage into one", () => {
    fc.assert(
      fc.property(anArbitraryDocument, (document) => {
        const { sections, passages } = cutDocument(document);
        expect(sections.flatMap((each) => each.passages)).toEqual(
          passages.map(({ number }) => number),
        );
        for (const { number, section } of passages)
          expect(sections[section]?.passages).toContain(number);
      }),
    );
  });

  test("begins a section at the header above its heading", () => {
    const builder = aFlow();
    for (const chapter of ["One", "Two"]) {
      builder.startPage({ kind: "page" });
      builder.add({ kind: "header", text: `Chapter ${chapter}` });
      builder.add({ kind: "heading", level: 1, text: chapter });
      builder.add({
        kind: "paragraph",
        text: "What is said in it goes on for a while. ".repeat(60),
      });
    }
    const { sections } = cutDocument(builder.build());
    expect(sections.map(({ text }) => text.split("\n")[0])).toEqual(["Chapter One", "Chapter Two"]);
  });

  test("makes sections of 512 to 1,024 tokens, the last left over, and begins them at headings where it can", () => {
    const builder = aFlow();
    for (let number = 1; number <= 12; number++) {
      builder.add({ kind: "heading", level: 1, text: `Chapter ${number}` });
      builder.add({
        kind: "paragraph",
        text: "What is said in it goes on for a while. ".repeat(60),
      });
    }
    const { sections } = cutDocument(builder.build());
    const sizes = sections.map(({ tokens }) => tokens);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_024);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(512);
    for (const { text } of sections) expect(text).toMatch(/^Chapter/);
  });
});

test("a header of very many columns is no obstacle", () => {
  const builder = createDocumentBuilder({ format: "csv", mediaType: "text/csv" });
  const row = (row: number, isHeader: boolean) =>
    Array.from({ length: 150_000 }, (_, column) => ({ text: "a", row, column, isHeader }));
  builder.addTable({ cells: [...row(0, true), { text: "b", row: 1, column: 0 }] });
  expect(cutDocument(builder.build()).passages.length).toBeGreaterThan(1);
});

test("the words of a quotation of an earlier mail are in a passage", () => {
  const builder = createDocumentBuilder({ format: "eml", mediaType: "message/rfc822" });
  builder.add({ kind: "paragraph", text: "Yes." });
  builder.add({ kind: "quotation", level: 1, text: "Shall we buy the mill?" });
  const passages = passagesOf(builder.build());
  expect(passages.map(({ text }) => text).join("\n")).toContain("Shall we buy the mill?");
});

describe("what is not worth finding", () => {
  const sentence = "The tenant pays the rent of the house on the first day of each month. ";
  const onPages = (...pages: [kind: "heading" | "paragraph" | "footer", text: string][][]) => {
    const builder = createDocumentBuilder({ format: "pdf", mediaType: "application/pdf" });
    for (const blocks of pages) {
      builder.startPage({ kind: "page" });
      for (const [kind, text] of blocks) builder.add({ kind, text });
    }
    return passagesOf(builder.build());
  };
  const long = sentence.repeat(6).trim();

  test("signs without a word begin no passage, end none and are none", () => {
    const passages = onPages(
      [["paragraph", ")))"]],
      [
        ["paragraph", "- ----------------"],
        ["paragraph", long],
        ["paragraph", "* * *"],
      ],
    );
    expect(passages.map(({ text }) => text)).toEqual([long]);
  });

  test("a page number joins the text beside it", () => {
    const [first, ...others] = onPages([
      ["paragraph", long],
      ["paragraph", "- 9 -"],
    ]);
    expect(first?.text).toMatch(/month\.\n\n- 9 -$/);
    expect(others).toEqual([]);
  });

  test("a heading at the end of a page is in the path of its text, which is found by it", () => {
    const passages = onPages(
      [
        ["paragraph", `${long} Nothing else holds.`],
        ["footer", "Lease of the house"],
      ],
      [
        ["paragraph", long],
        ["heading", "19. Waiver"],
        ["footer", "Lease of the house"],
      ],
      [["paragraph", `${long} No other waiver holds.`]],
    );
    expect(passages).toHaveLength(3);
    expect(passages[2]).toMatchObject({ page: 3, headingPath: ["19. Waiver"] });
  });

  test("headings without text of their own join what comes next", () => {
    const passages = onPages(
      [["heading", "Culture"]],
      [["heading", "Wellness"]],
      [["paragraph", long]],
    );
    expect(passages.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^(Culture|Wellness)/),
    ]);
  });

  test("a document of a heading alone is found by it", () => {
    expect(onPages([["heading", "Closed on Monday"]]).map(({ text }) => text)).toEqual([
      "Closed on Monday",
    ]);
  });

  test("a table of contents is no passage where its entries are said again", () => {
    const chapters = ["Rent and charges", "Repairs of the house", "Governing law", "Notices"];
    const contents = chapters.map((name, at): ["paragraph", string] => [
      "paragraph",
      `${at + 1}. ${name} . . . . . . . ${at + 2}`,
    ]);
    const body = chapters.map((name): ["heading" | "paragraph", string][] => [
      ["heading", name],
      ["paragraph", long],
    ]);
    const passages = onPages([["heading", "Table of Contents"], ...contents], ...body);
    expect(passages.map(({ text }) => text.split("\n")[0])).toEqual(chapters);
    const alone = onPages([["heading", "Table of Contents"], ...contents]);
    expect(alone.map(({ text }) => text).join()).toContain("Governing law");
  });

  test("nor is one without page numbers, under its title", () => {
    const chapters = ["1. Rent and charges", "2. Repairs of the house", "3. Governing law"];
    const contents = chapters.map((name): ["paragraph", string] => ["paragraph", name]);
    const body = chapters.map((name): ["heading" | "paragraph", string][] => [
      ["heading", name],
      ["paragraph", long],
    ]);
    const passages = onPages([["heading", "TABLE OF CONTENTS:"], ...contents], ...body);
    expect(passages.map(({ text }) => text.split("\n")[0])).toEqual(chapters);
  });

  test("prices that end lines are no table of contents", () => {
    const lines = ["Paper", "Ink", "Pens", "Paper", "Ink", "Pens"].map(
      (name, at): ["paragraph", string] => ["paragraph", `${name} . . . . . . ${at * 7}`],
    );
    expect(onPages(lines)[0]?.text).toMatch(/Paper.*Pens \. \. \. \. \. \. 35/s);
  });
});
