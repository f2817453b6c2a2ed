import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { outlineOf, readBytes } from "../../../../test/read-bytes";

const read = (body: string) => readBytes(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`, "a.rtf");
const outline = async (body: string) => outlineOf(await read(body));

describe("RTF", () => {
  test("reads Unicode with what stands for it, code pages of fonts and symbols in two bytes", async () => {
    expect(
      await outline(
        String.raw`{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset128 B;}}\uc2\u8364\'80\'80 {\f0\'cf\'f0} {\f1\'93\'fa\'96\'7b} {\upr{no}{\*\ud{yes}}}\emdash\par`,
      ),
    ).toEqual(["paragraph: € Пр 日本 yes—"]);
  });

  test("leaves out what is hidden, deleted or of no group that it knows", async () => {
    const document = await read(
      String.raw`a{\v b}{\deleted c}{\*\unknown d}{\pict ffff}{\*\bkmkstart e}{\object{\*\objdata 00}{\result f}}\par`,
    );
    expect(outlineOf(document)).toEqual(["paragraph: af"]);
    expect(document.warnings).toEqual([
      expect.stringContaining("tracked changes"),
      "The document has words that nobody can see. They were left out: “b”",
    ]);
  });

  test("knows headings by their styles, numbers of lists, and links", async () => {
    const document = await read(
      String.raw`{\stylesheet{\s1 heading 1;}{\s2\outlinelevel1 Own;}}{\info{\title Lease}{\author Ann}}
      \pard\s1 One\par\pard\outlinelevel1 Two\par\pard{\listtext 1.\tab}\ilvl1 item\par\pard{\pntext\'b7}dot\par
      \pard{\field{\*\fldinst HYPERLINK "https://a.example"}{\fldrslt here}}\par`,
    );
    expect(outlineOf(document)).toEqual([
      "heading1: One",
      "heading2: Two",
      "list-item2: 1. item",
      "list-item1: dot",
      "paragraph: here",
    ]);
    expect(document.links).toMatchObject([{ url: "https://a.example" }]);
    expect(document.metadata).toMatchObject({ title: "Lease", author: "Ann" });
  });

  test("lays out tables whose rows are cut differently", async () => {
    const document = await read(
      String.raw`\trowd\cellx1000\cellx3000\pard\intbl a\cell b\par c\cell\row\trowd\cellx1000\cellx2000\cellx3000\intbl d\cell e\cell f\cell\row\pard end\par`,
    );
    expect(outlineOf(document)).toEqual(["table: a\tb c\nd\te\tf", "paragraph: end"]);
    expect(document.blocks[0]?.cells?.[1]).toMatchObject({ column: 1, columnSpan: 2 });
  });

  test("puts notes, remarks and boxes after their paragraph, headers before and footers after all", async () => {
    expect(
      await outline(
        String.raw`{\header top\par}{\footer foot\par}claim{\super\chftn{\footnote\pard\chftn proof}}{\*\atnauthor Ann}{\*\annotation why?}{\shp{\*\shpinst{\shptxt boxed\par}}}\par next\par`,
      ),
    ).toEqual([
      "header: top",
      "paragraph: claim[1]",
      "footnote: [1] proof",
      "comment: Ann: why?",
      "paragraph: boxed",
      "paragraph: next",
      "footer: foot",
    ]);
  });

  test("frees the files that are embedded in it", async () => {
    const text = (value: string) => `${Buffer.from(value, "latin1").toString("hex")}00`;
    const size = (value: number) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(value);
      return bytes.toString("hex");
    };
    const file = Buffer.from("hello").toString("hex");
    const native = `0200${text("../a.txt")}${text("C:\\a.txt")}00000300${size(2)}${text("x")}${size(5)}${file}`;
    const data = `${size(1281)}${size(2)}${size(8)}${text("Package")}${size(0)}${size(0)}${size(native.length / 2)}${native}`;
    const kept: string[] = [];
    const document = await readBytes(`{\\rtf1 {\\object{\\*\\objdata ${data}}}see\\par}`, "a.rtf", {
      keep: async ({ attachments }) => {
        for (const { path } of attachments) kept.push(await readFile(path, "utf8"));
      },
    });
    expect(document.text).toBe("see");
    expect(document.attachments).toMatchObject([{ fileName: "a.txt", size: 5 }]);
    expect(kept).toEqual(["hello"]);
  });

  test("comes to an end whatever is missing or too much", async () => {
    expect((await read(`${"{\\b ".repeat(50_000)}deep`)).text).toBe("deep");
    expect((await read("a}}}}b\\")).text).toBe("ab}");
    expect((await read("a\\bin3 {{{b\\u")).text).toContain("ab");
  });
});
