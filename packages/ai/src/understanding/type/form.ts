import type { DocumentInput } from "../../ai";

const families: Record<string, RegExp> = {
  mail: /^(?:eml|msg|mbox|pst)$/,
  sheet: /^(?:xlsx?|ods|numbers)$/,
  records: /^(?:csv|tsv|json)$/,
  slides: /^(?:pptx?|odp|keynote)$/,
  captions: /^(?:vtt|srt)$/,
  pages: /^(?:pdf|xps)$/,
  office: /^(?:docx?|odt|rtf|pages)$/,
  web: /^(?:html|epub|xml)$/,
  markup: /^markdown$|^md$/,
  plain: /^(?:text|txt)$/,
  picture: /^(?:png|jpe?g|tiff|webp|gif|heic|avif|bmp)$/,
};

/** The names of the features of `formFeatures`, in order. */
export const formNames: readonly string[] = [
  ...Object.keys(families).map((name) => `is ${name}`),
  "landscape",
  "narrow",
  "pages",
  "words",
  "words a page",
  "words a block",
  "headings",
  "list items",
  "table words",
  "tables a page",
  "code",
  "quotations",
  "lines a page",
  "words a line",
  "empty labels",
  "labelled lines",
  "numbers",
  "questions",
  "speakers",
  "upper lines",
  "sentences",
  "long paragraphs",
  "repeated beginnings",
];

const CHARACTERS_READ = 24_000;

/** Returns what a document looks like, whatever its words and language are: each feature from 0 to 1. */
export function formFeatures(document: DocumentInput): Float32Array {
  const { format, text, blocks, pageCount, pages = [] } = document;
  const read = text.slice(0, CHARACTERS_READ);
  const share = Math.max(0.001, Math.min(1, read.length / Math.max(1, text.length)));
  const pageNumber = Math.max(1, pageCount * share);
  const words = read.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const lines = read.split("\n").filter((line) => line.trim() !== "");
  const seen = blocks.filter(({ span }) => span[0] < CHARACTERS_READ);
  const kinds = (pattern: RegExp) => seen.filter(({ kind }) => pattern.test(kind));
  const ofLines = (pattern: RegExp) =>
    lines.filter((line) => pattern.test(line)).length / Math.max(1, lines.length);
  const tables = kinds(/^table$/);
  const tableLength = tables.reduce((sum, { span }) => sum + span[1] - span[0], 0);
  const paragraphs = kinds(/^paragraph$/);
  const first = pages.slice(0, 3);
  const ofPages = (test: (width: number, height: number) => boolean) =>
    first.filter(({ width, height }) => test(width, height)).length / Math.max(1, first.length);

  return Float32Array.from([
    ...Object.values(families).map((pattern) => Number(pattern.test(format))),
    ofPages((width, height) => width > height * 1.2),
    ofPages((width, height) => height > width * 1.9),
    scaled(Math.log2(Math.max(1, pageCount)), 6),
    scaled(Math.log2(1 + words / share), 16),
    scaled(Math.log2(1 + words / pageNumber), 10),
    scaled(Math.log2(1 + words / Math.max(1, seen.length)), 8),
    saturated(kinds(/^(?:heading|title)$/).length / pageNumber, 4),
    saturated(kinds(/^list/).length / pageNumber, 6),
    Math.min(1, tableLength / Math.max(1, read.length)),
    saturated(tables.length / pageNumber, 1),
    saturated(kinds(/^code$/).length / pageNumber, 2),
    saturated(kinds(/^quotation$/).length, 2),
    saturated(lines.length / pageNumber, 40),
    scaled(words / Math.max(1, lines.length), 30),
    ofLines(/_{3,}|\.{6,}|[☐□]|\[ ?\]|:\s*$/),
    ofLines(/^\s*[\p{L}][\p{L} .'/()-]{1,30}:\s*\S/u),
    scaled((read.match(/\p{N}/gu)?.length ?? 0) / Math.max(1, read.length), 0.3),
    ofLines(/\?\s*$/),
    ofLines(
      /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\]?[ -]*)?[\p{Lu}][\p{L}.'’-]*(?: [\p{Lu}\d][\p{L}.'’-]*){0,2}\s?(?:\([^)]{1,20}\))?:\s\S/u,
    ),
    ofLines(/^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u),
    scaled((read.match(/[.!?…。](?:\s|$)/gu)?.length ?? 0) / Math.max(1, words), 0.12),
    paragraphs.filter(({ span }) => span[1] - span[0] > 350).length / Math.max(1, seen.length),
    repeatedBeginnings(lines),
  ]);
}

function scaled(value: number, most: number): number {
  return Math.min(1, Math.max(0, value / most));
}

function saturated(count: number, half: number): number {
  return count / (count + half);
}

/** The share of lines that begin with the same word as three others: records, turns of speakers, bookings. */
function repeatedBeginnings(lines: readonly string[]): number {
  const counts = new Map<string, number>();
  const beginnings = lines.map((line) => line.trim().split(/\s/, 1)[0]?.toLowerCase() ?? "");
  for (const beginning of beginnings) counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
  const repeated = beginnings.filter((beginning) => (counts.get(beginning) ?? 0) > 3);
  return repeated.length / Math.max(1, lines.length);
}
