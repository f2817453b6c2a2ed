import type { SourceWeek } from "@besunny/db/workspace/quality/drift-windows";
import { weekOf, weeksAfter } from "./weeks";

/** Weeks that are compared again when what came in them changes. */
export const WEEKS_SHOWN = 8;
/** Weeks before each, with which it is compared. */
export const WEEKS_BEFORE = 12;
/** A week that is not over is looked at again when it has grown by this factor. */
const GROWTH = 1.5;
const LEAST_AT_FIRST = 20;

type Computed = {
  source: string;
  week: Date;
  documents: number;
  looks: number;
  fingerprint: string;
};
export type DueWindow = { source: string; week: Date; look: number; fingerprint: string };

/**
 * Returns the weeks of sources that have to be compared. A week that is over is due when it has changed, and the present one when it has grown by
 * half. So the looks at a week are few, and each spends its part of the false alarms.
 */
export function dueWindows(
  weeks: readonly SourceWeek[],
  computed: readonly Computed[],
  { now, version }: { now: Date; version: string },
): DueWindow[] {
  const present = weekOf(now).getTime();
  const first = weeksAfter(weekOf(now), -WEEKS_SHOWN).getTime();
  const known = new Map(computed.map((each) => [keyOf(each), each]));
  return weeks.flatMap((each) => {
    const time = each.week.getTime();
    if (time < first) return [];
    const before = known.get(keyOf(each));
    const fingerprint = fingerprintOf(each, weeks, version, time < present);
    if (before?.fingerprint === fingerprint) return [];
    const { source, week, documents } = each;
    if (time < present) {
      const wasOver = before?.fingerprint.startsWith("over ") ?? false;
      return [
        {
          source,
          week,
          look: wasOver ? (before?.looks ?? 1) : (before?.looks ?? 0) + 1,
          fingerprint,
        },
      ];
    }
    const isGrown = documents >= Math.max(LEAST_AT_FIRST, GROWTH * (before?.documents ?? 0));
    return isGrown ? [{ source, week, look: (before?.looks ?? 0) + 1, fingerprint }] : [];
  });
}

function keyOf({ source, week }: { source: string; week: Date }): string {
  return `${week.toISOString()} ${source}`;
}

/** Changes when a document of the week or of those before comes, goes or changes. */
function fingerprintOf(
  { source, week, documents, lastSeq }: SourceWeek,
  weeks: readonly SourceWeek[],
  version: string,
  isOver: boolean,
): string {
  const from = weeksAfter(week, -WEEKS_BEFORE);
  const before = weeks.filter(
    (each) => each.source === source && each.week >= from && each.week < week,
  );
  const count = before.reduce((sum, each) => sum + each.documents, 0);
  const last = before.reduce((most, each) => Math.max(most, each.lastSeq), 0);
  return `${isOver ? "over" : "present"} ${version} ${documents}:${lastSeq} ${count}:${last}`;
}
