import type { DocumentInput } from "../../src/ai";

const paged = new Set(["docx", "odt", "pptx", "odp", "html", "markdown"]);
/** The part of a long document that a crop keeps, from its beginning. */
const FIRST_PAGES = 4_000;
const LEAST = 80;

/** Returns the document itself; as PDF, where headings look like text; without its first line; and, if it is long, its first pages. */
export function variants(document: DocumentInput): DocumentInput[] {
  return [document, printed(document), withoutFirstLine(document), firstPages(document)].filter(
    (variant) => variant !== null,
  );
}

function printed(document: DocumentInput): DocumentInput {
  const isPaged = paged.has(document.format);
  const isSlides = document.format === "pptx" || document.format === "odp";
  return {
    ...document,
    ...(isPaged && {
      format: "pdf",
      pages: [isSlides ? { width: 16, height: 9 } : { width: 210, height: 297 }],
    }),
    blocks: document.blocks.map((block) =>
      block.kind === "heading" || block.kind === "title" ? { ...block, kind: "paragraph" } : block,
    ),
  };
}

function withoutFirstLine(document: DocumentInput): DocumentInput | null {
  const first = document.text.indexOf("\n") + 1;
  return first === 0 || document.text.length - first < LEAST
    ? null
    : cut(document, first, document.text.length);
}

function firstPages(document: DocumentInput): DocumentInput | null {
  if (document.text.length < 2 * FIRST_PAGES) return null;
  const end = document.text.indexOf("\n", FIRST_PAGES);
  return end < 0 ? null : { ...cut(document, 0, end), pageCount: Math.min(2, document.pageCount) };
}

function cut(document: DocumentInput, from: number, to: number): DocumentInput {
  return {
    ...document,
    text: document.text.slice(from, to),
    blocks: document.blocks
      .filter(({ span }) => span[0] >= from && span[1] <= to)
      .map((block) => ({ ...block, span: [block.span[0] - from, block.span[1] - from] })),
  };
}
