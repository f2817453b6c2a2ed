import type { Truth } from "@besunny/rules/evaluate";

import { edgeOf } from "./foresee";
import type { ForeseenLine, RehearsalCounts, RehearsedConflict, StepCounts } from "./shapes";

type Row = {
  truth: Truth;
  lines: readonly ForeseenLine[];
  conflicts: readonly RehearsedConflict[];
};

const noOutcomes = { changed: 0, nothing: 0, refused: 0, failed: 0, asked: 0 };
const counted = ["changed", "nothing", "refused", "failed", "asked"] as const;

/** Returns the sums with those of more documents. Their size depends on the automation alone. */
export function tally(before: RehearsalCounts, rows: readonly Row[]): RehearsalCounts {
  const counts = structuredClone(before);
  for (const { truth, lines, conflicts } of rows) {
    counts[truth] += 1;
    raise(counts.edges, "part:trigger start");
    if (truth !== "yes") continue;
    raise(counts.edges, "part:when start");
    if (lines.some(isSureChange)) counts.changing += 1;
    if (lines.some(({ outcome }) => outcome === "failed" || outcome === "refused"))
      counts.failing += 1;
    if (conflicts.length > 0) counts.conflicting += 1;
    for (const key of new Set(
      conflicts.map(({ automationId, field }) => `${automationId} ${field}`),
    ))
      raise(counts.conflicts, key);
    for (const line of lines) addLine(counts, line);
  }
  return counts;
}

/** The fields of changes that leave the document as it is: a request to an address, a message to people. */
const sentFields = ["request", "message", "notice"];

/** Returns whether a line sends something. Its change says what, with secrets masked. */
export const sends = ({ change }: ForeseenLine): boolean =>
  change !== undefined && sentFields.includes(change.field);

/** Returns whether a line changes the document whatever people answer. */
export const isSureChange = ({ outcome, after }: ForeseenLine): boolean =>
  outcome === "changed" && after.length === 0;

function addLine(counts: RehearsalCounts, line: ForeseenLine): void {
  const { node, outcome, after, way, change, asked = [], hours = 0, isReversible = true } = line;
  counts.longestWaitHours = Math.max(counts.longestWaitHours, hours);
  if (sends(line)) counts.sending += 1;
  if (!isReversible) counts.irreversible += 1;
  if (change?.action === "process-again") counts.processedAgain += 1;
  for (const id of asked) raise(counts.people, id);
  if (outcome === "asked")
    for (const answer of ["yes", "no"]) raise(counts.edges, `${node} ${answer}`);
  else if (way !== null) raise(counts.edges, edgeOf(node, way));
  const known = counted.find((each) => each === outcome);
  if (!known) return;
  counts.steps[node] ??= emptySteps();
  const answer = after.at(-1)?.answer;
  const part = answer === undefined ? "sure" : answer === "yes" ? "afterYes" : "afterNo";
  counts.steps[node][part][known] += 1;
}

function emptySteps(): StepCounts {
  return { sure: { ...noOutcomes }, afterYes: { ...noOutcomes }, afterNo: { ...noOutcomes } };
}

function raise(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
