import { type Held, listOf } from "../actions/action";
import type { ForeseenLine, RehearsedConflict } from "./shapes";

/** The fields that hold one value. */
const single = new Set(["title", "type"]);
/** The fields that hold several values: two automations may add to them without a conflict. */
const several = new Set(["tags", "projects", "notice", "request", "action"]);

type Foreseen = { automationId: string; lines: readonly ForeseenLine[] };

/** Returns where another automation would give a field of the same document another value. */
export function conflictsOf(
  ours: readonly ForeseenLine[],
  others: readonly Foreseen[],
): RehearsedConflict[] {
  const own = changesOf(ours);
  return others.flatMap(({ automationId, lines }) => {
    const theirs = changesOf(lines);
    const found = new Map<string, RehearsedConflict>();
    for (const one of own)
      for (const other of theirs)
        if (one.field === other.field && !agree(one, other))
          found.set(one.field, {
            automationId,
            field: one.field,
            ours: one.after,
            theirs: other.after,
          });
    return [...found.values()];
  });
}

type Change = { field: string; before: Held; after: Held };

function changesOf(lines: readonly ForeseenLine[]): Change[] {
  return lines.flatMap(({ outcome, change }) => (outcome === "changed" && change ? [change] : []));
}

/** Single values agree if they are equal; of several, neither takes what the other adds. Nothing else disagrees. */
function agree(one: Change, other: Change): boolean {
  if (single.has(one.field)) return JSON.stringify(one.after) === JSON.stringify(other.after);
  if (!several.has(one.field)) return true;
  return !overlap(added(one), taken(other)) && !overlap(added(other), taken(one));
}

const added = ({ before, after }: Change) =>
  listOf(after).filter((each) => !listOf(before).includes(each));
const taken = ({ before, after }: Change) =>
  listOf(before).filter((each) => !listOf(after).includes(each));
const overlap = (one: readonly string[], other: readonly string[]) =>
  one.some((each) => other.includes(each));
