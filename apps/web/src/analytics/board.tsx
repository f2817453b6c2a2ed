"use client";

import {
  comparisons,
  type MetricFilter,
  type MetricQuery,
  tileQueries,
} from "@besunny/api/browser/figures";
import { classNames } from "@besunny/ui/class-names";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Select } from "@besunny/ui/fields/select";
import { Link } from "@besunny/web-kit/link";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { BoardSection } from "./board-tile";
import { ranges } from "./place";
import { questionOf } from "./tile/answered";
import { FigureTile } from "./tile/figure-tile";
import { useAnswers } from "./use-answers";
import type { BoardPlace } from "./use-board-place";
import { useDefinitions } from "./use-definitions";

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
  const { byName, list } = useDefinitions();
  const { from, to, timeZone, compare } = place;
  const around = { from, to, timeZone, compare, filters };
  const asked = new Map(
    sections.flatMap(({ tiles }) =>
      tiles.map((tile) => [tile, tileQueries(questionOf(tile), around)] as const),
    ),
  );
  const known = (query: MetricQuery) => byName.has(query.metric);
  const answers = useAnswers([...asked.values()].flat().filter(known));
  const error = list.error ?? answers.error;

  if (error)
    return (
      <ProblemState
        error={error}
        onRetry={() => (list.error ? void list.refetch() : answers.retry())}
      />
    );
  return (
    <div className="flex flex-col gap-6">
      {sections.map(({ name, tiles }) => (
        <section key={name} aria-labelledby={`figures-${name}`}>
          <h2 id={`figures-${name}`} className="mb-2 font-semibold">
            {t(`section_${name}`)}
          </h2>
          {[true, false].map((areNumbers) => (
            <div
              key={String(areNumbers)}
              className={classNames(
                "mb-3 grid gap-3 empty:hidden",
                areNumbers ? "grid-cols-2 lg:grid-cols-4" : "lg:grid-cols-2",
              )}
            >
              {tiles
                .filter(({ kind }) => (kind === "number") === areNumbers)
                .map((tile) => {
                  const queries = (asked.get(tile) ?? []).filter(known);
                  return (
                    <FigureTile
                      key={tile.id}
                      tile={tile}
                      definitions={queries.flatMap(({ metric }) => byName.get(metric) ?? [])}
                      outcomes={queries.map(answers.of)}
                    />
                  );
                })}
            </div>
          ))}
          {after[name]}
        </section>
      ))}
    </div>
  );
}
