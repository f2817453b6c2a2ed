import type { Block } from "../parsed-document";
import { isRunning } from "../repeated-lines";

const title =
  /^\W*(?:table of )?contents\W*$|^\W*(?:inhalt(?:sverzeichnis|sübersicht)?|sommaire|table des matières|índice|indice|sommario|inhoud(?:sopgave)?|innehåll|indhold|spis treści|содержание|目录|目次)\W*$/iu;
const pageNumber = String.raw`(?:\d{1,4}|[ivxlc]{1,7})`;
const entryEnd = new RegExp(String.raw`(?<![\s.·…_])[\s.·…_]+${pageNumber}(?=\s|$)`, "giu");
const endsInNumber = new RegExp(String.raw`[\s.·…]${pageNumber}\s*$`, "iu");
const leaders = /(?:[.·…]\s?){5}/u;
const LONGEST_LINE = 300;
const LEAST_NUMBERED = 3;
/** At least this share of the entries must be said again later. */
const SAID_AGAIN = 0.6;
/** The same under a title such as "Contents" where no page numbers are given. */
const SAID_AGAIN_UNNUMBERED = 0.9;
/** Without title and numbers, nothing is a table of contents. */
const NEVER = Number.POSITIVE_INFINITY;

/**
 * Returns the ids of the blocks that are a table of contents. Its entries are said again later in the document, so
 * that leaving them out loses no word worth finding.
 */
export function contentsLines(text: string, blocks: readonly Block[]): Set<string> {
  const isLater = laterIn(text, blocks);
  const found = new Set<string>();
  let at = 0;
  while (at < blocks.length) {
    const run = runFrom(at);
    for (const index of run.lines) found.add(blocks[index]?.id ?? "");
    at = run.next;
  }
  return found;

  function runFrom(start: number): { lines: number[]; next: number } {
    const first = textOf(start);
    const isTitled = title.test(first);
    if (!isTitled && !(leaders.test(first) && endsInNumber.test(first)))
      return { lines: [], next: start + 1 };
    const lines: number[] = [start];
    let [numbered, entries, again] = [0, 0, 0];
    let past = start + 1;
    for (let index = isTitled ? start + 1 : start; index < blocks.length; index++) {
      const block = blocks[index];
      if (!block) break;
      if (isRunning(block)) continue;
      const own = entriesOf(textOf(index));
      const said = own.filter((entry) => isLater(entry, index)).length;
      const isNumbered = isNumberedLine(textOf(index));
      if (own.length > 0 && said === 0 && !isNumbered) break;
      if (isNumbered) numbered += 1;
      entries += own.length;
      again += said;
      if (index > start) lines.push(index);
      past = index + 1;
    }
    const share =
      numbered >= LEAST_NUMBERED ? SAID_AGAIN : isTitled ? SAID_AGAIN_UNNUMBERED : NEVER;
    const isContents = entries >= LEAST_NUMBERED && again >= share * entries;
    return { lines: isContents ? lines : [], next: past };
  }

  function textOf(index: number): string {
    return text.slice(...(blocks[index]?.span ?? [0, 0])).trim();
  }
}

function isNumberedLine(line: string): boolean {
  return endsInNumber.test(line) && (line.length <= LONGEST_LINE || leaders.test(line));
}

/** Returns the titles of the entries of a block, each as `squashed`. */
function entriesOf(block: string): string[] {
  return block
    .split("\n")
    .flatMap((line) => line.split(entryEnd))
    .map(squashed)
    .filter((entry) => /\p{L}{3}/u.test(entry) && entry !== "page");
}

/** Returns a test for whether an entry is said again after a block. */
function laterIn(
  text: string,
  blocks: readonly Block[],
): (entry: string, index: number) => boolean {
  let whole: string | undefined;
  let ends: number[] = [];
  return (entry, index) => {
    if (whole === undefined) {
      const parts = blocks.map(({ span }) => squashed(text.slice(...span)));
      let end = 0;
      ends = parts.map((part) => {
        end += part.length;
        return end;
      });
      whole = parts.join("");
    }
    const from = ends[index] ?? 0;
    return whole.includes(entry, from) || whole.includes(entry.replace(/^\p{N}+/u, ""), from);
  };
}

/** Letters and digits alone, because contents and headings differ in blanks and stops. */
function squashed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
