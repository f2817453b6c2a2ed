import type { Block, ParsedDocument } from "@besunny/document-model/parsed-document";
import { passagesOf } from "@besunny/document-model/passages";
import { isRunning } from "@besunny/document-model/repeated-lines";

/**
 * Returns the words of the text that search cannot find: they are outside all passages, and no passage or its headings has them. Page
 * numbers of running headers and footers, which count the pages, are no words.
 */
export function lostWords(document: ParsedDocument): string[] {
  const said = new Set<string>();
  const lost: string[] = [];
  const isPageNumber = pageNumbersOf(document);
  const take = (from: number, to: number) => {
    for (const { word, at } of wordsOf(document.text, from, to))
      if (!said.has(word) && !isPageNumber(word, at)) lost.push(word);
  };
  const passages = passagesOf(document);
  for (const { span, headingPath } of passages) {
    for (const { word } of wordsOf(document.text, ...span)) said.add(word);
    const headings = headingPath.join("\n");
    for (const { word } of wordsOf(headings, 0, headings.length)) said.add(word);
  }
  let end = 0;
  for (const { span } of passages) {
    take(end, span[0]);
    end = span[1];
  }
  take(end, document.text.length);
  return lost;
}

function wordsOf(text: string, from: number, to: number) {
  return Array.from(
    text.slice(from, to).matchAll(/[\p{L}\p{M}\p{N}]+/gu),
    ({ 0: word, index }) => ({
      word,
      at: from + index,
    }),
  );
}

/**
 * Returns a test for page numbers. A page number is in a running line: the number or label of its page, or the number of pages. It may
 * also differ from the number of its page by as much as a number on another page does.
 */
function pageNumbersOf({ text, blocks, pages }: ParsedDocument) {
  const running = blocks.filter(isRunning);
  const pagesByStep = new Map<number, Set<number>>();
  for (const { span, page } of running)
    for (const { word } of wordsOf(text, ...span)) {
      const step = numberOf(word) - page;
      if (!Number.isNaN(step))
        pagesByStep.set(step, (pagesByStep.get(step) ?? new Set()).add(page));
    }
  return (word: string, at: number): boolean => {
    const line = running.find(({ span }) => span[0] <= at && at < span[1]);
    return line !== undefined && isOneOf(line, word);
  };

  function isOneOf({ page }: Block, word: string): boolean {
    const value = numberOf(word);
    if (Number.isNaN(value)) return word === pages[page - 1]?.label;
    return (
      value === page ||
      value === pages.length ||
      word === pages[page - 1]?.label ||
      (pagesByStep.get(value - page)?.size ?? 0) > 1
    );
  }
}

const romanDigits: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Returns the value of a number of up to four digits or of a roman number; NaN for every other word. */
function numberOf(word: string): number {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  if (!/^[ivxlc]{1,7}$/i.test(word)) return Number.NaN;
  const digits = [...word.toLowerCase()].map((letter) => romanDigits[letter] ?? 0);
  return digits.reduce(
    (sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit),
    0,
  );
}
