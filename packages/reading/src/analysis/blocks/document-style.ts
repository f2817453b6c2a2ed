import type { OutlineEntry } from "@besunny/document-model/parsed-document";
import type { PlacedWord } from "../layout/placed-word";
import { vocabularyOf } from "../layout/text-of-lines";
import type { ReadPage } from "./read-page";
import { type Running, runningOf } from "./running-lines";

/** Properties that only all pages together show: the size of body text, the sizes of headings, the running headers and footers. */
export type DocumentStyle = {
  bodySize: number;
  headingSizes: number[];
  running: Running;
  vocabulary: Set<string>;
  /** The level of each bookmark, by `outlineKey` of its title. */
  outline: Map<string, number>;
  /** True once a title was found on the first page. */
  hasTitle: boolean;
  /** The running text itself is in monospaced type. */
  isMono: boolean;
};

/** Returns the letters and digits of a title, because bookmarks and headings may differ in the rest. */
export function outlineKey(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Collects from all pages the properties that decide the roles of paragraphs. */
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

/** Returns the sizes from the largest down. Sizes within 5 % of each other count as one. */
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
