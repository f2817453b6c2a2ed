import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { aPdf } from "../../../test/a-pdf";
import { aRawPdf, aStream } from "../../../test/a-raw-pdf";
import { outlineOf, readBytes } from "../../../test/read-bytes";

const words = (text: string) => `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`;

describe("what a PDF holds beside its text", { timeout: 60_000 }, () => {
  test("links lead from their words to addresses and pages, and nowhere else", async () => {
    const pdf = await aPdf((page) => {
      page.text("Read the terms online", 72, 72, { link: "https://example.com/terms" });
      page.text("See the annex", 72, 100, { goTo: "annex" });
      page.text("Run me", 72, 128, { link: "javascript:alert(1)" });
      page.text("or visit https://example.org/a.", 72, 156);
      page.addPage().addNamedDestination("annex");
      page.text("Annex");
    });
    const { links, text } = await readBytes(pdf, "links.pdf");
    expect(links.map(({ span, ...target }) => [text.slice(...span), target])).toEqual([
      ["Read the terms online", { url: "https://example.com/terms" }],
      ["See the annex", { page: 2 }],
      ["https://example.org/a.", { url: "https://example.org/a" }],
    ]);
  });

  test("bookmarks become the outline, and make headings of the lines they name", async () => {
    const pdf = await aPdf((page) => {
      const chapter = page.outline.addItem("Chapter One");
      page.fontSize(11).text("Chapter One").moveDown().text("It was a dark and stormy night here.");
      page.addPage();
      chapter.addItem("Aside");
      page.text("Aside").moveDown().text("Nothing more was ever said of it by anyone.");
    });
    const document = await readBytes(pdf, "book.pdf");
    expect(document.outline).toEqual([
      { title: "Chapter One", level: 1, page: 1 },
      { title: "Aside", level: 2, page: 2 },
    ]);
    expect(outlineOf(document)).toEqual([
      "heading1: Chapter One",
      "paragraph: It was a dark and stormy night here.",
      "heading2: Aside",
      "paragraph: Nothing more was ever said of it by anyone.",
    ]);
  });

  test("bookmarks that lead in a circle are met once", async () => {
    const pdf = aRawPdf(words("Round and round"), {
      catalog: "/Outlines 6 0 R",
      objects: [
        "<< /First 7 0 R /Last 8 0 R >>",
        "<< /Title (One) /Parent 6 0 R /Next 8 0 R /First 7 0 R >>",
        "<< /Title (Two) /Parent 6 0 R /Next 7 0 R >>",
      ],
    });
    const { outline } = await readBytes(pdf, "circle.pdf");
    expect(outline.map(({ title }) => title)).toEqual(["One", "Two"]);
  });

  test("attached files are written out under names of our own", async () => {
    const pdf = await aPdf((page) => {
      page.text("See the attached figures");
      page.file(Buffer.from("a,b\n1,2"), { name: "../../figures.csv", type: "text/csv" });
    });
    const kept: string[] = [];
    const { attachments } = await readBytes(pdf, "portfolio.pdf", {
      keep: async (document) => {
        for (const { path } of document.attachments) kept.push(await readFile(path, "utf8"));
      },
    });
    expect(attachments).toMatchObject([{ fileName: "figures.csv", size: 7 }]);
    expect(attachments[0]?.path).toMatch(/attachment-1$/);
    expect(kept).toEqual(["a,b\n1,2"]);
  });

  test("a file named only in the newer way is taken out too", async () => {
    const pdf = aRawPdf(words("One file"), {
      catalog: "/Names << /EmbeddedFiles << /Names [(n.txt) 6 0 R] >> >>",
      objects: [
        "<< /Type /Filespec /UF (n.txt) /EF << /F 7 0 R >> >>",
        aStream("note", "/Type /EmbeddedFile"),
      ],
    });
    const { attachments, warnings } = await readBytes(pdf, "newer.pdf");
    expect(attachments).toMatchObject([{ fileName: "n.txt", size: 4 }]);
    expect(warnings).toEqual([]);
  });

  test("remarks are comments with who made them, boxes of forms say whether they are ticked", async () => {
    const box = (y: number, state: string) =>
      `<< /Type /Annot /Subtype /Widget /FT /Btn /T (b${y}) /V /${state} /AS /${state} /Rect [72 ${y} 84 ${y + 12}] >>`;
    const pdf = aRawPdf(
      "BT /F1 12 Tf 90 702 Td (Furnished) Tj ET BT /F1 12 Tf 90 662 Td (Pets) Tj ET",
      {
        page: "/Annots [6 0 R 7 0 R 8 0 R]",
        catalog: "/AcroForm << /Fields [6 0 R 7 0 R] >>",
        objects: [
          box(700, "Yes"),
          box(660, "Off"),
          "<< /Type /Annot /Subtype /Text /Rect [300 700 320 720] /T (Ann) /Contents (Is this so?) >>",
        ],
      },
    );
    const { text, blocks } = await readBytes(pdf, "form.pdf");
    expect(text).toContain("☑ Furnished");
    expect(text).toContain("☐ Pets");
    const comment = blocks.find(({ kind }) => kind === "comment");
    expect(comment && text.slice(...comment.span)).toBe("Ann: Is this so?");
  });

  test("pages carry the labels that they are known by", async () => {
    const pdf = aRawPdf(words("Preface"), {
      catalog: "/PageLabels << /Nums [0 << /S /r /St 4 >>] >>",
    });
    expect((await readBytes(pdf, "labels.pdf")).pages).toMatchObject([{ label: "iv" }]);
  });

  test("keywords and times are read in whatever way they are written", async () => {
    const info = { Title: "T", Keywords: "rent; deposit, keys", ModDate: new Date("2026-01-02") };
    const { metadata } = await readBytes(await aPdf((page) => page.text("x y"), { info }), "a.pdf");
    expect(metadata).toMatchObject({
      keywords: ["rent", "deposit", "keys"],
      modifiedAt: "2026-01-02T00:00:00.000Z",
    });
  });
});

