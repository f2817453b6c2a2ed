"use client";

import {
  COLUMNS,
  mostDashboardFilters,
  mostTiles,
  type Tile,
} from "@besunny/api/browser/dashboards";
import { Button } from "@besunny/ui/buttons/button";
import { placeBelow } from "@besunny/ui/grid/arrange";
import { TileGrid } from "@besunny/ui/grid/tile-grid";
import { MenuItem } from "@besunny/ui/overlays/menu";
import { Copy, Pencil, Plus, Trash2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFigureWiring } from "../../figures/figure-wiring";
import { useFigures } from "../../figures/use-figures";
import { useMetrics } from "../../figures/use-metrics";
import { TileView, titleOf } from "../../tiles/tile-view";
import type { DashboardData } from "../dashboard-data";
import { useDashboardPlace } from "../place/use-dashboard-place";
import { useGridWords } from "../use-grid-words";
import { ConflictDialog } from "./conflict-dialog";
import { DashboardFields } from "./dashboard-fields";
import { FilterFields } from "./filter-fields";
import { newTileId } from "./new-tile-id";
import { TileEditor } from "./tile-editor";
import { useDraft } from "./use-draft";

/** A dashboard that somebody changes: its title and range, its tiles and their places. Nothing is kept before it is saved. */
export function DashboardEditor({ dashboard }: { dashboard: DashboardData }) {
  const t = useTranslations("dashboards");
  const { Header } = useFigureWiring();
  const edited = useDraft(dashboard);
  const { draft, setTiles } = edited;
  const { content } = draft;
  const place = useDashboardPlace(content);
  const { byName, isKnown } = useMetrics();
  const figures = useFigures(content.tiles, place.around, byName);
  const words = useGridWords();
  const [open, setOpen] = useState<Tile | "new" | null>(null);
  const { tiles } = content;
  const isFull = tiles.length >= mostTiles;

  function keep(tile: Tile) {
    const isKnownTile = tiles.some(({ id }) => id === tile.id);
    setTiles(
      isKnownTile ? tiles.map((each) => (each.id === tile.id ? tile : each)) : [...tiles, tile],
    );
    setOpen(null);
  }

  return (
    <>
      <Header title={t("changing", { title: draft.title })}>
        <Button
          variant="ghost"
          icon={<Undo2 aria-hidden />}
          disabled={!edited.canUndo}
          onClick={edited.undoStep}
        >
          {t("undo")}
        </Button>
        <Button icon={<Plus aria-hidden />} disabled={isFull} onClick={() => setOpen("new")}>
          {t("addTile")}
        </Button>
        <Button onClick={edited.leave}>{t("cancel")}</Button>
        <Button
          variant="primary"
          loading={edited.isSaving}
          disabled={!edited.isChanged || draft.title.trim() === ""}
          onClick={edited.save}
        >
          {t("save")}
        </Button>
      </Header>
      <div className="flex flex-col gap-4 p-4">
        <DashboardFields draft={draft} onChange={edited.change} />
        <FilterFields
          filters={content.filters}
          most={mostDashboardFilters}
          definition={byName.get(tiles[0]?.question.metrics[0] ?? "documents.received")}
          around={place.around}
          onChange={(filters) => edited.change({ content: { ...content, filters } })}
        />
        <p className="text-n11 text-xs">{t("arrangeHint")}</p>
        <TileGrid
          isArranging
          tiles={tiles.map((tile) => ({ ...tile, label: titleOf(tile, byName) }))}
          columns={COLUMNS}
          words={words}
          onArrange={(next) => setTiles(next.map(({ label: _, ...tile }) => tile))}
        >
          {({ label: _, ...tile }) => (
            <TileView
              tile={tile}
              figures={figures.of(tile.id)}
              metrics={byName}
              isKnown={isKnown}
              onRetry={figures.refetch}
              extra={
                <>
                  <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setOpen(tile)}>
                    {t("changeTile")}
                  </MenuItem>
                  <MenuItem
                    icon={<Copy aria-hidden />}
                    disabled={isFull}
                    onSelect={() =>
                      setTiles([
                        ...tiles,
                        { ...tile, id: newTileId(), place: placeBelow(tiles, tile.place) },
                      ])
                    }
                  >
                    {t("duplicate")}
                  </MenuItem>
                  <MenuItem
                    danger
                    icon={<Trash2 aria-hidden />}
                    onSelect={() => setTiles(tiles.filter(({ id }) => id !== tile.id))}
                  >
                    {t("removeTile")}
                  </MenuItem>
                </>
              }
            />
          )}
        </TileGrid>
      </div>
      {open && (
        <TileEditor
          tile={open === "new" ? null : open}
          below={placeBelow(tiles, { w: 6, h: 5 })}
          around={place.around}
          onKeep={keep}
          onClose={() => setOpen(null)}
        />
      )}
      {edited.theirs && <ConflictDialog edited={edited} theirs={edited.theirs} />}
    </>
  );
}
