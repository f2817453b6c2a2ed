import type { Block } from "../parsed-document";

/** A run of earlier mail in the middle of a mail is folded if it is longer; at the end it always is. */
const longest = 600;

/** A mail with fewer words of its own only passes another on, which stays open. */
const ownLetters = 2;

/** Returns the blocks at which a folded part begins, with the blocks at which it ends: the runs of earlier mail of a page. */
export function foldedQuotations(
  text: string,
  blocks: readonly Block[],
  isHead: (block: Block) => boolean,
): Map<Block, Block> {
  const folds = new Map<Block, Block>();
  const own = blocks.filter((block) => block.kind !== "quotation" && !isHead(block));
  const letters = own.reduce((sum, { span }) => sum + lettersOf(text.slice(...span)), 0);
  if (letters < ownLetters) return folds;
  let first: Block | null = null;
  for (const [position, block] of blocks.entries()) {
    if (block.kind !== "quotation") continue;
    first ??= block;
    const next = blocks[position + 1];
    if (next?.kind === "quotation") continue;
    if (!next || block.span[1] - first.span[0] > longest) folds.set(first, block);
    first = null;
  }
  return folds;
}

/** Fewer blocks than these of a site's own parts stay open. */
const fewest = 3;

/** Returns the same for the parts of a web page that belong to its site: navigation, cookie notices, the foot. A page of nothing else stays open. */
export function foldedSiteParts(blocks: readonly Block[]): Map<Block, Block> {
  const folds = new Map<Block, Block>();
  const isSite = ({ kind }: Block) => kind === "header" || kind === "footer";
  if (blocks.every(isSite)) return folds;
  let run: Block[] = [];
  for (const [position, block] of blocks.entries()) {
    if (!isSite(block)) continue;
    run.push(block);
    const next = blocks[position + 1];
    if (next && isSite(next)) continue;
    const [first] = run;
    if (first && run.length >= fewest) folds.set(first, block);
    run = [];
  }
  return folds;
}

function lettersOf(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, "").length;
}
