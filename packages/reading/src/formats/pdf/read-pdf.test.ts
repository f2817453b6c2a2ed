import { locate } from "@besunny/document-model/locate";
import { describe, expect, test } from "vitest";
import { aPdf } from "../../../test/a-pdf";
import { outlineOf, readBytes } from "../../../test/read-bytes";

const lorem =
  "The tenant shall pay the rent on the first day of each month without any deduction and shall keep the rooms in good order at all times. ";

describe("readPdf", { timeout: 60_000 }, () => {
  test("finds title, headings, paragraphs and list items by how they look", async () => {
    const pdf = await aPdf((page) => {
      page.fontSize(24).text("Lease Agreement");
      page.moveDown().fontSize(11).text(lorem.repeat(3));
      page.moveDown().font("Helvetica-Bold").text("Deposit").font("Helvetica");
      page.moveDown().text(lorem.repeat(2));
      page.moveDown().text("1. Keys are handed over.").text("2. Rooms are clean.");
    });
    const outline = outlineOf(await readBytes(pdf, "lease.pdf"));
    expect(outline).toEqual([
      "title: Lease Agreement",
      `paragraph: ${lorem.repeat(3).trim()}`,
      "heading2: Deposit",
      `paragraph: ${lorem.repeat(2).trim()}`,
      "list-item: 1. Keys are handed over.",
      "list-item: 2. Rooms are clean.",
    ]);
  });

  test("reads one column before the next", async () => {
    const column = (name: string) =>
      Array.from({ length: 14 }, (_, line) => `This is ${name} column, its line is ${line}.`).join(
        "\n",
      );
    const pdf = await aPdf((page) => {
      page.fontSize(9).text(column("left"), 60, 100, { width: 220 });
      page.text(column("right"), 320, 100, { width: 220 });
    });
    const { text } = await readBytes(pdf, "news.pdf");
    expect(text.indexOf("left column, its line is 13")).toBeLessThan(
      text.indexOf("right column, its line is 0"),
    );
  });

  test("keeps the cells of an aligned table apart", async () => {
    const rows = [
      ["Item", "Quantity", "Price"],
      ["Oak table", "2", "1,200.00"],
      ["Chair", "14", "80.50"],
      ["Lamp", "3", "19.99"],
    ];
    const pdf = await aPdf((page) => {
      for (const [row, cells] of rows.entries())
        for (const [column, text] of cells.entries())
          page.fontSize(10).text(text, 72 + column * 160, 100 + row * 18, { lineBreak: false });
    });
    const { blocks, text } = await readBytes(pdf, "bill.pdf");
    expect(blocks.map(({ kind }) => kind)).toEqual(["table"]);
    expect(text).toBe(rows.map((row) => row.join("\t")).join("\n"));
  });

  test.each([0, 90, 180, 270])(
    "puts boxes where the words are on a page turned by %d degrees",
    async (rotation) => {
      const pdf = await aPdf(
        (page) => {
          Object.assign(page.page.dictionary.data, { Rotate: rotation });
          page.fontSize(20).text("Corner", 0, 0, { lineBreak: false });
        },
        { size: [400, 600], margin: 0 },
      );
      const document = await readBytes(pdf, "turned.pdf");
      const at = locate(document, [0, 6]);
      const [box] = "boxes" in at ? at.boxes : [];
      const [page] = document.pages;
      expect(page).toMatchObject(
        rotation % 180
          ? { width: 600, height: 400, rotation }
          : { width: 400, height: 600, rotation },
      );
      const [x = 0, y = 0, width = 0, height = 0] = box ?? [];
      const isRight = rotation === 90 || rotation === 180;
      const isLow = rotation === 180 || rotation === 270;
      expect(isRight ? (page?.width ?? 0) - x - width : x).toBeLessThan(10);
      expect(isLow ? (page?.height ?? 0) - y - height : y).toBeLessThan(10);
      expect(Math.max(width, height)).toBeGreaterThan(50);
    },
  );

  test("mends words parted at a line's end and leaves true hyphens", async () => {
    const pdf = await aPdf((page) => {
      page.text("The secre-", 72, 72).text("tary signed the long-").text("term lease.");
    });
    const { text, pages } = await readBytes(pdf, "hyphens.pdf");
    expect(text).toBe("The secretary signed the long-term lease.");
    expect(pages[0]?.words.map(([start, end]) => text.slice(start, end))).toEqual([
      "The",
      "secre",
      "tary",
      "signed",
      "the",
      "long-",
      "term",
      "lease.",
    ]);
  });

  test("knows what runs along the top and bottom of every page", async () => {
    const pdf = await aPdf(
      (page) => {
        for (const number of [1, 2, 3]) {
          if (number > 1) page.addPage({ margin: 0 });
          page.fontSize(9).text("Confidential draft", 72, 30).text(`Page ${number} of 3`, 280, 760);
          page.fontSize(11).text(`Body of page ${number}. ${lorem}`, 72, 120, { width: 440 });
        }
      },
      { margin: 0 },
    );
    const { blocks } = await readBytes(pdf, "draft.pdf");
    expect(blocks.map(({ kind }) => kind)).toEqual(
      [1, 2, 3].flatMap(() => ["header", "paragraph", "footer"]),
    );
  });

  test("knows the number of a page that stands right under its text", async () => {
    const pdf = await aPdf((page) => {
      for (const number of [4, 5]) {
        if (number > 4) page.addPage();
        page.fontSize(11).text(`Clauses. ${lorem}`, 72, 120, { width: 440 });
        page.moveDown(3).text(`${number}`);
      }
    });
    const { blocks } = await readBytes(pdf, "numbers.pdf");
    expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "footer", "paragraph", "footer"]);
  });

  test("opens a protected file with its password and says so without", async () => {
    const pdf = await aPdf((page) => page.text("Secret terms"), {
      userPassword: "käse",
      ownerPassword: "x",
      pdfVersion: "1.7ext3",
    });
    await expect(readBytes(pdf, "secret.pdf")).rejects.toMatchObject({ code: "ENCRYPTED" });
    await expect(readBytes(pdf, "secret.pdf", { password: "wrong" })).rejects.toMatchObject({
      code: "ENCRYPTED",
    });
    expect((await readBytes(pdf, "secret.pdf", { password: "käse" })).text).toBe("Secret terms");
  });

  test("reads what was filled into a form", async () => {
    const pdf = await aPdf((page) => {
      page.font("Helvetica").initForm();
      page.text("Name of the tenant", 72, 72);
      page.formText("tenant", 72, 100, 200, 20, { value: "Ann Miller" });
    });
    expect((await readBytes(pdf, "form.pdf")).text).toContain("Ann Miller");
  });

  test("says that a file without words is empty and one cut short is damaged", async () => {
    const blank = await aPdf(() => undefined);
    await expect(readBytes(blank, "blank.pdf")).rejects.toMatchObject({ code: "EMPTY" });
    await expect(readBytes(blank.subarray(0, 60), "cut.pdf")).rejects.toMatchObject({
      code: "CORRUPT",
    });
  });

  test("refuses more pages than one file may have", async () => {
    const pdf = await aPdf((page) => void page.text("a").addPage().text("b"));
    await expect(readBytes(pdf, "long.pdf", { limits: { pages: 1 } })).rejects.toMatchObject({
      code: "TOO_LARGE",
    });
  });

  test("gives the document's own title, author and date", async () => {
    const info = {
      Title: "Lease",
      Author: "Ann Müller",
      CreationDate: new Date("2026-02-03T04:05:06Z"),
    };
    const { metadata } = await readBytes(await aPdf((page) => page.text("x y"), { info }), "a.pdf");
    expect(metadata).toMatchObject({
      title: "Lease",
      author: "Ann Müller",
      createdAt: "2026-02-03T04:05:06.000Z",
    });
  });
});
