import type { XmlElement } from "../../xml/xml";
import type { Run } from "../pdf/pdfjs/pdfjs-words";
import type { Fonts, RunFont } from "./fonts";
import { type Matrix, placed } from "./matrix";

type Letter = { text: string; width: number };

/** Returns the words of a `Glyphs` element as runs, with a run of white space between them. */
export async function runsOf(
  { attributes }: XmlElement,
  transform: Matrix,
  fonts: Fonts,
): Promise<Run[]> {
  const size = Number(attributes.FontRenderingEmSize);
  const [x, y] = [Number(attributes.OriginX), Number(attributes.OriginY)];
  if (!(size > 0) || !Number.isFinite(x + y)) return [];
  const font = await fonts.at(attributes.FontUri ?? "");
  const isLeftward = Number(attributes.BidiLevel ?? 0) % 2 === 1;
  const isBold = font.isBold || /bold/i.test(attributes.StyleSimulations ?? "");
  const runs: Run[] = [];
  let at = x;
  for (const { text, width } of wordsOf(lettersOf(attributes, font))) {
    const length = width * size;
    const left = isLeftward ? at - length : at;
    runs.push({ ...runAt(transform, { x: left, y, size, length }), str: text, isBold });
    at += isLeftward ? -length : length;
  }
  return runs;
}

type Place = { x: number; y: number; size: number; length: number };

/** The run's second axis points up, as in a PDF; the page's points down. */
function runAt(matrix: Matrix, { x, y, size, length }: Place): Omit<Run, "str"> {
  const [a, b, c, d] = matrix;
  const [e, f] = placed(matrix, x, y);
  return {
    transform: [a * size, b * size, -c * size, -d * size, e, f],
    width: length * Math.hypot(a, b),
    height: size,
  };
}

/** Joins letters to words, and the white space between two words to one piece. */
function wordsOf(letters: Letter[]): Letter[] {
  const words: Letter[] = [];
  for (const { text, width } of letters) {
    const last = words.at(-1);
    if (last && isSpace(last.text) === isSpace(text)) {
      last.text += text;
      last.width += width;
    } else words.push({ text, width });
  }
  return words;
}

function isSpace(text: string): boolean {
  return text.trim() === "";
}

const cluster = /^\((\d+)(?::(\d+))?\)/;

/**
 * Returns the characters of a run with their widths. Each entry of `Indices` names a glyph, and its advance in hundredths of the size if
 * the font's own does not hold. A group such as (2:1) says that two characters share one glyph.
 */
function lettersOf(attributes: Record<string, string>, font: RunFont): Letter[] {
  const string = (attributes.UnicodeString ?? "").replace(/^\{\}/, "");
  const entries = (attributes.Indices ?? "").split(";");
  const letters: Letter[] = [];
  let next = 0;
  let entry = 0;
  while (next < string.length || (string === "" && entry < entries.length)) {
    const [, characters = "1", glyphs = "1"] = cluster.exec(entries[entry]?.trim() ?? "") ?? [];
    const own = entries.slice(entry, entry + Math.max(1, Number(glyphs)));
    const text = string.slice(next, next + wholeCharacters(string, next, Number(characters)));
    const drawn = own.map((each) => glyphOf(each, font));
    const width = own.length > 0 ? sum(drawn.map((each) => each.width)) : NaN;
    const shown = string === "" ? drawn.map((each) => each.text).join("") : text;
    letters.push({ text: shown, width: Number.isNaN(width) ? font.widthOfCharacter(text) : width });
    next += Math.max(1, text.length);
    entry += Math.max(1, own.length);
  }
  return letters.filter(({ text }) => text !== "");
}

function wholeCharacters(string: string, from: number, count: number): number {
  const isPair = count === 1 && (string.codePointAt(from) ?? 0) > 0xffff;
  return isPair ? 2 : Math.max(1, count);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The width is NaN if the entry has no glyph and no advance. */
function glyphOf(entry: string, font: RunFont): Letter {
  const [glyph = "", advance = ""] = entry.trim().replace(cluster, "").split(",");
  const width = advance.trim() === "" ? NaN : Number(advance) / 100;
  if (glyph.trim() === "") return { text: "", width };
  const number = Number(glyph);
  return {
    text: font.textOfGlyph(number),
    width: Number.isNaN(width) ? font.widthOfGlyph(number) : width,
  };
}
