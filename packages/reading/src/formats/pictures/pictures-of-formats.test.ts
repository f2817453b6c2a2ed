import { readFile } from "node:fs/promises";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { aDocx, aPptx, aZip, relations } from "../../../test/office-files";
import { readBytes } from "../../../test/read-bytes";

const red = await sharp({ create: { width: 60, height: 40, channels: 3, background: "red" } })
  .png()
  .toBuffer();
const blue = await sharp({ create: { width: 50, height: 50, channels: 3, background: "blue" } })
  .jpeg()
  .toBuffer();
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><rect/></svg>',
);
const asData = (bytes: Buffer, type: string) => `data:${type};base64,${bytes.toString("base64")}`;

/** The blocks as words and pictures, a picture as its kind, its size in pixels and its alternative text. */
function shownIn({ blocks, text, pictures = [] }: ParsedDocument): string[] {
  return blocks.map(({ span, picture }) => {
    const kept = pictures.find(({ id }) => id === picture?.id);
    const own = kept
      ? `[${kept.mediaType} ${kept.width}x${kept.height} ${picture?.alt ?? ""}] `
      : "";
    return `${own}${text.slice(...span)}`.trim();
  });
}

async function pictureIn(bytes: Uint8Array | string, fileName: string): Promise<ParsedDocument> {
  return readBytes(bytes, fileName, {
    keep: async ({ pictures = [] }) => {
      for (const { path, size } of pictures) expect(await readFile(path)).toHaveLength(size);
    },
  });
}

const drawing = (id: string, description = "") =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="635000"/><wp:docPr descr="${description}"/><a:blip r:embed="${id}"/></wp:inline></w:drawing></w:r></w:p>`;
const wordPart = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

function aDocxWithPictures(body: string): Uint8Array {
  const namespaces = 'xmlns:w="w" xmlns:r="r" xmlns:wp="wp" xmlns:a="a"';
  return aZip({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relations([["r1", "officeDocument", "word/document.xml"]]),
    "word/document.xml": `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relations([
      ["red", "image", "media/red.png"],
      ["blue", "image", "media/blue.dat"],
      ["twin", "image", "media/twin.png"],
      ["none", "image", "media/none.bin"],
    ]),
    "word/media/red.png": red,
    "word/media/twin.png": red,
    "word/media/blue.dat": blue,
    "word/media/none.bin": "no picture at all",
  });
}

describe("a Word document", () => {
  test("keeps its pictures where they stand, with their size and description, and each file once", async () => {
    const body = `${wordPart("Before")}${drawing("red", "A red field")}${wordPart("Between")}${drawing("blue")}${drawing("twin")}${drawing("none")}`;
    const document = await pictureIn(aDocxWithPictures(body), "report.docx");

    expect(shownIn(document)).toEqual([
      "Before",
      "[image/png 60x40 A red field] A red field",
      "Between",
      "[image/jpeg 50x50 ]",
      "[image/png 60x40 ]",
    ]);
    expect(document.text).toBe("Before\n\nA red field\n\nBetween");
    expect(document.pictures).toHaveLength(2);
    expect(document.blocks[1]?.picture).toMatchObject({ width: 100, height: 50 });
  });

  test("keeps no more pictures than the limit, and says so", async () => {
    const file = aDocxWithPictures(`${wordPart("Words")}${drawing("red")}${drawing("blue")}`);
    const document = await readBytes(file, "report.docx", { limits: { pictures: 1 } });

    expect(document.pictures).toHaveLength(1);
    expect(document.warnings).toContain("The document has more pictures than can be shown.");
  });

  test("without pictures has no list of them", async () => {
    const document = await readBytes(aDocx(wordPart("Only words")), "words.docx");
    expect("pictures" in document).toBe(false);
  });
});

test("a slide keeps its picture with its place", async () => {
  const picture = `<p:pic><p:nvPicPr><p:cNvPr descr="A red field"/></p:nvPicPr><p:blipFill><a:blip r:embed="p1"/></p:blipFill><p:spPr><a:xfrm><a:off x="127000" y="254000"/><a:ext cx="1270000" cy="635000"/></a:xfrm></p:spPr></p:pic>`;
  const slide = {
    shapes: picture,
    relations: [["p1", "image", "../media/red.png"] as [string, string, string]],
  };
  const document = await pictureIn(aPptx([slide], { "ppt/media/red.png": red }), "deck.pptx");

  expect(shownIn(document)).toEqual(["[image/png 60x40 A red field] A red field"]);
  expect(document.blocks[0]?.boxes).toEqual([[10, 20, 100, 50]]);
});

