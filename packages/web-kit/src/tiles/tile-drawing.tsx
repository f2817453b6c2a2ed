"use client";

import type { Tile } from "@besunny/api/browser/dashboards";
import type { ChartKind } from "@besunny/charts/chart-kinds";
import type { FigureRow, FigureSeries } from "@besunny/charts/figures";
import { FigureChart, FigureLegend } from "@besunny/ui/charts/figure-chart";
import { FunnelChart } from "@besunny/ui/charts/funnel-chart";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFigureWords } from "../figures/use-figure-words";
import { Link } from "../link";

import type { TileDeeds } from "./tile-deeds";
import { TileRows } from "./tile-rows";
import { type Answered, filtersAt, tableOf } from "./tile-table";

/** The drawing of a tile, or its table. A click on a group filters all tiles; on a part of time it opens the rows of it. */
export function TileDrawing({
  tile,
  kind,
  title,
  answered,
  deeds,
}: {
  tile: Tile;
  kind: Exclude<ChartKind, "number">;
  title: string;
  answered: readonly Answered[];
  deeds: TileDeeds;
}) {
  const t = useTranslations("dashboards");
  const words = useFigureWords();
  const format = useFormatter();
  const router = useRouter();
  const table = useMemo(() => tableOf(answered), [answered]);
  const [first] = answered;
  if (!first) return null;
  const { unit } = first.definition;
  const { query } = first.answer;
  const [dimension] = query.breakOuts;
  const around = { grain: query.grain, timeZone: query.timeZone, ...(dimension && { dimension }) };
  const rowName = (row: FigureRow) => words.rowName(row, around);
  const isEmpty = !table.rows.some((row) =>
    Object.values(row.figures).some(({ value, n }) => (value ?? 0) !== 0 || n > 0),
  );
  const series = table.series.map((each) => ({ ...each, name: nameOf(each, tile, words) }));
  const named = { ...table, series };

  if (isEmpty && kind !== "funnel")
    return (
      <p className="flex h-full items-center justify-center text-n11 text-sm">
        {t(first.answer.suppressed > 0 ? "allKeptBack" : "nothing")}
      </p>
    );

  if (kind === "funnel") {
    const share = (value: number) =>
      format.number(value, { style: "percent", maximumFractionDigits: 0 });
    return (
      <FunnelChart
        title={title}
        rows={answered.map(({ definition, answer }) => {
          const text = words.valueText(definition.unit, answer.total ?? 0);
          const href = definition.drill ? deeds.rowsHref?.(answer.query) : undefined;
          return {
            key: definition.name,
            name: definition.title.replace(/^.*: /, ""),
            value: answer.total,
            ...(href && {
              action: (
                <Link
                  href={href}
                  className="underline decoration-n8 underline-offset-2"
                  aria-label={t("rowsOf", { value: text, title: definition.title })}
                >
                  {text}
                </Link>
              ),
            }),
          };
        })}
        valueText={(value) => words.valueText(unit, value)}
        shareText={(ofFirst, ofBefore) =>
          [
            ofFirst === null ? "" : t("ofFirst", { share: share(ofFirst) }),
            ofBefore === null ? "" : t("ofBefore", { share: share(ofBefore) }),
          ]
            .filter(Boolean)
            .join(" · ")
        }
      />
    );
  }

  if (kind === "table")
    return <TileRows {...{ tile, title, answered, deeds, rowName }} table={named} />;

  const drillAt = (row: FigureRow, one: FigureSeries | null) => {
    const metric = answered.find(
      ({ definition }) => definition.name === (one?.metric ?? query.metric),
    );
    if (!metric?.definition.drill || row.isRest) return null;
    const { query: asked } = metric.answer;
    const group = [...(row.group ? [row.group] : []), ...(one && !one.isRest ? one.group : [])];
    // A click between the parts of a bar is of all of them.
    const isWhole = group.length < asked.breakOuts.length;
    if (isWhole && !row.at) return null;
    return (
      deeds.rowsHref?.(isWhole ? { ...asked, breakOuts: [] } : asked, {
        at: row.at,
        group: isWhole ? [] : group.map(({ key }) => key),
      }) ?? null
    );
  };
  const canPick = Boolean(deeds.toggle ?? deeds.rowsHref);
  const pick = (row: FigureRow, one: FigureSeries | null) => {
    const values = deeds.toggle ? filtersAt(tile, row, one) : [];
    if (values.length > 0) return deeds.toggle?.(values);
    const href = drillAt(row, one);
    if (href) router.push(href);
  };
  const pickText = (row: FigureRow) => {
    const names = tile.question.breakOuts.map(words.dimensionName).join(", ");
    if (deeds.toggle && names && !row.isRest) return t("clickFilters", { names });
    return drillAt(row, null) ? t("clickOpens") : null;
  };

  return (
    <div className="flex h-full flex-col gap-1">
      <FigureLegend series={series} isLines={kind === "line"} />
      <div className="min-h-0 flex-1">
        <FigureChart
          title={title}
          kind={kind}
          table={named}
          rowName={rowName}
          tickText={(value) => words.valueText(unit, value)}
          valueText={(value) => words.valueText(unit, value)}
          pickText={pickText}
          onPick={canPick ? pick : undefined}
          isPicked={(row, one) => isPicked(filtersAt(tile, row, one), deeds.chips ?? [])}
        />
      </div>
    </div>
  );
}

type Words = ReturnType<typeof useFigureWords>;

/** Names a series: by the words for its group, or by its metric. */
function nameOf(series: FigureSeries, { question }: Tile, words: Words): string {
  if (series.group.length === 0) return series.name;
  const offset = question.breakOuts.length - series.group.length;
  return series.group
    .map((group, place) => words.groupName(question.breakOuts[offset + place], group))
    .join(", ");
}

function isPicked(
  values: ReturnType<typeof filtersAt>,
  chips: NonNullable<TileDeeds["chips"]>,
): boolean {
  return values.some(({ dimension, value }) =>
    chips.some((chip) => chip.dimension === dimension && chip.values.includes(value)),
  );
}
