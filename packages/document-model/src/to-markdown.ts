import { hasText } from "./has-text";
import type { Block, Cell, Link, ParsedDocument, Span } from "./parsed-document";
import { repeatedLines } from "./repeated-lines";
import { tableGrid } from "./table-grid";

/** The place of a block in the Markdown. A table over several pages has the place of its first block. */
export type MarkdownPlace = { block: string; span: Span; source: Span };

/** Returns the document as Markdown, with each running header and footer once. Text that would read as markup is escaped. */
export function toMarkdown(document: ParsedDocument): string {
  return markdownOf(document).markdown;
}

/**
 * Returns the Markdown, and the place of each block in it (`span`) and in the document's text (`source`). A match in one can so be shown in
 * the other. A cell that spans several places is repeated in each of them.
 */
export function markdownOf(document: ParsedDocument): {
  markdown: string;
  places: MarkdownPlace[];
} {
  const places: MarkdownPlace[] = [];
  const linksIn = linksByBlock(document);
  const repeated = repeatedLines(document);
  const tables = wholeTables(document.blocks);
  let markdown = "";
  let before: Block | undefined;
  for (const block of document.blocks) {
    if (!hasText(block) || repeated.has(block.id) || tables.isPart(block)) continue;
    const isTight = before?.kind === "list-item" && block.kind === "list-item";
    if (before) markdown += isTight ? "\n" : "\n\n";
    const start = markdown.length;
    markdown += block.cells
      ? tableOf(tables.cellsOf(block))
      : blockOf(block, linked(document.text, block.span, linksIn(block)));
    places.push({ block: block.id, span: [start, markdown.length], source: block.span });
    before = block;
  }
  return { markdown: markdown === "" ? "" : `${markdown}\n`, places };
}

/** Tables that go on over pages, each by its first part. */
function wholeTables(blocks: Block[]) {
  const firstOf = new Map<string, string>();
  const cells = new Map<string, Cell[]>();
  for (const { id, continues, cells: own = [] } of blocks) {
    const first = continues ? firstOf.get(continues) : undefined;
    firstOf.set(id, first ?? id);
    const whole = first ? cells.get(first) : undefined;
    if (whole) append(whole, own);
    else cells.set(id, [...own]);
  }
  return {
    isPart: ({ id, cells: own }: Block) => own !== undefined && firstOf.get(id) !== id,
    cellsOf: ({ id }: Block) => cells.get(id) ?? [],
  };
}

/** A header that is repeated on the next page is said once. */
function append(whole: Cell[], next: Cell[]) {
  const offset = whole.reduce((last, { row }) => Math.max(last, row), -1) + 1;
  const repeated = new Set(next.filter(({ isHeader }) => isHeader).map(({ row }) => row));
  for (const cell of next)
    if (!repeated.has(cell.row)) whole.push({ ...cell, row: cell.row + offset });
}

function linksByBlock({ blocks, links }: ParsedDocument): (block: Block) => Link[] {
  const sorted = [...links].sort((a, b) => a.span[0] - b.span[0]);
  const byBlock = new Map<string, Link[]>();
  let next = 0;
  for (const { id, span } of blocks) {
    while ((sorted[next]?.span[0] ?? Infinity) < span[1]) {
      const link = sorted[next++];
      if (!link) continue;
      const own = byBlock.get(id);
      if (own) own.push(link);
      else byBlock.set(id, [link]);
    }
  }
  return ({ id }) => byBlock.get(id) ?? [];
}

const linkStart = "\ue000";
const linkMiddle = "\ue001";
const linkEnd = "\ue002";

/** The text with its links marked by private characters, which escaping leaves alone. */
function linked(text: string, [start, end]: Span, links: Link[]): string {
  let marked = "";
  let from = start;
  for (const link of links) {
    if (!("url" in link) || link.span[0] < from || link.span[1] > end) continue;
    marked += plain(text.slice(from, link.span[0]));
    const words = plain(text.slice(...link.span)).replaceAll("\n", " ");
    marked += `${linkStart}${words}${linkMiddle}${encodeURI(decoded(link.url.toWellFormed()))}${linkEnd}`;
    from = link.span[1];
  }
  return marked + plain(text.slice(from, end));
}

function plain(text: string): string {
  return text.replace(/[\ue000-\ue002]/g, " ");
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function blockOf(block: Block, text: string): string {
  switch (block.kind) {
    case "title":
      return `# ${inline(text)}`;
    case "heading":
      return `${"#".repeat(Math.min(6, Math.max(1, block.level ?? 2)))} ${inline(text)}`;
    case "list-item":
      return itemOf(text, block.level ?? 1);
    case "code":
    case "formula": {
      const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
      return `${fence}${block.kind === "formula" ? "math" : ""}\n${unlinked(text)}\n${fence}`;
    }
    case "comment":
      return quoted(text, 1);
    case "quotation":
      return quoted(text, block.level ?? 1);
    default:
      return text
        .split("\n")
        .map((line) => withLinks(escaped(line)))
        .join("  \n");
  }
}

function quoted(text: string, level: number): string {
  const mark = "> ".repeat(Math.min(9, Math.max(1, level)));
  return text
    .split("\n")
    .map((line) => mark + inline(line))
    .join("\n");
}

function itemOf(text: string, level: number): string {
  const indent = "  ".repeat(Math.min(12, level - 1));
  const [, number, rest] = /^(\d{1,9}[.)])\s+([\s\S]*)$/.exec(text) ?? [];
  if (number && rest !== undefined) return `${indent}${number} ${inline(rest)}`;
  return `${indent}- ${inline(text.replace(/^([•●▪■◦○‣⁃·*–-])\s+/, ""))}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

function inline(text: string): string {
  return withLinks(escaped(text.replace(/\s+/g, " ")));
}

function escaped(text: string): string {
  return text
    .replace(/([\\`*_[\]<>|])/g, "\\$1")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[+-](?=\s)|(?:=+|-+)(?=\s*$)|~{3})/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s)/, "$1\\$2");
}

const marked = new RegExp(
  `${linkStart}([^${linkMiddle}]*)${linkMiddle}([^${linkEnd}]*)${linkEnd}`,
  "g",
);

function withLinks(text: string): string {
  return text.replace(marked, (_, words: string, url: string) => {
    const target = url.replace(/\\(.)/g, "$1").replace(/[()\s]/g, encodeURIComponent);
    return `[${words}](${target.replaceAll("(", "%28").replaceAll(")", "%29")})`;
  });
}

function unlinked(text: string): string {
  return text.replace(marked, "$1");
}

function tableOf(cells: Cell[]): string {
  const [head = [], ...body] = tableGrid(cells).map((row) =>
    row.map((cell) => (cell ? inline(plain(cell.text)) : "")),
  );
  const rule = head.map(() => "---");
  return [head, rule, ...body].map((line) => `| ${line.join(" | ")} |`).join("\n");
}
