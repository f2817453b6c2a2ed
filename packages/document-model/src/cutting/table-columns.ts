import type { Block, Span } from "../parsed-document";

/** The header of the block's table, or of the one that it continues; none for rows that belong to the header. */
export function columnsByBlock(
  blocks: readonly Block[],
): (block: Block, span: Span) => string[] | undefined {
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
