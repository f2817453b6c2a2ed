"use client";

import type { MetricDefinition, MetricOutcome } from "@besunny/api/browser/figures";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { downloadCsv } from "@besunny/ui/charts/to-csv";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { ChartNoAxesColumn, Download, Table2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import type { BoardTile } from "../board-tile";
import { useFigureWords } from "../use-figure-words";
import { type Answered, isEmpty, tableOf } from "./answered";
import { TileFoot } from "./tile-foot";
import { TileTable } from "./tile-table";
import { TileValue } from "./tile-value";

/** The library that draws is loaded where something is drawn, and nowhere else. */
const TileDrawing = dynamic(() => import("./tile-drawing").then((tile) => tile.TileDrawing), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
});

/** A figure with its definition, its change, its drawing or table, and the way to its rows. */
export function FigureTile({
  tile,
  definitions,
  outcomes,
}: {
  tile: BoardTile;
  definitions: readonly MetricDefinition[];
  outcomes: readonly (MetricOutcome | undefined)[];
}) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const words = useFigureWords();
  const [isTable, setIsTable] = useState(false);
  const [first] = definitions;
  if (!first) return null;
  const title = tile.title ? t(`title_${tile.title}`) : first.title;
  const isNumber = tile.kind === "number";
  const answered = definitions.flatMap((definition, place): Answered[] => {
    const outcome = outcomes[place];
    return outcome?.ok ? [{ definition, answer: outcome.answer }] : [];
  });
  const trouble = outcomes.find((outcome) => outcome && !outcome.ok);
  const [main] = answered;
  const table = tableOf(answered);
  const nothing = isEmpty(table);
  const rowNameOf = (row: (typeof table.rows)[number]) =>
    words.rowName(row, {
      grain: main?.answer.query.grain ?? "none",
      timeZone: main?.answer.query.timeZone ?? "UTC",
      dimension: tile.by,
    });

  function download() {
    const records =
      tile.kind === "funnel" || isNumber
        ? answered.map(({ definition, answer }) => ({
            [t("figure")]: definition.title,
            [t("value")]: answer.total,
            [t("rows")]: answer.n,
          }))
        : table.rows.map((row) => ({
            [t("part")]: row.at ? row.at.toISOString() : rowNameOf(row),
            ...Object.fromEntries(
              table.series.map((series) => [
                series.group.map((group) => words.groupName(tile.by, group)).join(", ") ||
                  (series.isRest ? t("others") : series.name),
                row.figures[series.key]?.value ?? null,
              ]),
            ),
          }));
    downloadCsv(title, records);
  }

  return (
    <section
      aria-label={title}
      className="flex min-w-0 flex-col gap-2 rounded-lg border border-n6 bg-raised p-3"
    >
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h3 className="font-medium text-sm">{title}</h3>
          <p className="text-n11 text-xs">
            {tile.kind === "funnel"
              ? t(`hint_${tile.id === "ways-of-people" ? "people" : "documents"}`)
              : first.definition}
          </p>
        </div>
        {!isNumber && (
          <div className="flex shrink-0">
            {tile.kind !== "funnel" && (
              <IconButton
                label={isTable ? t("asChart", { title }) : t("asTable", { title })}
                icon={isTable ? <ChartNoAxesColumn aria-hidden /> : <Table2 aria-hidden />}
                aria-pressed={isTable}
                onClick={() => setIsTable(!isTable)}
              />
            )}
            <IconButton
              label={t("asCsv", { title })}
              icon={<Download aria-hidden />}
              disabled={nothing}
              onClick={download}
            />
          </div>
        )}
      </header>
      {trouble && !trouble.ok ? (
        <p className="text-attention text-sm">{trouble.message}</p>
      ) : !main ? (
        <Skeleton className={isNumber ? "h-7" : "h-56"} />
      ) : (
        <>
          {tile.kind !== "funnel" && definitions.length === 1 && (
            <TileValue answered={main} isLarge={isNumber} />
          )}
          {!isNumber && nothing && tile.kind !== "funnel" && (
            <p className="flex h-32 items-center justify-center text-n11 text-sm">
              {t(main.answer.suppressed > 0 ? "allKeptBack" : "nothing")}
            </p>
          )}
          {!isNumber && (!nothing || tile.kind === "funnel") && (
            <>
              {tile.kind !== "funnel" && table.rows.length > 0 && (
                <p className="sr-only">
                  {t("summary", {
                    title,
                    parts: format.number(table.rows.length),
                    total:
                      main.answer.total === null
                        ? t("unknown")
                        : words.valueText(main.definition.unit, main.answer.total),
                  })}
                </p>
              )}
              {isTable ? (
                <TileTable {...{ tile, title, answered, table }} rowName={rowNameOf} />
              ) : (
                <div className={tile.kind === "funnel" ? "min-h-40" : "h-60"}>
                  <TileDrawing {...{ tile, title, answered, table }} rowName={rowNameOf} />
                </div>
              )}
            </>
          )}
          <TileFoot answered={answered} />
        </>
      )}
    </section>
  );
}
