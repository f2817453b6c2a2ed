import { describe, expect, test } from "vitest";
import { aFontOf, aRawPdf, codes } from "../../../../test/a-raw-pdf";
import { readBytes } from "../../../../test/read-bytes";

async function textOf(content: string, parts: Parameters<typeof aRawPdf>[1] = {}) {
  return (await readBytes(aRawPdf(content, parts), "raw.pdf")).text;
}

const inFont = (texts: string[]) => ({ objects: aFontOf(texts, 6), fonts: "/F2 6 0 R" });

describe("readPageWords", { timeout: 60_000 }, () => {
  test("reads once what is drawn twice to look bold, and keeps true doubles", async () => {
    const line = (x: number, text: string) => `BT /F1 12 Tf ${x} 700 Td (${text}) Tj ET`;
    expect(await textOf(`${line(72, "Total hill")} ${line(72.3, "Total hill")}`)).toBe(
      "Total hill",
    );
  });

  test("keeps what only begins like the text that it is drawn over", async () => {
    const line = (text: string) => `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;
    const text = await textOf(`${line("The first draft")} ${line("The other draft")}`);
    expect(text).toContain("first");
    expect(text).toContain("other");
  });

  test("joins accents to the letters that they stand over", async () => {
    const content = "BT /F1 12 Tf 72 700 Td (na) Tj ET BT /F1 12 Tf 85.3 700 Td (\\250) Tj ET";
    const letter = "BT /F1 12 Tf 85.7 700 Td (i) Tj ET BT /F1 12 Tf 88.4 700 Td (ve) Tj ET";
    expect(await textOf(`${content} ${letter}`)).toBe("naïve");
  });

  test.each([
    ["invisible, as under scans", "3 Tr"],
    ["white", "1 1 1 rg"],
    ["stroked", "1 Tr"],
  ])("reads text that is %s", async (_, operator) => {
    expect(await textOf(`BT ${operator} /F1 12 Tf 72 700 Td (Hidden words) Tj ET`)).toBe(
      "Hidden words",
    );
  });

  test.each([
    ["an outer text for the spans in it", "(OUTER) a|(INNER) b|c", "so OUTER on"],
    ["an outer text that begins with a span in it", "(OUTER)|(INNER) b|c", "so OUTER on"],
    ["no letters of an empty text", "() abc", "so on"],
    ["a text that only marks a hyphen", "(\\376\\377\\000\\255) -", "so - on"],
  ])("reads %s", async (_, span, text) => {
    const [outer = "", inner, after = ""] = span.split("|");
    const open = (written: string) =>
      written.replace(/^(\(.*?\)) ?(.*)$/, "/Span << /ActualText $1 >> BDC ($2) Tj");
    const within = inner ? `${open(inner)} EMC (${after}) Tj` : "";
    const content = `BT /F1 12 Tf 72 700 Td (so ) Tj ${open(outer)} ${within} EMC ( on) Tj ET`;
    expect((await textOf(content)).replace(/\s+/g, " ")).toBe(text);
  });

  test("leaves what lies outside of the page", async () => {
    const outside = "BT /F1 12 Tf 72 2000 Td (Cut off) Tj ET BT /F1 12 Tf -900 700 Td (Away) Tj ET";
    expect(await textOf(`BT /F1 12 Tf 72 700 Td (Inside) Tj ET ${outside}`)).toBe("Inside");
  });

  test("takes ligatures apart and leaves superscripts what they are", async () => {
    const content = `BT /F2 12 Tf 72 700 Td ${codes(1, 2, 3)} Tj ET`;
    expect(await textOf(content, inFont(["o", "ﬃ", "ce"]))).toBe("office");
    expect(await textOf(content, inFont(["x", "²", "½"]))).toBe("x²½");
  });

  test("puts right-to-left words in the order they are spoken in", async () => {
    // As drawn, from left to right: the last letter first.
    const content = `BT /F2 12 Tf 72 700 Td ${codes(1, 2, 3, 4)} Tj ET`;
    expect(await textOf(content, inFont(["ם", "ו", "ל", "ש"]))).toBe("שלום");
    expect(await textOf(content, inFont(["م", "ا", "ل", "س"]))).toBe("سلام");
  });

  test("keeps the two letters of a ligature in order when the line runs from the right", async () => {
    const content = `BT /F2 12 Tf 72 700 Td ${codes(1, 2, 3)} Tj ET`;
    expect(await textOf(content, inFont(["م", "لا", "س"]))).toBe("سلام");
  });

  test("writes Chinese without spaces, a box for each sign", async () => {
    const content = `BT /F2 12 Tf 72 700 Td ${codes(1, 2, 3, 4)} Tj ET BT /F2 12 Tf 72 684 Td ${codes(2, 1)} Tj ET`;
    const bytes = aRawPdf(content, inFont(["世", "界", "人", "民"]));
    const { text, pages } = await readBytes(bytes, "raw.pdf");
    expect(text).toBe("世界人民界世");
    expect(pages[0]?.words).toHaveLength(6);
  });

  test("reads signs written downwards in columns from the right", async () => {
    const column = (x: number, signs: number[]) =>
      signs
        .map((sign, row) => `BT /F2 12 Tf ${x} ${700 - row * 13} Td ${codes(sign)} Tj ET`)
        .join(" ");
    const content = `${column(500, [1, 2, 3, 4])} ${column(470, [5, 6, 7, 8])}`;
    const texts = ["春", "夏", "秋", "冬", "東", "西", "南", "北"];
    expect((await textOf(content, inFont(texts))).replace(/\s/g, "")).toBe("春夏秋冬東西南北");
  });

  test("keeps a watermark across the page out of its lines", async () => {
    const mark = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 250 Tm (DRAFT COPY) Tj ET";
    const lines = [0, 1, 2, 3, 4].map(
      (row) => `BT /F1 12 Tf 72 ${500 - row * 16} Td (Line ${row} of the agreement text) Tj ET`,
    );
    const text = await textOf(`${mark} ${lines.join(" ")}`);
    expect(text).toContain("Line 1 of the agreement text Line 2 of the agreement text");
    expect(text).toMatch(/DRAFT COPY$/);
  });

  test("turns mirrored fonts of negative size the way they are drawn", async () => {
    const content = "BT /F1 -12 Tf -1 0 0 -1 72 700 Tm (First words) Tj ET";
    expect(await textOf(content)).toBe("First words");
  });

  test("marks what has no known meaning, and what stands before letters as a bullet", async () => {
    const content = `BT /F2 12 Tf 72 700 Td ${codes(1)} Tj ET BT /F1 12 Tf 90 700 Td (Keys handed over) Tj ET`;
    const { blocks } = await readBytes(aRawPdf(content, inFont(["\uf0b7"])), "raw.pdf");
    expect(blocks).toMatchObject([{ kind: "list-item" }]);
  });
});
