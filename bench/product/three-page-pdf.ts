import { readdirSync, readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";

import { chanceOf } from "../layouts/chance";

const PAGES = 3;
const LINES = 46;
const MARGIN = 60;

/** Makes a PDF of three pages of English prose: sentences of this repository's documents in an order that the seed decides. */
export async function threePagePdf(seed: number): Promise<Buffer> {
  const all = sentencesOfDocs();
  const chance = chanceOf(seed * 7919);
  const sentence = () => all[chance.whole(0, all.length - 1)] ?? "";
  const pdf = new PDFDocument({ size: "A4", margin: MARGIN });
  const bytes = buffer(pdf);
  for (let page = 0; page < PAGES; page++) {
    if (page > 0) pdf.addPage();
    pdf.font("Helvetica-Bold").fontSize(15).text(sentence().split(" ").slice(0, 6).join(" "));
    pdf.font("Helvetica").fontSize(10).moveDown();
    const lowest = MARGIN + LINES * 14;
    while (pdf.y < lowest) {
      const paragraph = Array.from({ length: chance.whole(3, 6) }, () => sentence());
      pdf.text(paragraph.join(" "), { lineGap: 2 }).moveDown();
    }
  }
  pdf.end();
  return bytes;
}

let known: string[] | undefined;

/** The sentences of this repository's documents, read once. */
export function sentencesOfDocs(): readonly string[] {
  known ??= sentences();
  return known;
}

function sentences(): string[] {
  const texts = readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readFileSync(`docs/${name}`, "utf8"));
  return texts
    .flatMap((text) => text.split(/\n\s*\n/))
    .filter((paragraph) => !/^[#|`\-*>]/.test(paragraph.trim()))
    .flatMap((paragraph) => paragraph.replaceAll(/[`*[\]\n]/g, " ").split(/(?<=[.?!])\s+/))
    .map((sentence) => sentence.replaceAll(/\s+/g, " ").trim())
    .filter((sentence) => sentence.length > 30 && sentence.length < 240);
}
