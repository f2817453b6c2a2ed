import { describe, expect, test } from "vitest";
import { aPptx, aShape } from "../../../../test/office-files";
import { outlineOf, readBytes } from "../../../../test/read-bytes";

const read = (bytes: Uint8Array) => readBytes(bytes, "a.pptx");

describe("slides", () => {
  test("are read title first, then row by row and column by column, footers last", async () => {
    const shapes = [
      aShape(["page 3"], { at: [300, 500, 50, 20], placeholder: "sldNum" }),
      aShape(["right below"], { at: [400, 200, 300, 60] }),
      aShape(["left"], { at: [0, 100, 300, 300] }),
      aShape(["right above"], { at: [400, 100, 300, 60] }),
      aShape(["across"], { at: [0, 430, 700, 40] }),
      aShape(["Plan"], { at: [0, 0, 700, 60], placeholder: "title" }),
    ];
    const document = await read(aPptx([{ shapes: shapes.join("") }]));
    expect(outlineOf(document)).toEqual([
      "heading1: Plan",
      "paragraph: left",
      "paragraph: right above",
      "paragraph: right below",
      "paragraph: across",
      "footer: page 3",
    ]);
    expect(document.blocks[1]?.boxes).toEqual([[0, 100, 300, 300]]);
    expect(document.pages[0]).toMatchObject({ kind: "slide", width: 720, height: 540 });
  });

  test("have bullets and numbers where their text has them, by itself or from its layout", async () => {
    const body = `<p:sp><p:nvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:txBody>
      <a:p><a:r><a:t>dot</a:t></a:r></a:p><a:p><a:pPr lvl="1"><a:buAutoNum type="alphaLcParenR"/></a:pPr><a:r><a:t>lettered</a:t></a:r></a:p>
      <a:p><a:pPr lvl="1"><a:buAutoNum type="alphaLcParenR"/></a:pPr><a:r><a:t>too</a:t></a:r></a:p>
      <a:p><a:pPr><a:buNone/></a:pPr><a:r><a:t>bare</a:t></a:r></a:p></p:txBody></p:sp>`;
    const layout = `<p:sldLayout><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:txBody><a:lstStyle><a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr></a:lstStyle><a:p><a:r><a:t>Click to edit</a:t></a:r></a:p></p:txBody></p:sp>${aShape(["Our firm"])}</p:spTree></p:cSld></p:sldLayout>`;
    const document = await read(
      aPptx(
        [
          { shapes: body, relations: [["l", "slideLayout", "../slideLayouts/l.xml"]] },
          { shapes: aShape(["next"]), relations: [["l", "slideLayout", "../slideLayouts/l.xml"]] },
        ],
        { "ppt/slideLayouts/l.xml": layout },
      ),
    );
    expect(outlineOf(document)).toEqual([
      "header: Our firm",
      "list-item1: dot",
      "list-item2: a) lettered",
      "list-item2: b) too",
      "paragraph: bare",
      "paragraph: next",
    ]);
  });

  test("that are hidden are read and said to be, with notes and remarks after each", async () => {
    const notes = `<p:notes>${aShape(["say this", "and that"], { placeholder: "body" })}${aShape(["1"], { placeholder: "sldNum" })}</p:notes>`;
    const comments = `<p:cmLst><p:cm authorId="0"><p:text>why?</p:text></p:cm></p:cmLst>`;
    const bytes = aPptx(
      [
        {
          shapes: aShape(["seen"]),
          attributes: 'show="0"',
          relations: [
            ["n", "notesSlide", "../notes/n.xml"],
            ["c", "comments", "../comments/c.xml"],
          ],
        },
      ],
      { "ppt/notes/n.xml": notes, "ppt/comments/c.xml": comments },
    );
    const document = await read(bytes);
    expect(outlineOf(document)).toEqual([
      "paragraph: seen",
      "footnote: Notes: say this\nand that",
      "comment: why?",
    ]);
    expect(document.warnings).toEqual(["Slide 1 is hidden when the slides are shown."]);
  });
});

describe("a slide that is damaged", () => {
  test("fails alone", async () => {
    const deep = "<a:p>".repeat(20_000);
    const document = await read(aPptx([{ shapes: deep }, { shapes: aShape(["sound"]) }]));
    expect(outlineOf(document)).toEqual(["paragraph: sound"]);
    expect(document.blocks[0]?.page).toBe(2);
    expect(document.warnings).toEqual(["Slide 1 is damaged and could not be read."]);
  });
});

describe("tables", () => {
  test("know merged cells, and no claim makes them larger than they are", async () => {
    const cell = (text: string, attributes = "") =>
      `<a:tc ${attributes}><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
    const frame = `<p:graphicFrame><a:graphic><a:tbl><a:tblPr firstRow="1"/><a:tr>${cell("wide", 'gridSpan="2"')}${cell("", 'hMerge="1"')}</a:tr>
      <a:tr>${cell("a")}${cell("b", 'gridSpan="1000000" rowSpan="1000000"')}</a:tr></a:tbl></a:graphic></p:graphicFrame>`;
    const [table] = (await read(aPptx([{ shapes: frame }]))).blocks;
    expect(table?.cells).toMatchObject([
      { text: "wide", columnSpan: 2, isHeader: true },
      { text: "a", row: 1 },
      { text: "b", row: 1, column: 1, rowSpan: 20, columnSpan: 20 },
    ]);
  });
});
