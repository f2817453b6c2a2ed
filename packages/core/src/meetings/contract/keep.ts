import type { StoredEvidence } from "./evidence";

/** A statement that a person has changed, confirmed or removed, so that it stays when its meeting is understood again. */
export type Kept = { id: string; evidence: readonly StoredEvidence[] };

/** Returns the found statements that rest on other words than all of the kept ones. */
export function withoutKept<Found extends { evidence: readonly StoredEvidence[] }>(
  found: readonly Found[],
  kept: readonly Kept[],
): Found[] {
  const spans = kept.flatMap(({ evidence }) => evidence.map(({ span }) => span));
  return found.filter(({ evidence }) => {
    const span = evidence[0]?.span;
    return !span || !spans.some((other) => span[0] < other[1] && other[0] < span[1]);
  });
}

/**
 * Returns the proof of a kept statement in a text that was read again: its quotes at their places there. A quote that the text does not hold is
 * left out. `turns` says which turns a place is in.
 */
export function placedAgain(
  evidence: readonly StoredEvidence[],
  text: string,
  turnAt: (place: number) => { number: number; atMs: number | null } | null,
): StoredEvidence[] {
  return evidence.flatMap((each) => {
    const isThere = text.slice(...each.span) === each.quote;
    const start = isThere ? each.span[0] : text.indexOf(each.quote);
    const turn = start < 0 || each.quote === "" ? null : turnAt(start);
    if (!turn) return [];
    return [
      {
        quote: each.quote,
        span: [start, start + each.quote.length] as [number, number],
        turns: isThere ? each.turns : [turn.number],
        atMs: turn.atMs,
      },
    ];
  });
}

/** Returns what finds the id that a statement had before: that of the same words at the same place. Each id is given once. */
export function idsBefore(
  present: readonly { id: string; evidence: readonly StoredEvidence[] }[],
): (evidence: readonly StoredEvidence[]) => string | undefined {
  const ids = new Map(present.map(({ id, evidence }) => [keyOf(evidence), id]));
  return (evidence) => {
    const key = keyOf(evidence);
    const id = ids.get(key);
    ids.delete(key);
    return id;
  };
}

function keyOf([first]: readonly StoredEvidence[]): string {
  return first ? `${first.span.join("-")} ${first.quote}` : "";
}
