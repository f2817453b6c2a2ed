import type { MeetingAction, MeetingStatement } from "./meeting";
import { contentWords } from "./spoken";

/** Two statements are one if they share so much of their words, and no owner or day parts them. */
const ALIKE = 0.6;

/** Keeps of statements that say the same the surest one, in the order of the transcript. */
export function withoutDoubles<
  Statement extends MeetingStatement & Partial<Pick<MeetingAction, "owner" | "due">>,
>(all: readonly Statement[]): Statement[] {
  const kept: { each: Statement; words: ReadonlySet<string> }[] = [];
  for (const each of all.toSorted((a, b) => b.confidence - a.confidence)) {
    const words = new Set(contentWords(each.text));
    const isSame = kept.some(
      (other) =>
        sharesPlace(other.each, each) ||
        (sameOwner(other.each, each) && likeness(other.words, words) >= ALIKE),
    );
    if (!isSame) kept.push({ each, words });
  }
  return kept.map(({ each }) => each).sort((a, b) => startOf(a) - startOf(b));
}

/** True if two statements say the same: their quotes overlap, or they share most of their words and nothing parts them. */
export function isSame(
  one: MeetingStatement & Partial<Pick<MeetingAction, "owner" | "due">>,
  other: MeetingStatement & Partial<Pick<MeetingAction, "owner" | "due">>,
): boolean {
  const words = (each: MeetingStatement) => new Set(contentWords(each.text));
  return (
    sharesPlace(one, other) ||
    (sameOwner(one, other) && likeness(words(one), words(other)) >= ALIKE)
  );
}

function sharesPlace(one: MeetingStatement, other: MeetingStatement): boolean {
  return one.evidence.some(({ span: a }) =>
    other.evidence.some(({ span: b }) => a[0] < b[1] && b[0] < a[1]),
  );
}

function sameOwner(
  one: Partial<Pick<MeetingAction, "owner" | "due">>,
  other: Partial<Pick<MeetingAction, "owner" | "due">>,
): boolean {
  const isOne = (a: string | undefined, b: string | undefined) =>
    a === undefined || b === undefined || a === b;
  return isOne(one.owner?.name, other.owner?.name) && isOne(one.due?.on, other.due?.on);
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}

function startOf({ evidence }: MeetingStatement): number {
  return evidence[0]?.span[0] ?? 0;
}
