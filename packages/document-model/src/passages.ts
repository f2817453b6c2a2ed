import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { countTokens } from "./count-tokens";
import { hasText } from "./has-text";
import { createHeadings } from "./headings";
import type { Block, ParsedDocument, Span } from "./parsed-document";
import { isRunning, repeatedLines } from "./repeated-lines";
import { sentencesOfBlock } from "./sentences";

/**
 * A part of a document for search. `text` is the document's text at `span`. `id` depends only on the text and on how often the same text came
 * before. `headingPath` holds the headings at the beginning of the passage. `columns` is the header of the table whose rows the passage
 * begins with, if the passage does not contain it. `section` is the number of its section.
 */
export type Passage = {
  id: string;
  number: number;
  text: string;
  span: Span;
  page: number;
  headingPath: string[];
  columns?: string[];
  section: number;
  tokens: number;
};

/** Whole passages in a row, as context for each of them. `text` leaves out running headers and footers that repeat. */
export type Section = {
  id: string;
  number: number;
  text: string;
  span: Span;
  page: number;
  headingPath: string[];
  passages: number[];
  tokens: number;
};

export type Cut = { sections: Section[]; passages: Passage[] };

const passage = { least: 64, target: 200, most: 256 };
const section = { least: 512, most: 1_024 };

/** Just the passages of `cutDocument`. */
export function passagesOf(document: ParsedDocument): Passage[] {
  return cutDocument(document).passages;
}

/**
 * Cuts a document twice. Passages of usually 64 to 256 tokens (see `countTokens`) are small enough to be found. Sections of usually 512 to
 * 1,024 tokens are whole passages in a row, large enough to be understood. Short pages make shorter ones; none is longer. A sentence or table
 * row is cut only if it alone has more than 256 tokens. A heading begins a new passage if the one before is long enough. Each running
 * header and footer is in one passage; those that repeat it are left out. The same document always has the same cut.
 */
export function cutDocument(document: ParsedDocument): Cut {
  const open = openPassages(document);
  const times = new Map<string, number>();
  const sections: Section[] = [];
  const passages: Passage[] = [];
  for (const [number, { tokens, startsSection, ...each }] of open.entries()) {
    const text = document.text.slice(...each.span);
    const id = idOf(text, times);
    const current = sections.at(-1);
    const isFull =
      !current ||
      current.tokens + tokens > section.most ||
      (startsSection && current.tokens >= section.least);
    if (isFull) {
      const { span, page, headingPath } = each;
      sections.push({
        id: `s${id}`,
        number: sections.length,
        text,
        span: [...span],
        page,
        headingPath,
        passages: [number],
        tokens,
      });
    } else {
      current.text += `\n\n${text}`;
      current.span[1] = each.span[1];
      current.passages.push(number);
      current.tokens += tokens;
    }
    passages.push({ id: `p${id}`, number, text, ...each, section: sections.length - 1, tokens });
  }
  return { sections, passages };
}

function idOf(text: string, times: Map<string, number>): string {
  const turn = (times.get(text) ?? 0) + 1;
  times.set(text, turn);
  return bytesToHex(sha256(utf8ToBytes(`${turn} ${text}`))).slice(0, 16);
}

type Open = Pick<Passage, "span" | "page" | "headingPath" | "columns" | "tokens"> & {
  startsSection: boolean;
};

