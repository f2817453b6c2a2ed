import type { MetricAnswer, MetricDefinition } from "@besunny/api/browser/figures";
import { type Figure, type FigureTable, figureTable } from "@besunny/charts/figures";

import type { BoardTile } from "../board-tile";

/** An answer with the entry of the catalogue that it is of. */
export type Answered = { definition: MetricDefinition; answer: MetricAnswer };

/** Returns answers as the rows and series of a chart and a table. A figure that is not cut is one row. */
export function tableOf(answered: readonly Answered[]): FigureTable {
  return figureTable(
    answered.map(({ definition, answer: { points, query, total, n } }) => ({
      key: definition.name,
      name: definition.title,
      points:
        query.grain === "none" && query.breakOuts.length === 0
          ? [{ at: null, group: [], isRest: false, value: total, n } satisfies Figure]
          : points,
    })),
  );
}

/** Returns whether there is nothing to draw. */
export function isEmpty(table: FigureTable): boolean {
  return !table.rows.some(({ figures }) =>
    Object.values(figures).some(({ value, n }) => (value ?? 0) !== 0 || n > 0),
  );
}

/** Returns the question of a tile, as boards ask it. */
export function questionOf({ metrics, isOverTime = false, by }: BoardTile) {
  return {
    metrics: [...metrics],
    grain: isOverTime ? ("auto" as const) : ("none" as const),
    breakOuts: by ? [by] : [],
    filters: [],
    limit: isOverTime ? 7 : 12,
  };
}
