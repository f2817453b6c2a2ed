import type { Span } from "../../src/ai";

/** A question, a passage and where the passage answers it; without a span, it does not. `group` is what is held out together. */
export type ReaderRow = {
  set: string;
  group: string;
  title: string;
  passage: string;
  question: string;
  spans: Span[];
};

const LONGEST = 900;

/** Returns the sentences around a span, up to so many characters, and the span within them. */
export function around(
  text: string,
  [start, end]: Span,
  sentences: readonly Span[],
  longest = LONGEST,
): { passage: string; span: Span } | null {
  if (text.length <= longest) return { passage: text, span: [start, end] };
  let first = sentences.findIndex(([, past]) => past > start);
  let last = sentences.findLastIndex(([from]) => from < end);
  if (first < 0 || last < first) return null;
  const size = () => (sentences[last]?.[1] ?? 0) - (sentences[first]?.[0] ?? 0);
  if (size() > longest) return null;
  for (let turn = 0; turn < 40; turn++) {
    const before = [first, last] as const;
    if (turn % 2 === 0 && first > 0) first--;
    else if (turn % 2 === 1 && last < sentences.length - 1) last++;
    if (size() > longest) {
      [first, last] = before;
      if (turn % 2 === 1) break;
    }
  }
  const from = sentences[first]?.[0] ?? 0;
  return {
    passage: text.slice(from, sentences[last]?.[1]),
    span: [start - from, end - from],
  };
}
