"use client";

import type { FigureRow, FigureSeries, FigureTable } from "@besunny/charts/figures";
import { FigureChart, FigureLegend } from "@besunny/ui/charts/figure-chart";
import { FunnelChart } from "@besunny/ui/charts/funnel-chart";
import { Link } from "@besunny/web-kit/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";

import type { BoardTile } from "../board-tile";
import { rowsHref } from "../place";
import { useFigureWords } from "../use-figure-words";
import type { Answered } from "./answered";

/** The drawing of a tile. A click on a bar or a point, or Enter, opens the rows behind it. */
export function TileDrawing({
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
  const format = useFormatter();
  const router = useRouter();
  const [first] = answered;
  if (!first) return null;
  const valueText = (value: number) => words.valueText(first.definition.unit, value);
  const share = (part: number) =>
    format.number(part, { style: "percent", maximumFractionDigits: 0 });

  if (tile.kind === "funnel")
    return (
      <FunnelChart
        title={title}
        rows={answered.map(({ definition, answer }) => {
          const text = valueText(answer.total ?? 0);
          return {
            key: definition.name,
            name: definition.title.replace(/^.*: /, ""),
            value: answer.total,
            ...(definition.drill &&
              answer.n > 0 && {
                action: (
                  <Link
                    href={rowsHref(answer.query)}
                    className="underline decoration-n8 underline-offset-2"
                    aria-label={t("rowsOf", { value: text, title: definition.title })}
                  >
                    {text}
                  </Link>
                ),
              }),
          };
        })}
        valueText={valueText}
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

  const named = {
    ...table,
    series: table.series.map((series) => ({
      ...series,
      name:
        series.group.map((group) => words.groupName(tile.by, group)).join(", ") ||
        (series.isRest ? t("others") : series.name),
    })),
  };

  function placeOf(row: FigureRow, series: FigureSeries | null): string | null {
    const of =
      answered.find(({ definition }) => definition.name === series?.metric) ??
      (answered.length === 1 ? first : undefined);
    if (!of?.definition.drill || row.isRest || series?.isRest) return null;
    const group = [...(row.group ? [row.group] : []), ...(series?.group ?? [])];
    // A click between the parts of a bar is of all of them.
    const isWhole = group.length < of.answer.query.breakOuts.length;
    const query = isWhole ? { ...of.answer.query, breakOuts: [] } : of.answer.query;
    return rowsHref(query, { at: row.at, group: isWhole ? [] : group.map(({ key }) => key) });
  }

  const canOpen = answered.some(({ definition }) => definition.drill !== null);
  return (
    <div className="flex h-full flex-col gap-1">
      <FigureLegend series={named.series} isLines={tile.kind === "line"} />
      <div className="min-h-0 flex-1">
        <FigureChart
          title={title}
          kind={tile.kind === "number" ? "bars" : tile.kind}
          table={named}
          rowName={rowName}
          tickText={valueText}
          valueText={valueText}
          pickText={(row) => (canOpen && placeOf(row, null) ? t("clickOpens") : null)}
          onPick={
            canOpen
              ? (row, series) => {
                  const place = placeOf(row, series);
                  if (place) router.push(place);
                }
              : undefined
          }
        />
      </div>
    </div>
  );
}
