import { cleanText } from "./clean-text";
import { garbledShare } from "./cleaning/garbled-share";
import { type HiddenWords, tellHiddenWords } from "./hidden-words";
import { languageOf, mainLanguageOf } from "./language";
import type {
  Attachment,
  Block,
  BlockKind,
  Box,
  Cell,
  Format,
  Link,
  Metadata,
  OutlineEntry,
  Page,
  ParsedDocument,
  Picture,
  ShownPicture,
  Span,
  StatedFact,
  Word,
} from "./parsed-document";
import { checkTable } from "./tables/check-table";
import type { DecimalSign } from "./tables/parse-number";

/** A block before it has a place in the text; the offsets of `words` count from the start of `text`. */
export type BlockInput = {
  kind: Exclude<BlockKind, "table">;
  text: string;
  level?: number | undefined;
  words?: Word[] | undefined;
  boxes?: Box[] | undefined;
  links?: LinkInput[] | undefined;
  facts?: FactInput[] | undefined;
  time?: [startMs: number, endMs: number] | undefined;
  /** The offsets count from the start of `text`. */
  marks?: [offset: number, startMs: number][] | undefined;
  isTimeGuessed?: boolean | undefined;
  speaker?: string | undefined;
  picture?: ShownPicture | undefined;
};

/** `start` and `end` are offsets in the `text` of the block or cell. */
export type LinkInput = { start: number; end: number } & ({ url: string } | { page: number });

/** `start` and `end` are the offsets of the value in the `text` of the block. */
export type FactInput = Omit<StatedFact, "span"> & { start: number; end: number };

export type CellInput = Omit<Cell, "span"> & {
  words?: Word[] | undefined;
  links?: LinkInput[] | undefined;
};

export type TableInput = {
  cells: CellInput[];
  range?: string | undefined;
  boxes?: Box[] | undefined;
  /** The id that an earlier `addTable` gave back. */
  continues?: string | undefined;
  /** The decimal sign of the file, for numbers that do not prove theirs. */
  decimalSign?: DecimalSign | undefined;
};

export type PageInput = Pick<Page, "kind"> & Partial<Omit<Page, "kind" | "number" | "span">>;

export type DocumentBuilder = ReturnType<typeof createDocumentBuilder>;

/**
 * Lays blocks end to end into one text and keeps every span true. Blocks without text leave no trace, except figures that show a picture:
 * these have an empty span.
 */
