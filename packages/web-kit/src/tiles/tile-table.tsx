import type { Tile } from "@besunny/api/browser/dashboards";
import type { MetricAnswer, MetricDefinition } from "@besunny/api/browser/figures";
import type { Figure, FigureRow, FigureSeries, FigureTable } from "@besunny/charts/figures";
import { figureTable } from "@besunny/charts/figures";

/** An answer with the entry of the catalogue that it is of. */
export type Answered = { definition: MetricDefinition; answer: MetricAnswer };

/** Returns the figures of a tile as rows and series. A figure that is not cut has one row. */
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

/** Returns the values that a click filters by. The whole, the rest and parts of time alone have none. */
export function filtersAt(
  { question }: Pick<Tile, "question">,
  row: FigureRow,
  series: FigureSeries | null,
) {
  if (row.isRest || series?.isRest) return [];
  const group = [...(row.group ? [row.group] : []), ...(series?.group ?? [])];
  return group.flatMap(({ key }, place) => {
    const dimension = question.breakOuts[place];
    return dimension ? [{ dimension, value: key }] : [];
  });
}

/** Returns the groups of a point, as a drill takes them; null for the rest, whose rows cannot be listed. */
export function groupOf({ isRest, group }: Figure): (string | null)[] | null {
  return isRest ? null : group.map(({ key }) => key);
}
