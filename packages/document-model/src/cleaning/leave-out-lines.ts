import type { ParsedDocument, Span } from "../parsed-document";
import { linesOf } from "./lines-of";
import { rewriteText } from "./rewrite-text";

/** Returns the document without the lines of these keys. Blocks of which nothing is left go with the empty line after them. Tables stay whole. */
export function leaveOutLines(model: ParsedDocument, keys: readonly string[]): ParsedDocument {
  const wanted = new Set(keys);
  const lines = linesOf(model).filter(({ key }) => wanted.has(key));
  return rewriteText(
    model,
    joined(lines.map(({ span }) => span)).map((span) => ({
      span: withBreak(model.text, span),
      text: "",
    })),
  );
}

/** Lines that follow each other are left out in one piece. */
function joined(spans: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  for (const span of spans) {
    const last = pieces.at(-1);
    if (last && span[0] - last[1] <= 2) last[1] = span[1];
    else pieces.push([...span]);
  }
  return pieces;
}

/** The break after a piece goes with it; at the end of the text, the break before it. */
function withBreak(text: string, [start, end]: Span): Span {
  const after = /^\n{1,2}/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const isOwnBlock = start === 0 || text.slice(start - 2, start) === "\n\n";
  if (end >= text.length)
    return [Math.max(0, start - (/\n{1,2}$/.exec(text.slice(0, start))?.[0].length ?? 0)), end];
  // The last line of a block that goes on before it leaves the break between the blocks.
  if (after === 2 && !isOwnBlock) return [start - 1, end];
  return [start, end + after];
}