test("an OpenDocument text keeps its picture with its size", async () => {
  const spaces =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="s" xmlns:xlink="x"';
  const frame =
    '<draw:frame svg:width="2in" svg:height="72pt"><draw:image xlink:href="Pictures/red.png"/><svg:desc>A red field</svg:desc></draw:frame>';
  const file = aZip({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<office:document-content ${spaces}><office:body><office:text><text:p>Before</text:p><text:p>${frame}</text:p></office:text></office:body></office:document-content>`,
    "Pictures/red.png": red,
  });
  const document = await pictureIn(file, "a.odt");

  expect(shownIn(document)).toEqual(["Before", "[image/png 60x40 A red field] A red field"]);
  expect(document.blocks[1]?.picture).toMatchObject({ width: 144, height: 72 });
});

test("a page of the web keeps the pictures that are in it, and loads none", async () => {
  const page = `<p>Before <img src="${asData(red, "image/png")}" alt="A red field" width="120" height="80"> after</p><p><img src="${asData(blue, "image/jpeg")}" alt="A blue one"></p><p>End <img src="https://example.com/far.png" alt="Far away"></p><img src="${asData(svg, "image/svg+xml")}">`;
  const document = await pictureIn(`<!doctype html><title>T</title>${page}`, "page.html");

  expect(shownIn(document)).toEqual([
    "Before A red field after",
    "[image/png 60x40 A red field]",
    "[image/jpeg 50x50 A blue one] A blue one",
    "End Far away",
    "[image/svg+xml 80x20 ]",
  ]);
  expect(document.blocks[1]?.picture).toMatchObject({ width: 90, height: 60 });
});

test("a page saved as MHTML keeps the pictures that were saved with it", async () => {
  const part = (headers: string[], body: string) => ["--x", ...headers, "", body].join("\r\n");
  const file = [
    "From: <Saved by a browser>",
    "Snapshot-Content-Location: https://example.com/story/",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; boundary="x"',
    "",
    part(
      ["Content-Type: text/html", "Content-Location: https://example.com/story/"],
      '<p>Story</p><img src="https://example.com/red.png"><img src="../blue.jpg">',
    ),
    part(
      [
        "Content-Type: image/png",
        "Content-Transfer-Encoding: base64",
        "Content-Location: https://example.com/red.png",
      ],
      red.toString("base64"),
    ),
    part(
      [
        "Content-Type: image/jpeg",
        "Content-Transfer-Encoding: base64",
        "Content-Location: https://example.com/blue.jpg",
      ],
      blue.toString("base64"),
    ),
    "--x--",
  ].join("\r\n");
  const document = await pictureIn(file, "story.mhtml");

  expect(shownIn(document)).toEqual(["Story", "[image/png 60x40 ]", "[image/jpeg 50x50 ]"]);
});

test("a mail keeps the pictures that its text shows, in their place", async () => {
  const file = [
    "From: a@example.com",
    "To: b@example.com",
    "Subject: Hello",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; boundary="x"',
    "",
    "--x",
    "Content-Type: text/html",
    "",
    '<p>Look:</p><p><img src="cid:one@mail" alt="The new sign"></p><p>Bye</p>',
    "--x",
    "Content-Type: image/png",
    "Content-ID: <one@mail>",
    "Content-Transfer-Encoding: base64",
    "",
    red.toString("base64"),
    "--x--",
  ].join("\r\n");
  const document = await pictureIn(file, "hello.eml");

  expect(shownIn(document).slice(2)).toEqual([
    "Look:",
    "[image/png 60x40 The new sign] The new sign",
    "Bye",
  ]);
});

test("a book keeps the pictures of its chapters and its cover", async () => {
  const file = aZip({
    mimetype: "application/epub+zip",
    "META-INF/container.xml":
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    "OEBPS/book.opf":
      '<package><manifest><item id="c" href="text/cover.xhtml"/><item id="o" href="text/one.xhtml"/></manifest><spine><itemref idref="c"/><itemref idref="o"/></spine></package>',
    "OEBPS/text/cover.xhtml":
      '<html><body><svg viewBox="0 0 9 9"><image xlink:href="../images/blue.jpg"/></svg></body></html>',
    "OEBPS/text/one.xhtml":
      '<html><body><p>One</p><img src="../images/red.png" alt=""/></body></html>',
    "OEBPS/images/red.png": red,
    "OEBPS/images/blue.jpg": blue,
  });
  const document = await pictureIn(file, "a.epub");

  expect(shownIn(document)).toEqual(["[image/jpeg 50x50 ]", "One", "[image/png 60x40 ]"]);
});

test("RTF keeps its pictures, each in the newer of its two forms", async () => {
  const picture = `{\\pict\\pngblip\\picwgoal2000\\pichgoal1000\\picscalex50\\picscaley50 ${red.toString("hex")}}`;
  const file = `{\\rtf1\\ansi Before{\\*\\shppict${picture}}{\\nonshppict{\\pict\\wmetafile8 010009000003}}\\par After\\par}`;
  const document = await pictureIn(file, "a.rtf");

  expect(shownIn(document)).toEqual(["Before", "[image/png 60x40 ]", "After"]);
  expect(document.blocks[1]?.picture).toMatchObject({ width: 50, height: 25 });
});

test("a notebook keeps what its code drew", async () => {
  const outputs = [{ output_type: "display_data", data: { "image/png": red.toString("base64") } }];
  const cells = [{ cell_type: "code", source: ["plot()"], outputs }];
  const document = await pictureIn(JSON.stringify({ nbformat: 4, cells }), "a.json");

  expect(shownIn(document)).toEqual(["plot()", "[image/png 60x40 ]"]);
});
