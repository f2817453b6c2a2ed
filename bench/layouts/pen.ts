import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { type Chance, chanceOf } from "./chance";
import { type Words, wordsOf } from "./words";

/** The words and tables of a page. Words of `asides` may be read before, between or after the blocks. */
export type Truth = {
  blocks: string[][];
  asides: string[][];
  tables: string[][][];
  areTablesFree: boolean;
};

export type Layout = Truth & { kind: string; pdf: Buffer };

export type TableInput = {
  x: number;
  y: number;
  columns: number[];
  rows: string[][];
  pitch?: number;
  heads?: number;
};

export type Pen = {
  chance: Chance;
  words: Words;
  width: number;
  height: number;
  size: number;
  truth: Truth;
  /** Each of these draws and keeps what it drew as the next of the truth. Returns the place below. */
  paragraph(words: string[], x: number, y: number, width: number): number;
  heading(words: string[], x: number, y: number): number;
  lines(lines: string[][], x: number, y: number, pitch?: number): number;
  table(input: TableInput): number;
  /** As many of the words, from the first, as fit into the width. */
  fitting(words: string[], width: number): string[];
  /** Words without a place in the order, turned by `angle` degrees about their start. */
  aside(words: string[], x: number, y: number, angle: number, size?: number): void;
  /** Draws and keeps nothing. */
  draw(
    text: string,
    x: number,
    y: number,
    options?: { size?: number; isBold?: boolean; angle?: number; isRight?: boolean },
  ): void;
};

/** Makes the page that a function draws. */
export async function drawn(
  kind: string,
  seed: number,
  draw: (pen: Pen) => void,
  isWide = false,
): Promise<Layout> {
  const chance = chanceOf(seed);
  const [width, height] = isWide ? [842, 595] : [595, 842];
  const pdf = new PDFDocument({ size: [width, height], margin: 0 });
  const bytes = buffer(pdf);
  const { pen, strokes } = penOf(pdf, chance, { width, height });
  draw(pen);
  // Some programs write a page in its blocks, others line by line over the whole width.
  if (chance.isSo(0.4)) strokes.sort((a, b) => a.y - b.y);
  for (const { put } of strokes) put();
  pdf.end();
  return { kind, pdf: await bytes, ...pen.truth };
}

type Stroke = { y: number; put(): void };

function penOf(
  pdf: PDFKit.PDFDocument,
  chance: Chance,
  page: { width: number; height: number },
): { pen: Pen; strokes: Stroke[] } {
  const [regular, bold] = chance.oneOf(
    ["Helvetica", "Helvetica-Bold"],
    ["Times-Roman", "Times-Bold"],
  );
  const size = chance.oneOf(9, 10, 11);
  const leading = size * chance.between(1.15, 1.35);
  const truth: Truth = { blocks: [], asides: [], tables: [], areTablesFree: false };
  const font = (isBold: boolean, own = size) =>
    pdf.font((isBold ? bold : regular) ?? "").fontSize(own);
  const strokes: Stroke[] = [];
  const pen: Pen = {
    chance,
    words: wordsOf(chance),
    ...page,
    size,
    truth,
    draw(text, x, y, { size: own = size, isBold = false, angle = 0, isRight = false } = {}) {
      const put = () => {
        font(isBold, own);
        const left = isRight ? x - pdf.widthOfString(text) : x;
        pdf.save().rotate(angle, { origin: [left, y] });
        pdf.text(text, left, y, { lineBreak: false }).restore();
      };
      strokes.push({ y, put });
    },
    lines(lines, x, y, pitch = leading) {
      truth.blocks.push(lines.flat());
      for (const [index, line] of lines.entries()) pen.draw(line.join(" "), x, y + index * pitch);
      return y + lines.length * pitch;
    },
    paragraph(words, x, y, width) {
      font(false);
      const lines: string[][] = [[]];
      for (const word of words) {
        const last = lines.at(-1) ?? [];
        if (last.length > 0 && pdf.widthOfString([...last, word].join(" ")) > width)
          lines.push([word]);
        else last.push(word);
      }
      return pen.lines(lines, x, y) + leading * 0.6;
    },
    fitting(words, width) {
      font(false);
      const fits = (count: number) => pdf.widthOfString(words.slice(0, count).join(" ")) <= width;
      let count = words.length;
      while (count > 1 && !fits(count)) count -= 1;
      return words.slice(0, count);
    },
    heading(words, x, y) {
      truth.blocks.push(words);
      pen.draw(words.join(" "), x, y, { isBold: true, size: size + 1 });
      return y + leading * 1.7;
    },
    table({ x, y, columns, rows, pitch = leading * 1.3, heads = 1 }) {
      truth.tables.push(rows);
      truth.blocks.push(rows.flat().flatMap((text) => text.split(" ").filter(Boolean)));
      for (const [row, cells] of rows.entries())
        for (const [column, text] of cells.entries()) {
          const isRight = column > 0 && /\d\.\d\d$/.test(rows.at(-1)?.[column] ?? "");
          const left = x + columns.slice(0, column).reduce((sum, each) => sum + each, 0);
          const place = isRight ? left + (columns[column] ?? 0) : left;
          pen.draw(text, place, y + row * pitch, { isBold: row < heads, isRight });
        }
      return y + rows.length * pitch + leading;
    },
    aside(words, x, y, angle, own = size) {
      truth.asides.push(words);
      pen.draw(words.join(" "), x, y, { angle, size: own });
    },
  };
  return { pen, strokes };
}
