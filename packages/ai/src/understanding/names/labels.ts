import type { NamedKind } from "@besunny/document-model/statements/entity-key";
import { namedKinds } from "@besunny/document-model/statements/entity-key";

const positions = ["first", "inner", "last", "only"] as const;

/** Label 0 is "no name". The others are a kind and a position in the name: label 1 is the first word of a person. */
export const LABELS = 1 + namedKinds.length * positions.length;
/** Index of the state before and after a stretch in the table of allowed steps. */
export const OUTSIDE = 0;

export type NameSpan = { kind: NamedKind; from: number; to: number };

function label(kind: number, position: (typeof positions)[number]): number {
  return 1 + kind * positions.length + positions.indexOf(position);
}

/** True if a label may follow another. What begins a name must be followed by what ends it. */
export function mayFollow(before: number, after: number): boolean {
  const isOpen = before > 0 && (before - 1) % positions.length < 2;
  const continues = after > 0 && [1, 2].includes((after - 1) % positions.length);
  if (!isOpen) return !continues;
  return (
    continues &&
    Math.floor((before - 1) / positions.length) === Math.floor((after - 1) / positions.length)
  );
}

export function labelsOf(names: readonly NameSpan[], from: number, to: number): Uint8Array {
  const labels = new Uint8Array(to - from);
  for (const name of names) {
    if (name.from < from || name.to > to) continue;
    const kind = namedKinds.indexOf(name.kind);
    for (let index = name.from; index < name.to; index++)
      labels[index - from] = label(
        kind,
        name.to - name.from === 1
          ? "only"
          : index === name.from
            ? "first"
            : index === name.to - 1
              ? "last"
              : "inner",
      );
  }
  return labels;
}

export function spansOf(labels: ArrayLike<number>, from: number): NameSpan[] {
  const spans: NameSpan[] = [];
  let start = 0;
  for (let index = 0; index < labels.length; index++) {
    const value = labels[index] ?? 0;
    if (value === 0) continue;
    const kind = namedKinds[Math.floor((value - 1) / positions.length)];
    const position = positions[(value - 1) % positions.length];
    if (position === "first" || position === "only") start = index;
    if (kind && (position === "last" || position === "only"))
      spans.push({ kind, from: from + start, to: from + index + 1 });
  }
  return spans;
}
