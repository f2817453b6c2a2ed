"use client";

import type { Around } from "@besunny/api/browser/dashboards";
import {
  type Dimension,
  dimensions,
  type MetricDefinition,
  type MetricFilter,
} from "@besunny/api/browser/figures";
import { Select } from "@besunny/ui/fields/select";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useFigureWiring } from "../../figures/figure-wiring";
import { useFigureWords } from "../../figures/use-figure-words";
import { FilterValues } from "./filter-values";

/** The filters that a tile or a dashboard always has: a dimension, and the values of which one must hold. */
export function FilterFields({
  filters,
  most,
  definition,
  around,
  onChange,
}: {
  filters: readonly MetricFilter[];
  most: number;
  /** The figure whose groups are offered as values. */
  definition: MetricDefinition | undefined;
  around: Around;
  onChange: (filters: MetricFilter[]) => void;
}) {
  const t = useTranslations("dashboards");
  const words = useFigureWords();
  const { useValueNames } = useFigureWiring();
  const nameOf = useValueNames(filters);
  const [open, setOpen] = useState<Dimension | null>(null);
  const others = filters.filter(({ dimension }) => dimension !== open);
  const chosen = filters.find(({ dimension }) => dimension === open)?.values ?? [];
  const isFull = others.length >= most;
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

  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium text-sm">{t("filters")}</legend>
      <div className="flex flex-wrap items-center gap-2">
        {filters.map((filter) => (
          <button
            key={filter.dimension}
            type="button"
            aria-label={t("removeFilter", { filter: textOf(filter) })}
            onClick={() => onChange(filters.filter((each) => each !== filter))}
            className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-md bg-n4 px-2 py-0.5 text-sm hover:bg-n5"
          >
            <span className="truncate">{textOf(filter)}</span>
            <X aria-hidden className="size-3.5 shrink-0" />
          </button>
        ))}
        <Select
          label={t("filterBy")}
          value={open}
          placeholder={t("filterBy")}
          disabled={!definition}
          options={dimensions
            .filter((each) => definition?.dimensions.includes(each))
            .map((each) => ({ value: each, label: words.dimensionName(each) }))}
          onChange={(next) => setOpen(dimensions.find((each) => each === next) ?? null)}
        />
      </div>
      {open && isFull && <p className="text-attention text-xs">{t("filtersFull", { most })}</p>}
      {open && definition && !isFull && (
        <FilterValues
          key={open}
          definition={definition}
          dimension={open}
          around={{ ...around, filters: others }}
          chosen={chosen}
          onChange={(values) =>
            onChange(values.length > 0 ? [...others, { dimension: open, values }] : others)
          }
        />
      )}
    </fieldset>
  );
}
