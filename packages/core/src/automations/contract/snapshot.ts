import type { Subject } from "../actions/action";

const LONGEST = 300;
const MOST_FACTS = 60;

/** Returns what a person who is asked is shown of a document. If it differs at the answer, the difference is shown first. */
export function snapshotOf({ document, record }: Subject): Record<string, string> {
  const facts = Object.entries(record.facts).flatMap(([key, fact]) =>
    fact?.text === undefined ? [] : [[`facts.${key}`, fact.text.slice(0, LONGEST)]],
  );
  return Object.fromEntries([
    ["title", document.title],
    ["type", document.type ?? ""],
    ["version", String(document.version)],
    ...facts.slice(0, MOST_FACTS),
  ]);
}
