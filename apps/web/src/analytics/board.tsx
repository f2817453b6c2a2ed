"use client";

import type { Tile } from "@besunny/api/browser/dashboards";
import { comparisons, type MetricFilter } from "@besunny/api/browser/figures";
import { classNames } from "@besunny/ui/class-names";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Select } from "@besunny/ui/fields/select";
import { useFigureWiring } from "@besunny/web-kit/figures/figure-wiring";
import { rowsHref } from "@besunny/web-kit/figures/rows-place";
import { useFigures } from "@besunny/web-kit/figures/use-figures";
import { useMetrics } from "@besunny/web-kit/figures/use-metrics";
import { Link } from "@besunny/web-kit/link";
import { TileView } from "@besunny/web-kit/tiles/tile-view";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { BoardSection, BoardTile } from "./board-tile";
import { ranges } from "./place";
import type { BoardPlace } from "./use-board-place";

/** The range of a page of figures, the range it is compared with, and the zone in which its days begin. */
export function RangeBar({ place }: { place: BoardPlace }) {
  const t = useTranslations("analytics");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SegmentedControl
        label={t("range")}
        value={place.range}
        options={ranges.map((value) => ({ value, label: t(`range_${value}`) }))}
        onChange={(next) =>
          void place.setPlace({ range: ranges.find((each) => each === next) ?? null })
        }
      />
      <Select
        label={t("compare")}
        value={place.compare}
        options={comparisons.map((value) => ({ value, label: t(`compare_${value}`) }))}
        onChange={(next) =>
          void place.setPlace({ compare: comparisons.find((each) => each === next) ?? null })
        }
      />
      <Link href="/settings" className="text-n11 text-xs hover:underline">
        {t("zone", { zone: place.timeZone })}
      </Link>
    </div>
  );
}

/** Figures in sections, all as of one moment. `after` adds to a section. */
export function Board({
  place,
  sections,
  filters = [],
  after = {},
}: {
  place: BoardPlace;
  sections: readonly BoardSection[];
  filters?: readonly MetricFilter[];
  after?: Partial<Record<BoardSection["name"], ReactNode>>;
}) {
  const t = useTranslations("analytics");
  const { rowsPath } = useFigureWiring();
  const path = usePathname();
  const search = useSearchParams().toString();
  const back = search ? `${path}?${search}` : path;
  const { byName, isKnown, query } = useMetrics();
  const { from, to, timeZone, compare } = place;
  const drawn = sections.map(({ name, tiles }) => ({
    name,
    tiles: tiles.map((tile) => tileOf(tile, name, tile.title && t(`title_${tile.title}`))),
  }));
  const figures = useFigures(
    drawn.flatMap(({ tiles }) => tiles),
    { from, to, timeZone, compare, filters },
    byName,
  );

  if (query.error) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="flex flex-col gap-6">
      {drawn.map(({ name, tiles }) => (
        <section key={name} aria-labelledby={`figures-${name}`}>
          <h2 id={`figures-${name}`} className="mb-2 font-semibold">
            {t(`section_${name}`)}
          </h2>
          {[true, false].map((areNumbers) => (
            <div
              key={String(areNumbers)}
              className={classNames(
                "mb-3 grid gap-3 empty:hidden",
                areNumbers ? "grid-cols-2 lg:grid-cols-4" : "grid-cols-1 lg:grid-cols-2",
              )}
            >
              {tiles
                .filter(({ kind }) => (kind === "number") === areNumbers)
                .map((tile) => (
                  <div key={tile.id} className={areNumbers ? "min-h-24 min-w-0" : "h-80 min-w-0"}>
                    <TileView
                      heading="h3"
                      tile={tile}
                      figures={figures.of(tile.id)}
                      metrics={byName}
                      isKnown={isKnown}
                      deeds={{
                        rowsHref: (asked, point) => rowsHref(rowsPath, asked, { ...point, back }),
                      }}
                      onRetry={figures.refetch}
                    />
                  </div>
                ))}
            </div>
          ))}
          {after[name]}
        </section>
      ))}
    </div>
  );
}

/** Returns a tile of a page as dashboards have them. Its place is the page's own. */
function tileOf(
  { id, metrics, kind, isOverTime = false, by }: BoardTile,
  section: string,
  title = "",
): Tile {
  return {
    id: `${section}-${id}`,
    title,
    kind,
    question: {
      metrics: [...metrics],
      grain: isOverTime ? "auto" : "none",
      breakOuts: by ? [by] : [],
      filters: [],
      limit: isOverTime ? 7 : 12,
    },
    place: { x: 0, y: 0, w: 1, h: 1 },
  };
}
