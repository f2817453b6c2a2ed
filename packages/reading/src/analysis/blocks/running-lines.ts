import type { Segment } from "../layout/page-geometry";
import type { PlacedWord } from "../layout/placed-word";
import type { ReadPage } from "./read-page";

/** The lines that repeat at the top or bottom of pages, by `runningKey`. */
export type Running = Set<string>;

/** Returns the lines that repeat at the edge of pages: on a third of all pages, or at the same height on a few. */
export function runningOf(pages: ReadPage[]): Running {
  const anywhere = new Map<string, Set<number>>();
  const inPlace = new Map<string, Set<number>>();
  for (const [number, page] of pages.entries()) {
    for (const line of marginLines(page)) {
      const key = runningKey(line, page);
      count(anywhere, key, number);
      count(inPlace, `${Math.round((line.words[0]?.box[1] ?? 0) / 3)} ${key}`, number);
    }
  }
  const least = Math.max(2, Math.ceil(pages.length * 0.3));
  const running = new Set([...anywhere].filter(([, on]) => on.size >= least).map(([key]) => key));
  for (const [key, on] of inPlace) if (on.size >= 3) running.add(key.slice(key.indexOf(" ") + 1));
  return running;
}

function count(seen: Map<string, Set<number>>, key: string, page: number) {
  const on = seen.get(key);
  if (on) on.add(page);
  else seen.set(key, new Set([page]));
}

function marginLines(page: ReadPage): Segment[] {
  return page.regions
    .flatMap((region) => ("lines" in region ? region.lines : []))
    .filter((line) => isInMargin(line, page));
}

function isInMargin({ words }: Segment, { height }: ReadPage): boolean {
  const [, y = 0, , own = 0] = words[0]?.box ?? [];
  return words.length > 0 && (y + own < height * 0.12 || y > height * 0.88);
}

const pageNumber =
  /^[-–—|[(]*\s?((page|p\.|seite|s\.|página|pagina|стр\.|halaman|strana)\s?)?(\d{1,4}|[ivxl]{1,6}|[a-z]-\d{1,3})(\s?(of|\/|von|de|sur|из)\s?\d{1,4})?\s?[-–—|\])]*$/iu;

/** Returns true if a line at the edge of its page is a running header or footer, or the page number. */
export function isRunningLine(line: Segment, page: ReadPage, running: Running): boolean {
  if (!isInMargin(line, page)) return false;
  const text = textOf(line);
  return (
    running.has(runningKey(line, page)) ||
    pageNumber.test(text) ||
    stamp.test(text) ||
    text === page.label
  );
}

/** Notes that archives of papers print at the edge of each page. */
const stamp =
  /^(this content |article )?(downloaded (from|by|on|via)\b|download(ed)? date:|authori[sz]ed licensed use limited to)/i;

/** Returns true if a line at the edge of a page has a number set apart, or three parts far from each other. */
export function bearsNumber({ words, size }: Segment, page: ReadPage): boolean {
  const [first, second] = words;
  const [last, before] = [words.at(-1), words.at(-2)];
  if (!first || !second || !last || !before || words.length > 20) return false;
  const isAtEdge =
    first.box[1] + first.box[3] < page.height * 0.1 || first.box[1] > page.height * 0.92;
  if (!isAtEdge) return false;
  const gap = (a: PlacedWord, b: PlacedWord) => b.at[0] - (a.at[0] + a.at[2]);
  const gaps = words.slice(1).map((word, index) => gap(words[index] ?? word, word));
  const isApart = (index: number) => (gaps[index] ?? 0) > farApart * size;
  return (
    (isNumber(first) && gap(first, second) > 1.2 * size) ||
    (isNumber(last) && gap(before, last) > 1.2 * size) ||
    words.some((word, index) => isNumber(word) && isApart(index - 1) && isApart(index)) ||
    gaps.filter((_, index) => isApart(index)).length === 2
  );
}

/** The parts of a footer are this many letters apart. */
const farApart = 4;

/** Returns the line of the page number: a lone number below all other text, within 10 of the page's own number. */
export function numberLineOf({ regions, ...page }: ReadPage, number: number, running: Running) {
  const lines = regions.flatMap((region) => ("lines" in region ? region.lines : []));
  const last = lines.findLast((line) => !isRunningLine(line, { ...page, regions }, running));
  const [, own] = last ? (/^[-–—]?\s?(\d{1,4})\s?[-–—]?$/.exec(textOf(last)) ?? []) : [];
  return lines.length > 1 && own && Math.abs(Number(own) - number) <= 10 ? last : undefined;
}

function isNumber({ text }: PlacedWord): boolean {
  return /^(\d{1,4}|[ivxl]{1,6})$/.test(text);
}

/** Returns the same key for the same words at the same end of the page, with any numbers. */
function runningKey(line: Segment, { height }: ReadPage): string {
  const isTop = (line.words[0]?.box[1] ?? 0) < height / 2;
  const text = textOf(line).toLowerCase();
  return `${isTop ? "top" : "bottom"} ${text.replace(/\d+|\b[ivxl]+\b/g, "#")}`;
}

function textOf({ words }: Segment): string {
  return words.map((word) => word.text).join(" ");
}

/** Returns the end of the page at which a running line is. */
export function marginKind(line: Segment, { height }: ReadPage): "header" | "footer" {
  const isAlone = /^\W*\d{1,4}\W*$/.test(textOf(line));
  return (line.words[0]?.box[1] ?? 0) < height * (isAlone ? 0.12 : 0.5) ? "header" : "footer";
}
