"use client";

import type { Tile } from "@besunny/api/browser/dashboards";
import type { MetricDefinition } from "@besunny/api/browser/figures";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFigureWiring } from "../figures/figure-wiring";
import type { TileFigures } from "../figures/use-figures";
import { ProblemState } from "../trpc/problem-state";
import type { TileDeeds } from "./tile-deeds";
import { TileFigure } from "./tile-figure";
import { TileFoot } from "./tile-foot";
import { TileMenu } from "./tile-menu";
import type { Answered } from "./tile-table";

/** The library that draws is loaded where something is drawn, and nowhere else. */
const TileDrawing = dynamic(() => import("./tile-drawing").then((tile) => tile.TileDrawing), {
  ssr: false,
  loading: () => <Skeleton className="h-full" />,
});

/**
 * A tile: its title, its figure with the comparison, its drawing or table, and how fresh it is. A tile whose metric is gone, or whose question could
 * not be answered, says so; the others live on.
 */
export function TileView({
  tile,
  figures,
  metrics,
  isKnown = true,
  deeds = {},
  onRetry,
  extra,
  heading: Heading = "h2",
}: {
  tile: Tile;
  figures: TileFigures;
  metrics: ReadonlyMap<string, MetricDefinition>;
  /** False until the catalogue has come. */
  isKnown?: boolean;
  deeds?: TileDeeds;
  onRetry?: () => void;
  /** Further items of the menu, such as to change the tile. */
  extra?: ReactNode;
  heading?: "h2" | "h3";
}) {
  const t = useTranslations("dashboards");
  const { sharedWith } = useFigureWiring();
  const [isTable, setIsTable] = useState(false);
  const missing = isKnown ? tile.question.metrics.filter((name) => !metrics.has(name)) : [];
  const failed = figures.outcomes.find((outcome) => outcome?.ok === false);
  const answered = figures.outcomes.flatMap((outcome, place): Answered[] => {
    const definition = metrics.get(tile.question.metrics[place] ?? "");
    return outcome?.ok && definition ? [{ definition, answer: outcome.answer }] : [];
  });
  const isWhole = answered.length === tile.question.metrics.length - missing.length;
  const title = titleOf(tile, metrics);
  const shown = isTable ? "table" : tile.kind;

  return (
    <section
      aria-label={title}
      className="flex h-full min-w-0 flex-col gap-1 overflow-hidden rounded-lg border border-n6 bg-raised px-3 pt-2 pb-1.5"
    >
      <header className="flex items-start gap-1">
        <Heading className="min-w-0 flex-1 truncate text-n11 text-xs leading-6" title={title}>
          {title}
        </Heading>
        <TileMenu
          {...{ tile, title, answered, deeds, extra, isTable }}
          queries={figures.queries}
          onTable={tile.kind === "table" ? undefined : () => setIsTable(!isTable)}
        />
      </header>
      {missing.length > 0 && (
        <p className="rounded-md bg-attention-soft px-2 py-1 text-attention text-xs">
          {t(`metricGone_${sharedWith}`, { names: missing.join(", ") })}
        </p>
      )}
      {failed?.ok === false ? (
        <div role="alert" className="flex-1 overflow-y-auto text-sm">
          <p className="font-medium">{t("tileFailed")}</p>
          <p className="text-n11">{failed.message}</p>
        </div>
      ) : figures.error ? (
        <ProblemState compact error={figures.error} onRetry={onRetry} />
      ) : missing.length === tile.question.metrics.length ? null : isWhole && isKnown ? (
        <>
          <TileFigure {...{ tile, answered, deeds }} />
          {shown !== "number" && (
            <div className="min-h-0 flex-1">
              <TileDrawing {...{ tile, answered, deeds, title }} kind={shown} />
            </div>
          )}
          <TileFoot answered={answered} />
        </>
      ) : (
        <div role="status" aria-label={t("loadingTile", { title })} className="min-h-0 flex-1">
          <Skeleton className={tile.kind === "number" ? "h-7 w-24" : "h-full"} />
        </div>
      )}
    </section>
  );
}

/** Returns the title of a tile: its own, or that of its first metric. */
export function titleOf(
  { title, question: { metrics } }: Pick<Tile, "title" | "question">,
  known: ReadonlyMap<string, MetricDefinition>,
): string {
  const [first = ""] = metrics;
  return title || known.get(first)?.title || first;
}
