import type { Block, ParsedDocument, Span } from "../parsed-document";

/** A line of a block that is no table, and its form with which it is compared: figures are alike, white space is one space. */
export type Line = { block: Block; span: Span; key: string };

/** Shorter lines are not boilerplate: they are greetings, headings and words that many documents share. */
const LEAST_CHARACTERS = 40;

/** Returns the form by which lines of documents are compared; null for a line that is too short. */
export function lineKeyOf(line: string): string | null {
  const key = line
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{N}+/gu, "0")
    .replace(/\s+/g, " ")
    .trim();
  return key.length >= LEAST_CHARACTERS ? key : null;
}

/** Returns the lines of a document that can be compared with those of others. */
export function linesOf({ text, blocks }: Pick<ParsedDocument, "text" | "blocks">): Line[] {
  return blocks.flatMap((block) => {
    if (block.cells) return [];
    let at = block.span[0];
    return text
      .slice(...block.span)
      .split("\n")
      .flatMap((line): Line[] => {
        const span: Span = [at, at + line.length];
        at = span[1] + 1;
        const key = lineKeyOf(line);
        return key === null ? [] : [{ block, span, key }];
      });
  });
}
