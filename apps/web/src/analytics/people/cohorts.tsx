"use client";

import type { MetricAnswer, MetricQuery } from "@besunny/api/browser/figures";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { downloadCsv } from "@besunny/ui/charts/to-csv";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useAnswers } from "@besunny/web-kit/figures/use-answers";
import { useMetrics } from "@besunny/web-kit/figures/use-metrics";
import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { BoardPlace } from "../use-board-place";
import { cohortsOf } from "./cohorts-of";

const MOST_WEEKS = 53;
const METRIC = "people.cohort";

/** Which part of the people who began in a week came back in the weeks after. Groups of fewer than five are kept back. */
export function Cohorts({ place }: { place: BoardPlace }) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const { byName } = useMetrics();
  const definition = byName.get(METRIC);
  const query: MetricQuery = {
    metric: METRIC,
    from: place.from,
    to: place.to,
    // Its weeks are those of UTC.
    timeZone: "UTC",
    grain: "week",
    breakOuts: ["weekAfter"],
    filters: [],
    compare: "none",
    limit: MOST_WEEKS,
  };
  const answers = useAnswers(definition ? [query] : []);
  const outcome = answers.of(query);
  if (!definition || !outcome) return <Skeleton className="mt-3 h-32" />;
  const title = t("cohorts");
  const cohorts = outcome.ok ? cohortsOf(outcome.answer satisfies MetricAnswer) : [];
  const weeks = Math.max(0, ...cohorts.map(({ shares }) => shares.length));
  const day = (at: Date) =>
    format.dateTime(at, { day: "numeric", month: "short", timeZone: "UTC" });
  const share = (part: number | null) =>
    part === null ? t("kept") : format.number(part, { style: "percent" });

  return (
    <section
      aria-label={title}
      className="mt-3 flex min-w-0 flex-col gap-2 rounded-lg border border-n6 bg-raised p-3"
    >
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h3 className="font-medium text-sm">{title}</h3>
          <p className="text-n11 text-xs">
            {definition.definition} {t("keptBackRule")}
          </p>
        </div>
        <IconButton
          label={t("asCsv", { title })}
          icon={<Download aria-hidden />}
          disabled={cohorts.length === 0}
          onClick={() =>
            downloadCsv(
              title,
              cohorts.map(({ at, people, shares }) => ({
                [t("firstWeek")]: at.toISOString().slice(0, 10),
                [t("people")]: people,
                ...Object.fromEntries(shares.map((part, week) => [`+${week + 1}`, part])),
              })),
            )
          }
        />
      </header>
      {!outcome.ok ? (
        <p className="text-attention text-sm">{outcome.message}</p>
      ) : cohorts.length === 0 ? (
        <p className="py-6 text-center text-n11 text-sm">{t("nothing")}</p>
      ) : (
        <Table label={title}>
          <thead>
            <tr>
              <TableHead>{t("firstWeek")}</TableHead>
              <TableHead numeric>{t("people")}</TableHead>
              {Array.from({ length: weeks }, (_, week) => (
                <TableHead key={week} numeric>
                  {t("weekAfter", { week: week + 1 })}
                </TableHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map(({ at, people, shares }) => (
              <TableRow key={at.toISOString()}>
                <TableCell>{t("weekOf", { day: day(at) })}</TableCell>
                <TableCell numeric>{people ?? t("kept")}</TableCell>
                {Array.from({ length: weeks }, (_, week) => (
                  <TableCell key={week} numeric>
                    {week < shares.length ? share(shares[week] ?? null) : ""}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
