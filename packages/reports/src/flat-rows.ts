import { partText } from "./figure-text";
import type { ReportAnswer, ReportTile } from "./report-document";

/** A figure of a tile as a row of a table. */
export type FlatRow = {
  /** The beginning of its part of the range; null for the whole. */
  at: Date | null;
  part: string;
  groups: string[];
  value: number | null;
  n: number;
};

/** Returns the whole of a tile first, then its parts in the order of the answer. */
export function flatRows(answer: ReportAnswer, timeZone: string): FlatRow[] {
  const { breakOuts, points, grain, total, n } = answer;
  const whole = { at: null, part: "", groups: breakOuts.map(() => "All"), value: total, n };
  const isOnlyWhole = points.every(
    ({ at, group, isRest }) => !(at || isRest) && group.length === 0,
  );
  if (isOnlyWhole) return [whole];
  return [
    whole,
    ...points.map(({ at, group, isRest, value, n: rows }) => ({
      at,
      part: partText(at, grain, timeZone),
      groups: breakOuts.map((_, place) => groupText(isRest, group[place])),
      value,
      n: rows,
    })),
  ];
}

function groupText(isRest: boolean, group: { key: string | null; name: string } | undefined) {
  if (group) return group.name || "None";
  return isRest ? "Others" : "";
}

/** Returns what is to be known of a tile's figures besides themselves, a sentence each. */
export function notesOf(tile: ReportTile): string[] {
  if ("problem" in tile) return [tile.problem];
  const { isApproximate, notFiltered, suppressed, behindMs } = tile.answer;
  const minutes = Math.round(behindMs / 60_000);
  return [
    ...(isApproximate ? ["Approximately."] : []),
    ...(notFiltered.length > 0 ? [`Not filtered by ${notFiltered.join(", ")}.`] : []),
    ...(suppressed > 0
      ? [`${suppressed} groups are left out because they tell of fewer than five people.`]
      : []),
    ...(minutes > 0 ? [`${minutes} min behind.`] : []),
  ];
}
