"use client";

import { COLUMNS } from "@besunny/api/browser/dashboards";
import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { TileGrid } from "@besunny/ui/grid/tile-grid";
import { useHotkeys } from "@besunny/ui/hooks/use-hotkeys";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFigureWiring } from "../figures/figure-wiring";
import { rowsHref } from "../figures/rows-place";
import { useFigures } from "../figures/use-figures";
import { useMetrics } from "../figures/use-metrics";
import { TileView, titleOf } from "../tiles/tile-view";
import type { DashboardData } from "./dashboard-data";
import { DashboardMenu } from "./dashboard-menu";
import { FilterChips } from "./filter-chips";
import { RangeControl } from "./place/range-control";
import { useDashboardPlace } from "./place/use-dashboard-place";
import { RemovedNotice } from "./removed-notice";
import { useGridWords } from "./use-grid-words";

/** A dashboard to read: its range, the filters that its tiles share, and its tiles. Esc takes the last filter away. */
export function DashboardView({
  dashboard,
  mayMake,
}: {
  dashboard: DashboardData;
  mayMake: boolean;
}) {
  const t = useTranslations("dashboards");
  const { Header, rowsPath } = useFigureWiring();
  const path = usePathname();
  const search = useSearchParams().toString();
  const { content, title, description } = dashboard;
  const place = useDashboardPlace(content);
  const { byName, isKnown } = useMetrics();
  const figures = useFigures(content.tiles, place.around, byName);
  const words = useGridWords();
  const { chips, setChips } = place;
  const back = search ? `${path}?${search}` : path;
  useHotkeys(chips.length > 0 ? { Escape: () => setChips(chips.slice(0, -1)) } : {});

  return (
    <>
      <Header title={title}>
        <RangeControl place={place} />
        <DashboardMenu dashboard={dashboard} mayMake={mayMake} />
      </Header>
      <div className="flex flex-col gap-3 p-4">
        {description && <p className="max-w-prose text-n11">{description}</p>}
        {dashboard.removedAt && <RemovedNotice {...dashboard} />}
        <FilterChips
          fixed={content.filters}
          chips={chips}
          onChange={setChips}
          tiles={content.tiles}
          metrics={byName}
        />
        {content.tiles.length === 0 && (
          <EmptyState
            title={t("noTiles")}
            actions={
              dashboard.mayChange ? (
                <Button onClick={() => void place.setPlace({ edit: true })}>{t("change")}</Button>
              ) : null
            }
          >
            {t("noTilesHint")}
          </EmptyState>
        )}
        <TileGrid
          tiles={content.tiles.map((tile) => ({ ...tile, label: titleOf(tile, byName) }))}
          columns={COLUMNS}
          words={words}
        >
          {(tile) => (
            <TileView
              tile={tile}
              figures={figures.of(tile.id)}
              metrics={byName}
              isKnown={isKnown}
              deeds={{
                toggle: place.toggle,
                chips,
                rowsHref: (query, point) => rowsHref(rowsPath, query, { ...point, back }),
              }}
              onRetry={figures.refetch}
            />
          )}
        </TileGrid>
      </div>
    </>
  );
}
