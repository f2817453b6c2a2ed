import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { expect, test } from "vitest";
import { aDeck } from "../../test/a-deck";
import { defaultLimits } from "../contract/limits";
import { renderPage } from "./render-page";

test.each([
  ["a PDF", aPdf],
  ["a TIFF", () => aRed().tiff().toBuffer()],
  ["an AVIF", () => aRed().avif().toBuffer()],
  ["a BMP", async () => aBmp()],
  ["an SVG", async () => aDrawing()],
  ["an SVG that would run a script", async () => aDrawing("<script>alert(1)</script>")],
  ["a slide", async () => Buffer.from(aDeck({ slides: [""] }))],
])("draws %s as PNG", async (_, make) => {
  const { format, width } = await sharp(await render(await make())).metadata();
  expect(format).toBe("png");
  expect(width).toBe(40);
});

test("says so where a drawing shows nothing that can be drawn", async () => {
  const empty = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>draw()</script></svg>',
  );
  await expect(render(empty)).rejects.toMatchObject({ code: "UNSUPPORTED_TYPE" });
});

test("says so where there is nothing to draw", async () => {
  await expect(render(Buffer.from("plain text"))).rejects.toMatchObject({
    code: "UNSUPPORTED_TYPE",
  });
});

async function render(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "render-"));
  const path = join(folder, "source");
  try {
    await writeFile(path, bytes);
    return await renderPage({ path, page: 1, width: 40, limits: defaultLimits });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function aPdf(): Promise<Buffer> {
  const pdf = new PDFDocument();
  pdf.text("A page");
  pdf.end();
  return Buffer.concat(await pdf.toArray());
}

function aDrawing(inner = ""): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">${inner}<rect width="9" height="9"/></svg>`,
  );
}

function aRed() {
  return sharp({ create: { width: 80, height: 60, channels: 3, background: "red" } });
}

/** Returns an image of 80 x 60 white pixels with 24 bits each. */
function aBmp(): Buffer {
  const pixels = Buffer.alloc(80 * 60 * 3, 255);
  const header = Buffer.alloc(54);
  header.write("BM");
  header.writeUInt32LE(54 + pixels.length, 2);
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(80, 18);
  header.writeInt32LE(60, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  header.writeUInt32LE(pixels.length, 34);
  return Buffer.concat([header, pixels]);
}
