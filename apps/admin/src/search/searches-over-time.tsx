"use client";

import { useTranslations } from "next-intl";
import { tint } from "~/overview/overview-data";

import { DayChart } from "./day-chart";
import type { Quality } from "./range";

/** Searches and questions by day, with those that found nothing. */
export function SearchesOverTime({ quality }: { quality: Quality }) {
  const t = useTranslations("search");
  const rows = quality.days.map(({ day, searches, empty, questions, declined }) => ({
    day: day.toISOString().slice(0, 10),
    found: searches - empty,
    empty,
    answered: questions - declined,
    declined,
  }));
  return (
    <DayChart
      title={t("overTime")}
      definition={t("overTimeDefinition")}
      rows={rows}
      series={[
        { key: "found", name: t("searches"), fill: tint("--good"), stack: "searches" },
        { key: "empty", name: t("empty"), fill: tint("--bad"), stack: "searches", only: "empty" },
        { key: "answered", name: t("questions"), fill: tint("--info"), stack: "questions" },
        {
          key: "declined",
          name: t("declined"),
          fill: "var(--accent)",
          stack: "questions",
          only: "declined",
        },
      ]}
    />
  );
}
