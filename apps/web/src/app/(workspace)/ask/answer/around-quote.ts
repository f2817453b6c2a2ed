/** Characters on each side of a quote. */
const AROUND = 120;

type Page = { text: string; span: readonly [number, number] };

/** Returns the words of a page before and after a span, which is offsets in the document's whole text. */
export function aroundQuote(
  { text, span: [start] }: Page,
  [from, to]: readonly [number, number],
): { before: string; after: string } {
  const [begin, end] = [Math.max(0, from - start), Math.max(0, to - start)];
  const before = text.slice(Math.max(0, begin - AROUND), begin).toWellFormed();
  const after = text.slice(end, end + AROUND).toWellFormed();
  return {
    before: begin > AROUND ? `…${before.replace(/^\S*\s/, "")}` : before,
    after: end + AROUND < text.length ? `${after.replace(/\s\S*$/, "")}…` : after,
  };
}
