"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { grains, mostTiles } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Select } from "@besunny/ui/fields/select";
import { ArrowUp, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";

import { firstTile, type Tile } from "./choices";

type Definition = Outputs["admin"]["metrics"]["list"]["items"][number];

/** The figures of a report in their order, each with its definition, its cut and its break-out. */
export function TileFields({
  tiles,
  definitions,
  onChange,
}: {
  tiles: readonly Tile[];
  definitions: readonly Definition[];
  onChange: (tiles: Tile[]) => void;
}) {
  const t = useTranslations("reports");
  const put = (place: number, tile: Tile) => onChange(tiles.with(place, tile));

  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium text-sm">{t("figures")}</legend>
      {tiles.map((tile, place) => (
        <TileField
          key={place}
          tile={tile}
          place={place}
          definitions={definitions}
          onChange={(changed) => put(place, changed)}
          onUp={() => onChange(tiles.with(place, tiles[place - 1] ?? tile).with(place - 1, tile))}
          onRemove={tiles.length > 1 ? () => onChange(tiles.toSpliced(place, 1)) : null}
        />
      ))}
      <Button
        className="self-start"
        size="sm"
        icon={<Plus aria-hidden />}
        disabled={tiles.length >= mostTiles}
        onClick={() => onChange([...tiles, firstTile])}
      >
        {t("addFigure")}
      </Button>
    </fieldset>
  );
}

function TileField({
  tile,
  place,
  definitions,
  onChange,
  onUp,
  onRemove,
}: {
  tile: Tile;
  place: number;
  definitions: readonly Definition[];
  onChange: (tile: Tile) => void;
  onUp: () => void;
  onRemove: (() => void) | null;
}) {
  const t = useTranslations("reports");
  const definition = definitions.find(({ name }) => name === tile.metric);
  const cuts = definition?.kind === "level" ? (["none"] as const) : grains;
  const [breakOut = "none"] = tile.breakOuts;

  return (
    <div className="rounded-lg border border-n6 p-3">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          className="min-w-48 flex-1"
          label={t("figure", { place: place + 1 })}
          value={tile.metric}
          options={definitions.map(({ name, title }) => ({ value: name, label: title }))}
          onChange={(metric) => onChange({ ...tile, metric, breakOuts: [], title: null })}
        />
        <IconButton
          label={t("up", { place: place + 1 })}
          icon={<ArrowUp aria-hidden />}
          disabled={place === 0}
          onClick={onUp}
        />
        <IconButton
          label={t("leaveOut", { place: place + 1 })}
          icon={<X aria-hidden />}
          disabled={onRemove === null}
          onClick={() => onRemove?.()}
        />
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <Select
          label={t("cutOf", { place: place + 1 })}
          value={tile.grain}
          options={cuts.map((grain) => ({ value: grain, label: t(`grain_${grain}`) }))}
          onChange={(value) => {
            const grain = grains.find((each) => each === value);
            if (grain) onChange({ ...tile, grain });
          }}
        />
        <Select
          label={t("breakOutOf", { place: place + 1 })}
          value={breakOut}
          options={[
            { value: "none", label: t("noBreakOut") },
            ...(definition?.dimensions ?? []).map((dimension) => ({
              value: dimension,
              label: t("by", { dimension }),
            })),
          ]}
          onChange={(value) =>
            onChange({
              ...tile,
              breakOuts: (definition?.dimensions ?? []).filter((dimension) => dimension === value),
            })
          }
        />
      </div>
      {definition && <p className="mt-2 text-n11 text-xs">{definition.definition}</p>}
    </div>
  );
}