export function createDocumentBuilder({
  format,
  mediaType,
}: {
  format: Format;
  mediaType: string;
}) {
  const parts: string[] = [];
  const pages: Page[] = [];
  const blocks: Block[] = [];
  const warnings: string[] = [];
  const attachments: Attachment[] = [];
  const pictures: Picture[] = [];
  const links: Link[] = [];
  const outline: OutlineEntry[] = [];
  const facts: StatedFact[] = [];
  const metadata: Metadata = {};
  const hidden = new Map<Page, HiddenWords[]>();
  const decimalSigns = new Map<Block, DecimalSign>();
  let length = 0;

  function place(text: string): number {
    if (text === "") return length;
    const separator = length > 0 ? "\n\n" : "";
    const start = length + separator.length;
    parts.push(separator, text);
    length = start + text.length;
    return start;
  }

  function currentPage(): Page {
    return pages.at(-1) ?? startPage({ kind: "flow" });
  }

  function startPage(input: PageInput): Page {
    const page: Page = {
      width: 0,
      height: 0,
      rotation: 0,
      words: [],
      recognised: false,
      quality: { score: 1, reasons: [] },
      ...input,
      number: pages.length + 1,
      span: [length, length],
    };
    pages.push(page);
    return page;
  }

  function addLinks(inputs: LinkInput[] | undefined, offset: number, end: number) {
    for (const { start: from, end: to, ...target } of inputs ?? []) {
      const span: Span = [Math.max(offset, offset + from), Math.min(end, offset + to)];
      if (span[1] > span[0] && (!("url" in target) || isSafe(target.url)))
        links.push({ span, ...target });
    }
  }

  function addBlock(block: Omit<Block, "id" | "page" | "span">, text: string, words: Word[]) {
    const page = currentPage();
    const start = place(text);
    if (text !== "" && page.span[0] === page.span[1]) page.span[0] = start;
    page.span[1] = length;
    for (const word of words)
      page.words.push([start + word[0], start + word[1], word[2], word[3], word[4], word[5]]);
    blocks.push({
      id: `b${blocks.length + 1}`,
      ...block,
      page: page.number,
      span: [start, length],
    });
    return start;
  }

  return {
    warnings,
    attachments,
    pictures,
    outline,
    metadata,
    startPage,
    get length() {
      return length;
    },

    /** Notes words of the current page that nobody can see. `build` warns of them and lowers the quality of the page. */
    hide(words: HiddenWords) {
      if (!/[\p{L}\p{N}]/u.test(words.text)) return;
      const page = currentPage();
      const known = hidden.get(page);
      if (known) known.push(words);
      else hidden.set(page, [words]);
    },

    /** Returns the block's id; null if it has no text and shows no picture. */
    add(block: BlockInput): string | null {
      const { kind, text, level, words, boxes, links: own, time, speaker, picture } = block;
      const { text: whole, moved } = cleanText(text);
      const { trimmed, offset } = trim(whole);
      if (trimmed === "" && !picture) return null;
      const kept: Word[] = [];
      for (const [from, to, x, y, width, height] of words ?? []) {
        const [start, end] = [moved(from) - offset, moved(to) - offset];
        if (end > start) kept.push([start, end, x, y, width, height]);
      }
      const start = addBlock(
        {
          kind,
          ...(level !== undefined && { level }),
          ...(boxes && { boxes }),
          ...(time && { time }),
          ...(block.marks && {
            marks: block.marks.map(([at, ms]): [number, number] => [
              Math.max(0, moved(at) - offset),
              ms,
            ]),
          }),
          ...(block.isTimeGuessed && { isTimeGuessed: true }),
          ...(speaker && { speaker }),
          ...(picture && { picture }),
        },
        trimmed,
        kept,
      );
      const placed = own?.map((link) => ({
        ...link,
        start: moved(link.start) - offset,
        end: moved(link.end) - offset,
      }));
      addLinks(placed, start, start + trimmed.length);
      for (const { start: from, end: to, ...fact } of block.facts ?? []) {
        const span: Span = [start + moved(from) - offset, start + moved(to) - offset];
        facts.push({ ...fact, span });
      }
      return `b${blocks.length}`;
    },

    /**
     * Joins the cells of a row by a tab, and rows by a line end. White space inside a cell becomes spaces. Returns the block's id; null if
     * all cells are empty.
     */
    addTable({ cells, range, boxes, continues, decimalSign }: TableInput): string | null {
      const { text, laid, words, cellLinks } = layCells(cells);
      if (text.trim() === "") return null;
      const start = addBlock(
        {
          kind: "table",
          ...(range && { range }),
          ...(boxes && { boxes }),
          ...(continues && { continues }),
        },
        text,
        words,
      );
      const block = blocks.at(-1);
      if (block && decimalSign) decimalSigns.set(block, decimalSign);
      if (block)
        block.cells = laid.map((cell) => ({
          ...cell,
          span: [cell.span[0] + start, cell.span[1] + start],
        }));
      addLinks(cellLinks, start, start + text.length);
      return `b${blocks.length}`;
    },

    build(): ParsedDocument {
      if (pages.length === 0) startPage({ kind: "flow" });
      const text = parts.join("");
      for (const page of pages) {
        if (page.span[0] === page.span[1] && page.quality.reasons.length === 0)
          page.quality = { score: 0, reasons: ["The page has no text."] };
        judge(page, text.slice(...page.span));
        const language = page.language ?? languageOf(text.slice(...page.span));
        if (language) page.language = language;
      }
      for (const [page, words] of hidden)
        warnings.push(...tellHiddenWords(page, words, pages.length));
      const language = metadata.language ?? mainLanguageOf(pages);
      if (language) metadata.language = language;
      for (const block of blocks) {
        const page = pages[block.page - 1];
        if (block.cells)
          block.cells = checkTable(block.cells, {
            isRecognised: page?.recognised ?? false,
            language: page?.language ?? language,
            usual: decimalSigns.get(block),
          });
      }
      return {
        format,
        mediaType,
        text,
        pages,
        blocks,
        links,
        outline,
        metadata,
        attachments,
        warnings,
        ...(facts.length > 0 && { facts }),
        ...(pictures.length > 0 && { pictures }),
      };
    },
  };
}

const garbledFrom = 0.3;

/** A text layer may hold places of a font instead of letters. */
function judge(page: Page, text: string) {
  if (page.kind !== "page") return;
  const share = garbledShare(text);
  if (share < garbledFrom) return;
  page.quality = {
    score: Math.min(page.quality.score, 1 - share),
    reasons: [...page.quality.reasons, "Much of the text is garbled."],
  };
}

/** Nothing that a browser would run or a file that it would open. */
function isSafe(url: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)\S+$/i.test(url);
}

function layCells(cells: CellInput[]) {
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const laid: Cell[] = [];
  const words: Word[] = [];
  const cellLinks: LinkInput[] = [];
  let text = "";
  let row = ordered[0]?.row;
  for (const { words: cellWords = [], links = [], ...cell } of ordered) {
    if (laid.length > 0) text += cell.row === row ? "\t" : "\n";
    row = cell.row;
    const { text: clean, moved } = cleanText(cell.text);
    const own = clean.replace(/\s/g, " ");
    const start = text.length;
    text += own;
    laid.push({ ...cell, text: own, span: [start, text.length] });
    for (const [from, to, ...box] of cellWords)
      if (moved(to) > moved(from)) words.push([start + moved(from), start + moved(to), ...box]);
    for (const link of links)
      cellLinks.push({
        ...link,
        start: start + moved(link.start),
        end: start + moved(link.end),
      });
  }
  return { text, laid, words, cellLinks };
}

function trim(text: string): { trimmed: string; offset: number } {
  return { trimmed: text.trim(), offset: text.length - text.trimStart().length };
}
