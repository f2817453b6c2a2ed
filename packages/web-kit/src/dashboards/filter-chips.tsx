"use client";

import type { Tile } from "@besunny/api/browser/dashboards";
import type { MetricDefinition, MetricFilter } from "@besunny/api/browser/figures";
import { Kbd } from "@besunny/ui/display/kbd";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";

import { useFigureWiring } from "../figures/figure-wiring";
import { useFigureWords } from "../figures/use-figure-words";

/** The filters that all tiles share: those of the dashboard, and those that its reader set. Says how many tiles do not have them. */
export function FilterChips({
  fixed,
  chips,
  onChange,
  tiles,
  metrics,
}: {
  fixed: readonly MetricFilter[];
  chips: readonly MetricFilter[];
  onChange?: (chips: MetricFilter[]) => void;
  tiles: readonly Pick<Tile, "question">[];
  metrics: ReadonlyMap<string, MetricDefinition>;
}) {
  const t = useTranslations("dashboards");
  const words = useFigureWords();
  const { useValueNames } = useFigureWiring();
  const nameOf = useValueNames([...fixed, ...chips]);
  const textOf = ({ dimension, values }: MetricFilter) =>
    t("filterText", {
      name: words.dimensionName(dimension),
      values: values
        .map((key) =>
          words.groupName(dimension, {
            key,
            name: (key === null ? undefined : nameOf(dimension, key)) ?? key ?? "",
          }),
        )
        .join(", "),
    });
  const lacking = tiles.filter(({ question }) =>
    chips.some(({ dimension }) =>
      question.metrics.some((name) => metrics.get(name)?.dimensions.includes(dimension) === false),
    ),
  ).length;

  return (
    <div
      role="status"
      className={fixed.length + chips.length > 0 ? "flex flex-wrap items-center gap-2" : "sr-only"}
    >
      {fixed.map((filter) => (
        <span key={JSON.stringify(filter)} className="rounded-md bg-n4 px-2 py-0.5 text-sm">
          {textOf(filter)}
        </span>
      ))}
      {chips.map((filter) => (
        <button
          key={JSON.stringify(filter)}
          type="button"
          aria-label={t("removeFilter", { filter: textOf(filter) })}
          onClick={() => onChange?.(chips.filter((each) => each !== filter))}
          className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-md bg-accent-soft px-2 py-0.5 text-accent-strong text-sm hover:bg-n5"
        >
          <span className="truncate">{textOf(filter)}</span>
          <X aria-hidden className="size-3.5 shrink-0" />
        </button>
      ))}
      {chips.length > 0 && (
        <span className="text-n11 text-xs">
          {lacking > 0 && `${t("tilesNotFiltered", { count: lacking })} · `}
          <Kbd>Esc</Kbd> {t("escRemoves")}
        </span>
      )}
    </div>
  );
}
