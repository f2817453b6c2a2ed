"use client";

import { COLUMNS, rangePresets, tileQueries } from "@besunny/api/browser/dashboards";
import type { OpenedDashboard } from "@besunny/api/browser/outputs";
import { classNames } from "@besunny/ui/class-names";
import { TileGrid } from "@besunny/ui/grid/tile-grid";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "../../link";

import { TileView, titleOf } from "../../tiles/tile-view";
import { useGridWords } from "../use-grid-words";

/** A dashboard by its link: its tiles as of now, over one of the usual ranges. */
export function LinkedDashboard({ opened }: { opened: OpenedDashboard }) {
  const t = useTranslations("dashboards");
  const format = useFormatter();
  const words = useGridWords();
  const { title, description, content, range, from, to, timeZone, expiresAt } = opened;
  const metrics = new Map(opened.definitions.map((each) => [each.name, each]));
  const around = { from, to, timeZone, compare: content.compare, filters: content.filters };

  return (
    <div className="min-h-dvh bg-n1">
      <header className="sticky top-0 z-20 flex min-h-12 flex-wrap items-center gap-3 border-b bg-n1 px-4 py-1.5">
        <h1 className="mr-auto font-semibold text-lg">{title}</h1>
        <nav aria-label={t("range")} className="flex gap-1">
          {rangePresets.map((each) => (
            <Link
              key={each}
              href={`?range=${each}`}
              aria-current={each === range ? "true" : undefined}
              className={classNames(
                "rounded-md px-2 py-1 text-sm hover:bg-n4",
                each === range && "bg-n5 font-medium",
              )}
            >
              {t(`range_${each}`)}
            </Link>
          ))}
        </nav>
      </header>
      <main className="flex flex-col gap-3 p-4">
        {description && <p className="max-w-prose text-n11">{description}</p>}
        <TileGrid
          tiles={content.tiles.map((tile) => ({ ...tile, label: titleOf(tile, metrics) }))}
          columns={COLUMNS}
          words={words}
        >
          {(tile) => (
            <TileView
              tile={tile}
              metrics={metrics}
              figures={{
                queries: tileQueries(tile.question, around),
                outcomes: opened.tiles.find(({ id }) => id === tile.id)?.outcomes ?? [],
                error: null,
              }}
            />
          )}
        </TileGrid>
      </main>
      <footer className="px-4 pb-6 text-n11 text-xs">
        {t("linkFooter", {
          zone: timeZone,
          day: format.dateTime(expiresAt, { dateStyle: "medium" }),
        })}
      </footer>
    </div>
  );
}