describe("damaged PDFs", { timeout: 60_000 }, () => {
  test("a damaged page fails alone", async () => {
    const pdf = await aPdf((page) => {
      page.text("First page").addPage().text("Second page").addPage().text("Third page");
    });
    const broken = pdf
      .toString("latin1")
      .replace(/\/Kids \[(\d+) 0 R (\d+) 0 R/, "/Kids [$1 0 R 999 0 R");
    const { text, pages, warnings } = await readBytes(Buffer.from(broken, "latin1"), "broken.pdf");
    expect(text).toBe("First page\n\nThird page");
    expect(pages[1]?.quality).toEqual({ score: 0, reasons: ["The page is damaged."] });
    expect(warnings).toEqual(["1 of 3 pages gave little or no text."]);
  });

  test("a file whose table of contents is wrong is mended", async () => {
    const pdf = aRawPdf(words("Still here")).toString("latin1");
    const broken = pdf
      .replace(/startxref\n\d+/, "startxref\n999999")
      .replace(/xref\n0 6[\s\S]*?trailer/, "trailer");
    expect((await readBytes(Buffer.from(broken, "latin1"), "mended.pdf")).text).toBe("Still here");
  });

  test.each([
    [
      "without pages",
      aRawPdf("").toString("latin1").replace("/Kids [3 0 R] /Count 1", "/Kids [] /Count 0"),
    ],
    [
      "that is its own page tree",
      aRawPdf("").toString("latin1").replace("/Kids [3 0 R]", "/Kids [2 0 R]"),
    ],
    ["whose page has no size", aRawPdf(words("x"), { mediaBox: "0 0 0 0" }).toString("latin1")],
    [
      "whose page is a mile wide",
      aRawPdf("", { mediaBox: "0 0 9999999 9999999" }).toString("latin1"),
    ],
  ])("a file %s ends with a document or a reason", async (_, text) => {
    const read = readBytes(Buffer.from(text, "latin1"), "odd.pdf");
    await expect(
      read.then(
        ({ pages }) => pages.length > 0,
        (error: unknown) => error instanceof Error && error.name === "ReadingError",
      ),
    ).resolves.toBe(true);
  });

  test("states inside each other to any depth are no way to hang", async () => {
    const deep = `${"q ".repeat(20_000)}${words("Deep")}${" Q".repeat(20_000)}`;
    expect((await readBytes(aRawPdf(deep), "deep.pdf")).text).toBe("Deep");
  });
});
