import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { aDocx, aParagraph, aZip, relations } from "../../../../test/office-files";
import { outlineOf, readBytes } from "../../../../test/read-bytes";

const read = (bytes: Uint8Array) => readBytes(bytes, "a.docx");
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const field = (form: string, code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${form}</w:ffData></w:fldChar></w:r><w:r><w:instrText> ${code} </w:instrText></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';

describe("a form field", () => {
  const box = (state: string) => `<w:checkBox><w:default w:val="0"/>${state}</w:checkBox>`;
  const list =
    '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Net 30"/><w:listEntry w:val="Net 60"/></w:ddList>';

  test.each([
    ["a checked box", box("<w:checked/>"), "FORMCHECKBOX", "☑"],
    ["a box that is not checked", box('<w:checked w:val="0"/>'), "FORMCHECKBOX", "☐"],
    [
      "a box with its default alone",
      '<w:checkBox><w:default w:val="1"/></w:checkBox>',
      "FORMCHECKBOX",
      "☑",
    ],
    ["a list", list, "FORMDROPDOWN", "Net 60"],
  ])("shows its state: %s", async (_, form, code, shown) => {
    for (const result of ["", separate])
      expect(
        (await read(aDocx(`<w:p>${field(form, code, result)}${run(" here")}</w:p>`))).text,
      ).toBe(`${shown} here`);
  });

  test("shows its result where it has one", async () => {
    const filled = field(list, "FORMDROPDOWN", `${separate}${run("Net 90")}`);
    expect((await read(aDocx(`<w:p>${filled}</w:p>`))).text).toBe("Net 90");
  });
});

test("a control that shows only its hint is empty, in lines, between them and in cells", async () => {
  const hint = (content: string) =>
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const cell = (text: string) => `<w:tc>${aParagraph(text)}</w:tc>`;
  const body = [
    `<w:p>${run("Client: ")}${hint(run("Click here"))}</w:p>`,
    hint(aParagraph("Click here")),
    `<w:tbl><w:tr>${cell("Land")}${cell("Town")}</w:tr><w:tr>${hint(cell("Choose"))}${cell("Porto")}</w:tr></w:tbl>`,
    '<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>',
    aParagraph("Filled"),
    "</w:sdtContent></w:sdt>",
  ];
  expect(outlineOf(await read(aDocx(body.join(""))))).toEqual([
    "paragraph: Client:",
    "table: Land\tTown\n\tPorto",
    "paragraph: Filled",
  ]);
});

test("a paragraph whose mark was deleted goes on in the next, as the next", async () => {
  const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
  const document = await read(
    aDocx(
      aParagraph("One ", deleted) +
        aParagraph("two ", deleted) +
        aParagraph("three", '<w:outlineLvl w:val="0"/>') +
        aParagraph("Last", deleted),
    ),
  );
  expect(outlineOf(document)).toEqual(["heading1: One two three", "paragraph: Last"]);
  expect(document.warnings.join()).toContain("3 deletions");
});

describe("a document that a document includes", () => {
  const including = (name: string, chunk: Uint8Array | string) =>
    aZip({
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels": relations([["r1", "officeDocument", "word/document.xml"]]),
      "word/document.xml": `<w:document xmlns:w="w" xmlns:r="r"><w:body>${aParagraph("Before")}<w:altChunk r:id="c1"/>${aParagraph("After")}</w:body></w:document>`,
      "word/_rels/document.xml.rels": relations([["c1", "aFChunk", name]]),
      [`word/${name}`]: chunk,
    });

  test.each([
    ["inner.docx", aDocx(aParagraph("Inner words"))],
    [
      "inner.mht",
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Inner words</p>\r\n--b--",
    ],
    ["inner.html", "<html><p>Inner words</p></html>"],
    ["inner.txt", "Inner words"],
  ])("has its words in its place: %s", async (name, chunk) => {
    const document = await read(including(name, chunk));
    expect(outlineOf(document)).toEqual([
      "paragraph: Before",
      "paragraph: Inner words",
      "paragraph: After",
    ]);
    expect(document.attachments).toEqual([]);
  });

  test("brings its files, and one that includes itself ends", async () => {
    const kept: string[] = [];
    const inner = including("notes.bin", "not text");
    const outer = await readBytes(
      including("inner.docx", including("inner.docx", inner)),
      "a.docx",
      {
        keep: async ({ attachments }) => {
          for (const { path } of attachments) kept.push(await readFile(path, "utf8"));
        },
      },
    );
    expect(outer.text.match(/Before/g)).toHaveLength(3);
    expect(kept).toEqual(["not text"]);
    let deep = inner;
    for (let depth = 0; depth < 9; depth++) deep = including("inner.docx", deep);
    const { text, attachments } = await read(deep);
    expect(text.match(/Before/g)).toHaveLength(6);
    expect(attachments).toHaveLength(1);
  });
});
