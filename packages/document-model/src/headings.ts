import type { Block } from "./parsed-document";

/** Follows the headings of a document from block to block. */
export function createHeadings(text: string) {
  const open: { level: number; text: string }[] = [];

  function isOne({ kind }: Block): boolean {
    return kind === "heading" || kind === "title";
  }

  return {
    isOne,

    /** The headings in force, the widest first. */
    path: (): string[] => open.map((heading) => heading.text),

    /** A heading ends those of its own level and below; other blocks change nothing. */
    enter(block: Block) {
      if (!isOne(block)) return;
      const level = block.kind === "title" ? 0 : (block.level ?? 1);
      while ((open.at(-1)?.level ?? -1) >= level) open.pop();
      const name = text.slice(...block.span).replace(/\s+/g, " ");
      open.push({ level, text: name.slice(0, 200).toWellFormed() });
    },
  };
}
