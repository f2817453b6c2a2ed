import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { aZip, relations } from "../../../test/office-files";
import { outlineOf, readBytes } from "../../../test/read-bytes";

const guid = "3F2504E0-4F89-41D3-9A0C-0305E82C3301";

/** An XPS file with these contents of its pages. The font of /f.odttf is hidden, as the format asks. */
async function anXps(pages: string[], parts: Record<string, string | Uint8Array> = {}) {
  const page = (content: string) =>
    `<FixedPage xmlns="http://schemas.microsoft.com/xps/2005/06" Width="816" Height="1056">${content}</FixedPage>`;
  return aZip({
    "_rels/.rels": relations([["r1", "fixedrepresentation", "/FixedDocSeq.fdseq"]]),
    "FixedDocSeq.fdseq": `<FixedDocumentSequence><DocumentReference Source="/Documents/1/FixedDoc.fdoc"/></FixedDocumentSequence>`,
    "Documents/1/FixedDoc.fdoc": `<FixedDocument>${pages.map((_, index) => `<PageContent Source="Pages/${index + 1}.fpage"/>`).join("")}</FixedDocument>`,
    ...Object.fromEntries(
      pages.map((content, index) => [`Documents/1/Pages/${index + 1}.fpage`, page(content)]),
    ),
    [`Resources/${guid}.odttf`]: await aHiddenFont(),
    ...parts,
  });
}

async function aHiddenFont(): Promise<Uint8Array> {
  const find = createRequire(import.meta.url).resolve;
  const font = await readFile(find("pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf"));
  const key = Buffer.from(guid.replaceAll("-", ""), "hex").reverse();
  return font.map((byte, at) => (at < 32 ? byte ^ (key[at % 16] ?? 0) : byte));
}

const glyphs = (text: string, x: number, y: number, more = "") =>
  `<Glyphs OriginX="${x}" OriginY="${y}" FontRenderingEmSize="16" FontUri="/Resources/${guid}.odttf" UnicodeString="${text}" ${more}/>`;

describe("an XPS file", { timeout: 60_000 }, () => {
  test("is read in reading order, page by page, with its places in points", async () => {
    const document = await readBytes(
      await anXps([
        glyphs("The second paragraph stands below.", 96, 300) +
          glyphs("The tenant pays the rent", 96, 96) +
          glyphs("on the first day of each month.", 96, 116),
        `<Canvas RenderTransform="1,0,0,1,96,96">${glyphs("Moved &amp; scaled", 0, 0, 'RenderTransform="2,0,0,2,0,0"')}</Canvas>`,
      ]),
      "lease.xps",
    );
    expect(document.format).toBe("xps");
    expect(document.text).toBe(
      "The tenant pays the rent on the first day of each month.\n\nThe second paragraph stands below.\n\nMoved & scaled",
    );
    expect(document.pages.map(({ width, height }) => [width, height])).toEqual([
      [612, 792],
      [612, 792],
    ]);
    const [, , x, y] = document.pages[0]?.words[0] ?? [];
    expect(x).toBeCloseTo(72, 0);
    expect(y).toBeGreaterThan(58);
    expect(y).toBeLessThan(66);
  });

  test("joins the pieces of a word by the widths of its font, and keeps words apart that only look near", async () => {
    // In Liberation Sans of 16 units, "agree" is 41.8 wide and "WWW" 45.3.
    const { text } = await readBytes(
      await anXps([
        glyphs("agree", 96, 96) + glyphs("ment", 96 + 41.8, 96) + glyphs("iii", 96 + 95, 96),
      ]),
      "a.xps",
    );
    expect(text).toBe("agreement iii");
  });

  test("has the advances and groups of its glyphs, right to left too", async () => {
    const document = await readBytes(
      await anXps([
        glyphs("office", 96, 96, 'Indices=",60;(2:1)500,90;,30;,50;,50"') +
          glyphs("after", 96 + 45, 96),
        glyphs("שלום עולם", 400, 96, 'BidiLevel="1"'),
      ]),
      "a.xps",
    );
    expect(document.text).toBe("officeafter\n\nשלום עולם");
    const [right, left] = document.pages[1]?.words ?? [];
    expect(right?.[2] ?? 0).toBeGreaterThan(left?.[2] ?? 0);
  });

  test("has ruled tables, links and the pieces of a part", async () => {
    const line = (x1: number, y1: number, x2: number, y2: number) =>
      `<Path Stroke="#000" Data="M ${x1},${y1} L ${x2},${y2}"/>`;
    const grid = [0, 1, 2].map(
      (at) =>
        line(90, 80 + at * 30, 390, 80 + at * 30) + line(90 + at * 150, 80, 90 + at * 150, 140),
    );
    const page = `<FixedPage Width="816" Height="1056">${grid.join("")}${glyphs("Item", 100, 100)}${glyphs("Price", 250, 100)}${glyphs("Rent", 100, 130)}${glyphs("1,250", 250, 130)}${glyphs("our page", 100, 300, 'FixedPage.NavigateUri="https://example.com/a"')}</FixedPage>`;
    const document = await readBytes(
      await anXps([""], {
        "Documents/1/FixedDoc.fdoc": `<FixedDocument><PageContent Source="Pages/9.fpage"/></FixedDocument>`,
        "Documents/1/Pages/9.fpage/[0].piece": page.slice(0, 300),
        "Documents/1/Pages/9.fpage/[1].last.piece": page.slice(300),
      }),
      "a.xps",
    );
    expect(outlineOf(document)).toEqual(["table: Item\tPrice\nRent\t1,250", "paragraph: our page"]);
    expect(document.links).toEqual([
      { span: [document.text.indexOf("our"), document.text.length], url: "https://example.com/a" },
    ]);
  });

  test("without pages is damaged", async () => {
    const noPages = await anXps([""], { "Documents/1/FixedDoc.fdoc": "<FixedDocument/>" });
    await expect(readBytes(noPages, "a.xps")).rejects.toMatchObject({ code: "CORRUPT" });
  });
});
