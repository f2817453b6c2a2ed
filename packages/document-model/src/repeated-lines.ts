import type { Block, Page, ParsedDocument } from "./parsed-document";

type Line = { page: number; numbers: number[] };

/**
 * Returns the ids of the running headers and footers that say nothing new. They have the words of an earlier one, also with another page
 * number, or they are only a page number.
 */
export function repeatedLines({ text, blocks, pages }: ParsedDocument): Set<string> {
  const running = blocks
    .filter(isRunning)
    .map((block) => ({ block, ...partsOf(text.slice(...block.span)) }));
  const lone = running.filter(({ skeleton }) => isNumberAlone(skeleton));
  const steps = stepsOf(lone);
  const kept = new Map<string, Line[]>();
  const repeated = new Set<string>();
  for (const { block, skeleton, numbers } of running) {
    const line = { page: block.page, numbers };
    const earlier = kept.get(skeleton) ?? [];
    const isNumber = isNumberAlone(skeleton) && isPageNumber(line, pages, steps);
    if (isNumber || earlier.some((each) => saysTheSame(each, line, pages.length)))
      repeated.add(block.id);
    else kept.set(skeleton, [...earlier, line]);
  }
  return repeated;
}

/** Returns true for a header or footer that runs along the pages. */
export function isRunning({ kind }: Block): boolean {
  return kind === "header" || kind === "footer";
}

const standingNumber =
  /(?<![\p{L}\p{N}]|[\p{L}\p{N}][.,/-])(\p{L}-)?(\d{1,4}|[ivxlc]{1,7})(?![\p{L}\p{N}]|[.,/-][\p{L}\p{N}])/giu;

/** Returns a line with its free-standing numbers taken out, and the numbers. Roman numbers count too. */
function partsOf(line: string): { skeleton: string; numbers: number[] } {
  const numbers: number[] = [];
  const skeleton = line
    .replace(/\s+/g, " ")
    .replace(standingNumber, (_, prefix: string | undefined, number: string) => {
      numbers.push(/\d/.test(number) ? Number(number) : romanNumber(number));
      return `${prefix ?? ""}#`;
    });
  return { skeleton, numbers };
}

const romanDigits: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanNumber(text: string): number {
  const digits = [...text.toLowerCase()].map((letter) => romanDigits[letter] ?? 0);
  return digits.reduce(
    (sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit),
    0,
  );
}

function isNumberAlone(skeleton: string): boolean {
  return /^[^\p{L}\p{N}]*$/u.test(skeleton) && skeleton.split("#").length === 2;
}

/** Returns how often lone numbers are ahead of the number of their page by the same amount. */
function stepsOf(lines: { block: Block; numbers: number[] }[]): Map<number, number> {
  const steps = new Map<number, number>();
  for (const { block, numbers } of lines) {
    const step = (numbers[0] ?? 0) - block.page;
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  return steps;
}

function isPageNumber({ page, numbers }: Line, pages: Page[], steps: Map<number, number>): boolean {
  const [number = 0] = numbers;
  return (
    number === page ||
    String(number) === pages[page - 1]?.label ||
    (steps.get(number - page) ?? 0) > 1
  );
}

const mostAhead = 20;

/** A number that is far from the number of its page counts something else, such as invoices. */
function saysTheSame(earlier: Line, later: Line, pages: number): boolean {
  return later.numbers.every((number, at) => {
    const before = earlier.numbers[at] ?? 0;
    const step = number - later.page;
    return (
      number === before || (step === before - earlier.page && Math.abs(step) <= pages + mostAhead)
    );
  });
}
