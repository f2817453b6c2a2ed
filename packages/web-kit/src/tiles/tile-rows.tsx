"use client";

import type { Tile } from "@besunny/api/browser/dashboards";
import { type FigureRow, type FigureTable, valueIn } from "@besunny/charts/figures";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTranslations } from "next-intl";
import { useFigureWords } from "../figures/use-figure-words";
import { Link } from "../link";

import type { TileDeeds } from "./tile-deeds";
import { type Answered, filtersAt, groupOf } from "./tile-table";

/** More rows are in the CSV file. */
const MOST_ROWS = 500;

/** The figures of a tile as a table: names filter all tiles, values lead to their rows. */
export function TileRows({
  tile,
  title,
  table: { rows, series, axis },
  answered,
  deeds,
  rowName,
}: {
  tile: Tile;
  title: string;
  table: FigureTable;
  answered: readonly Answered[];
  deeds: TileDeeds;
  rowName: (row: FigureRow) => string;
}) {
  const t = useTranslations("dashboards");
  const words = useFigureWords();
  const { toggle, rowsHref } = deeds;
  const [dimension] = tile.question.breakOuts;
  const byMetric = new Map(answered.map((each) => [each.definition.name, each]));

  return (
    <div className="h-full overflow-auto">
      <Table label={title}>
        <thead>
          <tr>
            <TableHead>
              {axis === "group" && dimension
                ? words.dimensionName(dimension)
                : axis === "time"
                  ? t("time")
                  : t("figure")}
            </TableHead>
            {series.map(({ key, name }) => (
              <TableHead key={key} numeric>
                {name}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row) => {
            const values = filtersAt(tile, row, null);
            return (
              <TableRow key={row.key}>
                <TableCell className="max-w-56 truncate">
                  {toggle && values.length > 0 ? (
                    <button
                      type="button"
                      className="underline decoration-n8 underline-offset-2"
                      title={t("clickFilters", {
                        names: values.map((each) => words.dimensionName(each.dimension)).join(", "),
                      })}
                      onClick={() => toggle(values)}
                    >
                      {rowName(row)}
                    </button>
                  ) : (
                    rowName(row)
                  )}
                </TableCell>
                {series.map((each) => {
                  const metric = byMetric.get(each.metric);
                  const value = valueIn(row, each);
                  const figure = row.figures[each.key];
                  const group = figure ? groupOf(figure) : null;
                  const text =
                    value === null || !metric
                      ? "–"
                      : words.valueText(metric.definition.unit, value);
                  const href =
                    metric?.definition.drill && group && figure && figure.n > 0
                      ? rowsHref?.(metric.answer.query, { at: row.at, group })
                      : undefined;
                  return (
                    <TableCell key={each.key} numeric>
                      {href ? (
                        <Link href={href} className="underline decoration-n8 underline-offset-2">
                          {text}
                        </Link>
                      ) : (
                        text
                      )}
                    </TableCell>
                  );
                })}
              </TableRow>
            );
          })}
        </tbody>
      </Table>
      {rows.length > MOST_ROWS && (
        <p className="py-1 text-n11 text-xs">{t("moreRows", { count: rows.length - MOST_ROWS })}</p>
      )}
    </div>
  );
}
