import type { OutlineEntry } from "@besunny/document-model/parsed-document";
import type { PlacedWord } from "../layout/placed-word";
import { vocabularyOf } from "../layout/text-of-lines";
import type { ReadPage } from "./read-page";
import { type Running, runningOf } from "./running-lines";

/** What can only be known from all pages: the size of the body, the sizes of headings, what runs along every page. */
export type DocumentStyle = {
  bodySize: number;
  headingSizes: number[];
  running: Running;
  vocabulary: Set<string>;
  /** The level of each bookmark, by its title without what programs change in it. */
  outline: Map<string, number>;
  /** A title was found on the first page. */
  hasTitle: boolean;
  /** The running text itself is set in a type of one width. */
  isMono: boolean;
};

/** A title by its letters and figures alone, as bookmarks and headings may be written differently. */
export function outlineKey(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Looks through all pages for what the roles of paragraphs are told by. */
export function documentStyle(pages: ReadPage[], outline: OutlineEntry[]): DocumentStyle {
  const bodySize = bodySizeOf(pages);
  return {
    bodySize,
    headingSizes: headingSizesOf(pages, bodySize),
    running: runningOf(pages),
    vocabulary: vocabularyOf(eachWord(pages)),
    hasTitle: false,
    isMono: isMostlyMono(pages),
    outline: new Map(outline.map((entry) => [outlineKey(entry.title), entry.level])),
  };
}

function isMostlyMono(pages: ReadPage[]): boolean {
  let [mono, all] = [0, 0];
  for (const { isMono, text } of eachWord(pages)) {
    all += text.length;
    if (isMono) mono += text.length;
  }
  return mono > all * 0.5;
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
