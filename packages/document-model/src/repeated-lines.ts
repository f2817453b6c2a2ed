import type { Block, Page, ParsedDocument } from "./parsed-document";

/** `isNamed` says of each number that a word before it names what it counts, such as invoices. */
type Line = { page: number; numbers: number[]; isNamed: boolean[] };

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
  const alike = countAlike(running);
  const kept = new Map<string, Line[]>();
  const repeated = new Set<string>();
  for (const { block, skeleton, numbers, isNamed } of running) {
    const line = { page: block.page, numbers, isNamed };
    const earlier = kept.get(skeleton) ?? [];
    const isNumber = isNumberAlone(skeleton) && isPageNumber(line, pages, steps);
    if (isNumber || earlier.some((each) => saysTheSame(each, line, { skeleton, alike, pages })))
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

const named =
  /(?<!(page|seite|página|pagina|strana|стр\.?)\s)(?<!\p{L})(invoice|bill|receipt|order|contract|customer|rechnung|auftrag|kunde|facture|commande|fattura|ordine|factura|pedido|fatura|no|nr|n°|nº|№|number|nummer|numéro|numero|número)\s?[.:#°]*\s?$/iu;

/** Returns a line with its free-standing numbers taken out, and the numbers. Roman numbers count too. */
function partsOf(line: string): { skeleton: string } & Pick<Line, "numbers" | "isNamed"> {
  const numbers: number[] = [];
  const isNamed: boolean[] = [];
  const whole = line.replace(/\s+/g, " ");
  const skeleton = whole.replace(
    standingNumber,
    (_, prefix: string | undefined, number: string, at: number) => {
      numbers.push(/\d/.test(number) ? Number(number) : romanNumber(number));
      isNamed.push(named.test(whole.slice(Math.max(0, at - 40), at)));
      return `${prefix ?? ""}#`;
    },
  );
  return { skeleton, numbers, isNamed };
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

type Alike = (skeleton: string, at: number, step: number) => { sharing: number; all: number };

/** Counts the lines of a skeleton, and those whose number at a place is ahead of the number of its page by a step. */
function countAlike(lines: { block: Block; skeleton: string; numbers: number[] }[]): Alike {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { block, skeleton, numbers } of lines) {
    count(skeleton);
    for (const [at, number] of numbers.entries()) count(`${at} ${number - block.page} ${skeleton}`);
  }
  return (skeleton, at, step) => ({
    sharing: counts.get(`${at} ${step} ${skeleton}`) ?? 0,
    all: counts.get(skeleton) ?? 0,
  });
}

/**
 * A number that is far from the number of its page counts something else, such as invoices. So does a number that a word names, and one
 * that goes up with the pages on two of several pages only.
 */
function saysTheSame(
  earlier: Line,
  later: Line,
  { skeleton, alike, pages }: { skeleton: string; alike: Alike; pages: Page[] },
): boolean {
  return later.numbers.every((number, at) => {
    const before = earlier.numbers[at] ?? 0;
    if (number === before) return true;
    const step = number - later.page;
    if (later.isNamed[at] || step !== before - earlier.page) return false;
    if (Math.abs(step) > pages.length + mostAhead) return false;
    const { sharing, all } = alike(skeleton, at, step);
    return step === 0 || sharing > 2 || sharing === all;
  });
}