function openPassages(document: ParsedDocument): Open[] {
  const done: Open[] = [];
  const headings = createHeadings(document.text);
  const blocks = document.blocks.filter(hasText);
  const columnsOf = columnsByBlock(blocks);
  const repeated = repeatedLines(document);
  let open: Open | null = null;
  let isOnlyRunning = false;

  function close() {
    const last = done.at(-1);
    if (open && last && canJoin(last, open, document.text)) {
      last.span[1] = open.span[1];
      last.tokens += open.tokens;
    } else if (open) done.push(open);
    open = null;
  }

  for (const [index, block] of blocks.entries()) {
    if (repeated.has(block.id)) {
      close();
      continue;
    }
    const isHeading = headings.isOne(block);
    let isMidSentence = isSentenceBroken(document.text, blocks[index - 1], block);
    const goesOn = open?.page === block.page || isMidSentence;
    if (open && (!goesOn || (isHeading && open.tokens >= passage.least))) close();
    const wasClosed = open === null;
    // The section of a heading begins with the header above it.
    if (open && isHeading && isOnlyRunning) open.startsSection = true;
    for (const { span, tokens } of unitsOf(document.text, block)) {
      const room =
        isMidSentence || (open?.tokens ?? 0) < passage.least ? passage.most : passage.target;
      if (open && open.tokens + tokens > room) close();
      isMidSentence = false;
      if (open) {
        open.span[1] = span[1];
        open.tokens += tokens;
      } else {
        const columns = columnsOf(block, span);
        open = {
          span: [...span],
          page: block.page,
          headingPath: headings.path(),
          tokens,
          startsSection: isHeading,
          ...(columns && { columns }),
        };
      }
    }
    isOnlyRunning = isRunning(block) && (isOnlyRunning || wasClosed);
    headings.enter(block);
  }
  close();
  return done;
}

/** A short rest at the end of a page or section joins the passage before it, if there is room. */
function canJoin(last: Open, { span, page, tokens, startsSection }: Open, text: string): boolean {
  return (
    tokens < passage.least &&
    !startsSection &&
    last.page === page &&
    last.tokens + tokens <= passage.most &&
    text.slice(last.span[1], span[0]).trim() === ""
  );
}

/** A paragraph whose last sentence continues at the very top of the next page. */
function isSentenceBroken(text: string, before: Block | undefined, after: Block): boolean {
  if (before?.kind !== "paragraph" || after.kind !== "paragraph") return false;
  return (
    !/[.!?:;。！？]["”’)\]]*$/.test(text.slice(before.span[0], before.span[1])) &&
    /^\p{Ll}/u.test(text.slice(after.span[0], after.span[0] + 2))
  );
}

type Unit = { span: Span; tokens: number };

function unitsOf(text: string, block: Block): Unit[] {
  const spans = block.cells ? rowsOf(block) : sentencesOfBlock(text, block);
  return spans.flatMap((span) => {
    const tokens = countTokens(text.slice(...span));
    return tokens <= passage.most ? [{ span, tokens }] : piecesOf(text, span);
  });
}

function rowsOf({ cells = [] }: Block): Span[] {
  const rows = new Map<number, Span>();
  for (const { row, span } of cells) {
    const whole = rows.get(row);
    if (whole) whole[1] = span[1];
    else rows.set(row, [...span]);
  }
  return [...rows.values()].filter((span) => span[1] > span[0]);
}

/** Cuts an overlong sentence or row between words, and an overlong word between its characters. */
function piecesOf(text: string, [start, end]: Span): Unit[] {
  const pieces: Unit[] = [];
  for (const { 0: word, index } of text
    .slice(start, end)
    .matchAll(/\S{1,200}(?<![\ud800-\udbff])/g)) {
    const span: Span = [start + index, start + index + word.length];
    const tokens = countTokens(word);
    const last = pieces.at(-1);
    if (last && last.tokens + tokens <= passage.target) {
      last.span[1] = span[1];
      last.tokens += tokens;
    } else pieces.push({ span, tokens });
  }
  return pieces;
}

/** The header of the block's table, or of the one that it continues; none for rows that belong to the header. */
function columnsByBlock(blocks: Block[]): (block: Block, span: Span) => string[] | undefined {
  const headers = new Map<string, { names: string[]; end: number }>();
  for (const { id, cells, continues } of blocks) {
    if (!cells) continue;
    const own = cells.filter(({ isHeader, row }) => isHeader && row === 0);
    const names = own.map(({ text }) => text.trim().slice(0, 60)).filter((name) => name !== "");
    const inherited = continues ? headers.get(continues) : undefined;
    const end = own.reduce((last, { span }) => Math.max(last, span[1]), -1);
    if (names.length > 1) headers.set(id, { names, end });
    else if (inherited) headers.set(id, { ...inherited, end: -1 });
  }
  return ({ id }, [start]) => {
    const header = headers.get(id);
    return header && start >= header.end ? header.names : undefined;
  };
}
