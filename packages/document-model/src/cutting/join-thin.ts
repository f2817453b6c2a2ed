import { countTokens } from "./count-tokens";
import { extend, type Open } from "./open-passages";
import { sizes } from "./sizes";

const LONGEST_BETWEEN = 200;

/**
 * Returns the passages without those that hold no text of their own, where they have neighbours. Headings whose text is apart from them, such
 * as on the next page, are left out if that text has them in its path. Others join the passage after or before them.
 */
export function joinThin(passages: readonly Open[], text: string): Open[] {
  const kept: Open[] = []; // the last first
  for (const [index, open] of passages.toReversed().entries()) {
    const next = kept.at(-1);
    const before = passages[passages.length - index - 2];
    if (open.kind === "text") kept.push(open);
    else if (open.kind === "headings" && next && isLent(open, next, text))
      next.startsSection = true;
    else if (open.kind === "scraps" && before && canJoin(before, open, text)) extend(before, open);
    else if (next && canJoin(open, next, text)) kept[kept.length - 1] = joined(open, next);
    else if (before && canJoin(before, open, text)) extend(before, open);
    else kept.push(open);
  }
  return kept.reverse();
}

/** The path of the text below holds every word of the headings, and they have no other text. */
function isLent({ span, headingPath }: Open, next: Open, text: string): boolean {
  const own = next.headingPath.slice(headingPath.length);
  return own.length > 0 && wordsOf(own.join(" ")) === wordsOf(text.slice(...span));
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The text left out between them is short, as a running line is, and all have room in one passage. */
function canJoin(first: Open, second: Open, text: string): boolean {
  const between = text.slice(first.span[1], second.span[0]);
  return (
    between.length <= LONGEST_BETWEEN &&
    first.tokens + countTokens(between) + second.tokens <= sizes.passage.most
  );
}

/** The first lends its place; the columns are those of the rows. */
function joined(first: Open, { columns, ...second }: Open): Open {
  const whole: Open = { ...first, span: [...first.span], ...(columns && { columns }) };
  extend(whole, second);
  return whole;
}
