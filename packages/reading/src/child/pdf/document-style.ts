import type { OutlineEntry } from "../../document-model";
import type { PlacedWord, Region, Segment } from "../layout/placed";
import { vocabularyOf } from "../layout/text-of-lines";
import type { ReadPage } from "./read-pdf-page";

/** What can only be known from all pages: the size of the body, the sizes of headings, what runs along every page. */
export type DocumentStyle = {
  bodySize: number;
  headingSizes: number[];
  running: Set<string>;
  vocabulary: Set<string>;
  /** The level of each bookmark, by its title without what programs change in it. */
  outline: Map<string, number>;
};

export function outlineKey(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

export function documentStyle(pages: ReadPage[], outline: OutlineEntry[]): DocumentStyle {
  const bodySize = bodySizeOf(pages);
  return {
    bodySize,
    headingSizes: headingSizesOf(pages, bodySize),
    running: runningOf(pages),
    vocabulary: vocabularyOf(eachWord(pages)),
    outline: new Map(outline.map((entry) => [outlineKey(entry.title), entry.level])),
  };
}

function* eachWord(pages: ReadPage[]): Iterable<PlacedWord> {
  for (const { words } of pages) yield* words;
}

function bodySizeOf(pages: ReadPage[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of eachWord(pages)) {
    const step = Math.round(size * 2) / 2;
    weights.set(step, (weights.get(step) ?? 0) + text.length);
  }
  return [...weights].reduce((best, each) => (each[1] > best[1] ? each : best), [10, 0])[0];
}

/** From the largest down; sizes within 5 % of each other count as one. */
function headingSizesOf(pages: ReadPage[], bodySize: number): number[] {
  const sizes: number[] = [];
  for (const { regions, recognised } of pages) {
    if (recognised) continue;
    for (const region of regions)
      if ("lines" in region)
        for (const { size } of region.lines) if (size > bodySize * 1.12) sizes.push(size);
  }
  const distinct: number[] = [];
  for (const size of sizes.sort((a, b) => b - a))
    if ((distinct.at(-1) ?? Infinity) * 0.95 > size) distinct.push(size);
  return distinct.slice(0, 6);
}

function runningOf(pages: ReadPage[]): Set<string> {
  const seen = new Map<string, Set<number>>();
  for (const [number, page] of pages.entries()) {
    for (const line of marginLines(page)) {
      const key = runningKey(line, page);
      seen.set(key, (seen.get(key) ?? new Set()).add(number));
    }
  }
  const least = Math.max(2, Math.ceil(pages.length * 0.3));
  return new Set([...seen].filter(([, on]) => on.size >= least).map(([key]) => key));
}

export function marginLines(page: ReadPage): Segment[] {
  return page.regions.flatMap((region) => linesIn(region)).filter((line) => isInMargin(line, page));
}

function linesIn(region: Region): Segment[] {
  return "lines" in region ? region.lines : [];
}

export function isInMargin({ words }: Segment, { height }: ReadPage): boolean {
  const [, y = 0, , own = 0] = words[0]?.box ?? [];
  return words.length > 0 && (y + own < height * 0.12 || y > height * 0.88);
}

/** The same for the same words at the same height, whatever the numbers in them. */
export function runningKey({ words }: Segment, { height }: ReadPage): string {
  const text = words
    .map((word) => word.text)
    .join(" ")
    .toLowerCase();
  const isTop = (words[0]?.box[1] ?? 0) < height / 2;
  return `${isTop ? "top" : "bottom"} ${text.replace(/\d+|\b[ivxl]+\b/g, "#")}`;
}
