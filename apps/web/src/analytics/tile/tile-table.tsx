"use client";

import type { FigureRow, FigureTable } from "@besunny/charts/figures";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import type { BoardTile } from "../board-tile";
import { rowsHref } from "../place";
import { useFigureWords } from "../use-figure-words";
import type { Answered } from "./answered";

/** The figures of a drawing as a table. Each leads to its rows. */
export function TileTable({
  tile,
  title,
  answered,
  table,
  rowName,
}: {
  tile: BoardTile;
  title: string;
  answered: readonly Answered[];
  table: FigureTable;
  rowName: (row: FigureRow) => string;
}) {
  const t = useTranslations("analytics");
  const words = useFigureWords();
  const byName = new Map(answered.map((each) => [each.definition.name, each]));

  return (
    <div className="max-h-60 overflow-y-auto">
      <Table label={title}>
        <thead>
          <tr>
            <TableHead>{t("part")}</TableHead>
            {table.series.map((series) => (
              <TableHead key={series.key} numeric>
                {series.group.map((group) => words.groupName(tile.by, group)).join(", ") ||
                  (series.isRest ? t("others") : series.name)}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <TableRow key={row.key}>
              <TableCell>
                <bdi>{rowName(row)}</bdi>
              </TableCell>
              {table.series.map((series) => {
                const figure = row.figures[series.key];
                const of = byName.get(series.metric);
                const value = figure?.value ?? null;
                const text =
                  value === null || !of ? "–" : words.valueText(of.definition.unit, value);
                const isOpen = of?.definition.drill && figure && figure.n > 0 && !figure.isRest;
                return (
                  <TableCell key={series.key} numeric>
                    {isOpen ? (
                      <Link
                        href={rowsHref(of.answer.query, {
                          at: figure.at,
                          group: figure.group.map(({ key }) => key),
                        })}
                        className="underline decoration-n8 underline-offset-2"
                        aria-label={t("rowsOf", { value: text, title: rowName(row) })}
                      >
                        {text}
                      </Link>
                    ) : (
                      text
                    )}
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
