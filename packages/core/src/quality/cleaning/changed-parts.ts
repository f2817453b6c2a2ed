import { diffWordsWithSpace } from "diff";

/** A piece of two texts: in both, or in one of them alone. A long piece that both have is shortened in its middle. */
export type ChangedPart = { kind: "same" | "before" | "after"; text: string };

const CONTEXT = 160;
const LONGEST = 60_000;
const MOST_PARTS = 400;
const MOST_MILLISECONDS = 2_000;

/** Returns what differs between two texts, with some words around it. Of long texts only the beginning is compared. */
export function changedParts(before: string, after: string): ChangedPart[] {
  const [one, other] = [before.slice(0, LONGEST), after.slice(0, LONGEST)];
  const parts = diffWordsWithSpace(one, other, { timeout: MOST_MILLISECONDS });
  // Texts that have little in common are shown whole.
  if (!parts)
    return [
      { kind: "before", text: shortened(one) },
      { kind: "after", text: shortened(other) },
    ];
  return parts.slice(0, MOST_PARTS).map(({ added, removed, value }) => {
    if (added) return { kind: "after", text: value };
    return removed ? { kind: "before", text: value } : { kind: "same", text: shortened(value) };
  });
}

function shortened(text: string): string {
  return text.length <= 2 * CONTEXT ? text : `${text.slice(0, CONTEXT)} … ${text.slice(-CONTEXT)}`;
}
