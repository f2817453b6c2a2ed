import { hasText } from "../has-text";
import { createHeadings } from "../headings";
import type { Block, ParsedDocument, Span } from "../parsed-document";
import { isRunning, repeatedLines } from "../repeated-lines";
import { contentsLines } from "./contents-lines";
import { sizes } from "./sizes";
import { columnsByBlock } from "./table-columns";
import { hasWord, unitsOf } from "./units";

const { least, target, most } = sizes.passage;

/** A passage holds text; or headings alone, which are lent to what follows; or page numbers and running lines alone. */
type Kind = "text" | "headings" | "scraps";

/** A passage that is not numbered yet. `headings` are those that it holds. */
export type Open = {
  span: Span;
  page: number;
  headingPath: string[];
  columns?: string[];
  tokens: number;
  startsSection: boolean;
  kind: Kind;
};

/** Returns the passages of a document, scraps among them. */
export function openPassages(document: ParsedDocument): Open[] {
  const done: Open[] = [];
  const headings = createHeadings(document.text);
  const whole = document.blocks.filter(hasText);
  const contents = contentsLines(document.text, whole);
  const blocks = whole.filter(({ id }) => !contents.has(id));
  const columnsOf = columnsByBlock(whole);
  const repeated = repeatedLines(document);
  let open: Open | null = null;
  let isOnlyRunning = false;

  function close() {
    const last = done.at(-1);
    if (open && last && canJoin(last, open, document.text)) extend(last, open);
    else if (open) done.push(open);
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
    if (open && (!goesOn || (isHeading && open.tokens >= least))) close();
    const wasClosed = open === null;
    // The section of a heading begins with the header above it.
    if (open && isHeading && isOnlyRunning) open.startsSection = true;
    for (const { span, tokens } of unitsOf(document.text, block)) {
      const room = isMidSentence || (open?.tokens ?? 0) < least ? most : target;
      if (open && open.tokens + tokens > room) close();
      isMidSentence = false;
      const columns = columnsOf(block, span);
      const next: Open = {
        span: [...span],
        page: block.page,
        headingPath: headings.path(),
        tokens,
        startsSection: isHeading,
        kind: kindOf(document.text, block, isHeading),
        ...(columns && { columns }),
      };
      if (open) extend(open, next);
      else open = next;
    }
    isOnlyRunning = isRunning(block) && (isOnlyRunning || wasClosed);
    headings.enter(block);
  }
  close();
  return done;
}

function kindOf(text: string, block: Block, isHeading: boolean): Kind {
  if (isHeading) return "headings";
  return isRunning(block) || (!block.cells && !hasWord(text.slice(...block.span)))
    ? "scraps"
    : "text";
}

/** Adds what follows a passage to it. */
export function extend(open: Open, next: Open): void {
  open.span[1] = next.span[1];
  open.tokens += next.tokens;
  if (open.kind === "scraps" || next.kind === "text") open.kind = next.kind;
}

/** A short rest at the end of a page or section joins the passage before it, if there is room. */
function canJoin(last: Open, { span, page, tokens, startsSection }: Open, text: string): boolean {
  return (
    tokens < least &&
    !startsSection &&
    last.page === page &&
    last.tokens + tokens <= most &&
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
