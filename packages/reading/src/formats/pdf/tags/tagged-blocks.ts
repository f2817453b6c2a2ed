import type { MarkedPart } from "../../../analysis/layout/marked-part";
import type { TagChild, TagElement } from "./structure-tree";

/**
 * A paragraph, heading, item or picture of the tree with its marked contents, in the order of the tree. `isApart` marks notes, which the tree has
 * where they are referred to, not where they are printed. `table` counts the tables of the page from 0.
 */
export type TaggedBlock = {
  part: MarkedPart;
  contents: number[];
  alternative: string;
  isApart: boolean;
  table?: number;
};

export type TaggedPage = {
  blocks: TaggedBlock[];
  tables: TagElement[];
  /** Texts that stand in place of the letters of some contents. */
  actualTexts: { contents: number[]; text: string }[];
  /** The number of the block that each marked content belongs to. */
  blockOf: Map<number, number>;
};

const inline = new Set(
  "Span Link Reference Annot Em Strong Sub Quote Code Lbl Ruby RB RT RP Warichu WT WP BibEntry Formula Form math".split(
    " ",
  ),
);

/** Returns the blocks of a page from the elements of its tree. */
export function taggedPage(elements: TagElement[]): TaggedPage {
  const page: TaggedPage = { blocks: [], tables: [], actualTexts: [], blockOf: new Map() };
  const walk = createWalk(page);
  for (const element of elements) walk(element);
  for (const [index, { contents }] of page.blocks.entries())
    for (const content of contents) page.blockOf.set(content, index);
  return page;
}

/** Which paragraphs below an element are one block with it. */
type Joined = "none" | "first" | "all";

function createWalk(page: TaggedPage) {
  let table: number | undefined;

  function begin(part: MarkedPart, { isApart = false, alternative = "" } = {}): TaggedBlock {
    const block: TaggedBlock = { part, contents: [], alternative, isApart };
    if (table !== undefined) block.table = table;
    page.blocks.push(block);
    return block;
  }

  /** Adds the children to the block until one is a block of its own; what follows it is another block. */
  function fill({ children }: TagElement, first: TaggedBlock | null, joined: Joined = "none") {
    let block = first;
    let left = joined;
    for (const child of children) {
      if (typeof child === "number") {
        block ??= begin({ isLoose: true });
        block.contents.push(child);
        continue;
      }
      const isJoined = left !== "none" && child.type === "P";
      if (isInline(child) || (isJoined && block)) {
        block ??= begin({ isLoose: true });
        note(child);
        fill(child, block);
        if (isJoined && left === "first") left = "none";
      } else if (child.type === "LBody" || (block && left !== "none" && isGroup(child))) {
        note(child);
        fill(child, block, left);
        block = null;
      } else {
        walk(child);
        if (!isNote(child)) block = null;
      }
    }
  }

  function note(element: TagElement) {
    if (element.actualText !== "")
      page.actualTexts.push({ contents: contentsOf(element), text: element.actualText });
  }

  function walk(element: TagElement) {
    const { type, alternative } = element;
    note(element);
    if (type === "Table") {
      const outer = table;
      table = page.tables.push(element) - 1;
      fill(element, null);
      table = outer;
    } else if (type === "LI") fill(element, begin({ kind: "list-item" }), "first");
    else if (isNote(element)) fill(element, begin({ kind: "footnote" }, { isApart: true }), "all");
    else if (type === "Figure") fill(element, begin({ isLoose: true }, { alternative }));
    else {
      const part = partOf(type);
      fill(element, part && begin(part), part?.kind ? "all" : "none");
    }
  }

  return walk;
}

function isGroup({ type }: TagElement): boolean {
  return type === "Part" || type === "Div" || type === "NonStruct";
}

function isNote({ type }: TagElement): boolean {
  return type === "Note" || type === "FENote";
}

/** Returns all marked contents below an element. */
export function contentsOf({ children }: TagElement): number[] {
  return children.flatMap((child) => (typeof child === "number" ? [child] : contentsOf(child)));
}

function isInline(element: TagElement): boolean {
  return inline.has(element.type) && !element.children.some(hasBlock);
}

function hasBlock(child: TagChild): boolean {
  if (typeof child === "number") return false;
  const isBlock = partOf(child.type) !== null || /^(L|Table|Figure)$/.test(child.type);
  return isBlock || child.children.some(hasBlock);
}

function partOf(type: string): MarkedPart | null {
  const [, level] = /^H([1-6])$/.exec(type) ?? [];
  if (level) return { kind: "heading", level: Number(level) };
  if (type === "Title") return { kind: "title" };
  if (type === "Caption") return { kind: "caption" };
  if (type === "TOCI") return { kind: "paragraph" };
  return type === "P" || type === "H" || type === "BlockQuote" ? {} : null;
}
