import { glob, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { openPdf } from "@besunny/reading/formats/pdf/pdfium/pdfium";
import { renderPng } from "@besunny/reading/formats/pdf/pdfium/render";
import sharp, { type Sharp } from "sharp";
import { chanceOf } from "../layouts/chance";
import { spread } from "../spread";
import type { Receipt } from "./truth";

/** A drawn page: its words by its text layer, and the look of the picture. */
export type DrawnPage = Receipt & { look: string };

type Look = { name: string; dotsPerInch: number; write(image: Sharp): Promise<Buffer> };

const asPng = (image: Sharp) => image.png({ compressionLevel: 1 }).toBuffer();

/** Three looks: as drawn at 300 dots per inch, at 200, and at 300 as from an old scanner: askew, grey and grainy. */
const looks: Look[] = [
  { name: "clean300", dotsPerInch: 300, write: asPng },
  { name: "clean200", dotsPerInch: 200, write: asPng },
  { name: "scan300", dotsPerInch: 300, write: scanned },
];

async function scanned(image: Sharp): Promise<Buffer> {
  const { data, info } = await image
    .rotate(1.2, { background: "#fff" })
    .linear(0.85, 8)
    .blur(0.8)
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const chance = chanceOf(1);
  const part = () => chance.between(-12, 12);
  const grains = Array.from({ length: 4_093 }, () => part() + part() + part() + part());
  for (let at = 0; at < data.length; at += 1)
    data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + (grains[at % grains.length] ?? 0)));
  const { width, height } = info;
  return sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 70 })
    .toBuffer();
}

/** The fewest words of a page that is drawn. */
const fewestWords = 60;
const pagesOfFile = 2;

/**
 * Draws pages of the PDFs below a folder, each in every look, into another folder. `read` returns a document for a PDF with a text layer, else
 * null. Returns at most `most` pages in each look, spread over the files.
 */
export async function drawPages(
  directory: string,
  folder: string,
  { most, read }: { most: number; read(path: string): Promise<ParsedDocument | null> },
): Promise<DrawnPage[]> {
  const paths: string[] = [];
  for await (const path of glob("**/*.{pdf,PDF}", { cwd: directory }))
    paths.push(join(directory, path));
  const known: { path: string; page: number; text: string }[] = [];
  for (const path of spread(paths.sort(), most)) {
    const document = await read(path);
    if (document) known.push(...knownPages(document).map((page) => ({ path, ...page })));
  }
  await mkdir(folder, { recursive: true });
  const drawn: DrawnPage[] = [];
  for (const { path, page, text } of spread(known, most))
    for (const look of looks) drawn.push(await draw({ path, page, text }, look, folder));
  return drawn;
}

function knownPages({ pages, text }: ParsedDocument): { page: number; text: string }[] {
  const found = pages.flatMap(({ words }, page) =>
    words.length < fewestWords
      ? []
      : [{ page, text: words.map(([start, end]) => text.slice(start, end)).join(" ") }],
  );
  return spread(found, pagesOfFile);
}

async function draw(
  { path, page, text }: { path: string; page: number; text: string },
  look: Look,
  folder: string,
): Promise<DrawnPage> {
  const document = await openPdf(await readFile(path));
  const handle = document.pdfium.FPDF_LoadPage(document.handle, page);
  const scale = look.dotsPerInch / 72;
  const width = Math.round(document.pdfium.FPDF_GetPageWidthF(handle) * scale);
  const height = Math.round(document.pdfium.FPDF_GetPageHeightF(handle) * scale);
  const png = await renderPng(document, handle, { width, height }, { isGrey: true });
  document.close();
  const bytes = await look.write(sharp(png));
  const { width: right = 0, height: bottom = 0, format } = await sharp(bytes).metadata();
  const fileName = `${basename(path, ".pdf")}-${page + 1}-${look.name}.${format}`;
  const image = join(folder, fileName);
  await writeFile(image, bytes);
  const box: [number, number, number, number] = [0, 0, right, bottom];
  return { image, fileName, look: look.name, lines: [{ text, box }], fields: {} };
}
