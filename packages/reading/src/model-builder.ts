import type {
  Attachment,
  Block,
  BlockKind,
  Box,
  Cell,
  DocumentModel,
  Format,
  Page,
  Word,
} from "./document-model";

/** A block before it has a place in the text; the offsets of `words` count from the start of `text`. */
export type BlockInput = {
  kind: Exclude<BlockKind, "table">;
  text: string;
  level?: number | undefined;
  words?: Word[] | undefined;
  boxes?: Box[] | undefined;
};

export type CellInput = Omit<Cell, "span"> & { words?: Word[] | undefined };

export type TableInput = {
  cells: CellInput[];
  range?: string | undefined;
  boxes?: Box[] | undefined;
};

export type PageInput = Pick<Page, "kind"> & Partial<Omit<Page, "kind" | "number" | "span">>;

export type ModelBuilder = ReturnType<typeof createModelBuilder>;

/** Lays blocks end to end into one text and keeps every span true; blocks without text leave no trace. */
export function createModelBuilder({ format, mediaType }: { format: Format; mediaType: string }) {
  const parts: string[] = [];
  const pages: Page[] = [];
  const blocks: Block[] = [];
  const warnings: string[] = [];
  const attachments: Attachment[] = [];
  const metadata: DocumentModel["metadata"] = {};
  let length = 0;

  function place(text: string): number {
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

  function addBlock(block: Omit<Block, "id" | "page" | "span">, text: string, words: Word[]) {
    const page = currentPage();
    const start = place(text);
    if (page.span[0] === page.span[1]) page.span[0] = start;
    page.span[1] = length;
    for (const [from, to, ...box] of words) page.words.push([start + from, start + to, ...box]);
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
    metadata,
    startPage,
    get length() {
      return length;
    },

    add({ kind, text, level, words, boxes }: BlockInput) {
      const { trimmed, offset } = trim(cleaned(text));
      if (trimmed === "") return;
      const moved = (words ?? []).map(
        ([from, to, ...box]): Word => [from - offset, to - offset, ...box],
      );
      addBlock(
        { kind, ...(level !== undefined && { level }), ...(boxes && { boxes }) },
        trimmed,
        moved,
      );
    },

    /** Cells of a row are joined by a tab, rows by a line end; white space inside a cell becomes spaces. */
    addTable({ cells, range, boxes }: TableInput) {
      const { text, laid, words } = layCells(cells);
      if (text.trim() === "") return;
      const start = addBlock(
        { kind: "table", ...(range && { range }), ...(boxes && { boxes }) },
        text,
        words,
      );
      const block = blocks.at(-1);
      if (block)
        block.cells = laid.map((cell) => ({
          ...cell,
          span: [cell.span[0] + start, cell.span[1] + start],
        }));
    },

    build(): DocumentModel {
      if (pages.length === 0) startPage({ kind: "flow" });
      for (const page of pages) {
        if (page.span[0] === page.span[1] && page.quality.reasons.length === 0)
          page.quality = { score: 0, reasons: ["The page has no text."] };
      }
      const text = parts.join("");
      return { format, mediaType, text, pages, blocks, metadata, attachments, warnings };
    },
  };
}

function layCells(cells: CellInput[]): { text: string; laid: Cell[]; words: Word[] } {
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const laid: Cell[] = [];
  const words: Word[] = [];
  let text = "";
  let row = ordered[0]?.row;
  for (const { words: cellWords = [], ...cell } of ordered) {
    if (laid.length > 0) text += cell.row === row ? "\t" : "\n";
    row = cell.row;
    const own = cleaned(cell.text).replace(/\s/g, " ");
    const start = text.length;
    text += own;
    laid.push({ ...cell, text: own, span: [start, text.length] });
    for (const [from, to, ...box] of cellWords) words.push([start + from, start + to, ...box]);
  }
  return { text, laid, words };
}

function trim(text: string): { trimmed: string; offset: number } {
  return { trimmed: text.trim(), offset: text.length - text.trimStart().length };
}

/** Same length as what came in, so that offsets stay true; databases refuse NUL and lone surrogates. */
function cleaned(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff\ufffe\uffff]/g, " ").toWellFormed();
}
