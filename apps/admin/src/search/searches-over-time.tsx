"use client";

import { useTranslations } from "next-intl";

import { tint } from "~/charts/tint";

import { DayChart } from "./day-chart";
import type { Quality } from "./range";

/** Searches and questions by day, with those that found nothing. */
export function SearchesOverTime({ quality }: { quality: Quality }) {
  const t = useTranslations("search");
  const rows = quality.days.map(({ day, searches, empty, questions, declined }) => ({
    day: day.toISOString().slice(0, 10),
    values: { found: searches - empty, empty, answered: questions - declined, declined },
  }));
  return (
    <DayChart
      title={t("overTime")}
      definition={t("overTimeDefinition")}
      rows={rows}
      series={[
        { key: "found", name: t("foundSome"), color: tint("--good"), stack: "searches" },
        { key: "empty", name: t("empty"), color: tint("--bad"), stack: "searches" },
        { key: "answered", name: t("answered"), color: tint("--info"), stack: "questions" },
        { key: "declined", name: t("declined"), color: "var(--accent)", stack: "questions" },
      ]}
      only={{ empty: "empty", declined: "declined" }}
      amount={(value) => t("calls", { count: value })}
    />
  );
}
