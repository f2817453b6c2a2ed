import { createHash } from "node:crypto";

import type { ReportDocument } from "@besunny/reports/report-document";

/** Returns what tells whether the figures of a report changed: the same figures of another day have the same fingerprint. */
export function fingerprintOf({ tiles }: ReportDocument): string {
  const figures = tiles.map((tile) =>
    "answer" in tile
      ? {
          title: tile.title,
          total: tile.answer.total,
          n: tile.answer.n,
          points: tile.answer.points.map(({ group, isRest, value, n }) => ({
            group: group.map(({ key }) => key),
            isRest,
            value,
            n,
          })),
        }
      : { title: tile.title, problem: tile.problem },
  );
  return createHash("sha256").update(JSON.stringify(figures)).digest("hex");
}

/** Returns the number of rows behind each figure of a report. */
export function rowCountsOf({ tiles }: ReportDocument): number[] {
  return tiles.map((tile) => ("answer" in tile ? tile.answer.n : 0));
}
