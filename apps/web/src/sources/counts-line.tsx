"use client";

import { useTranslations } from "next-intl";

import type { Source } from "./source";

const others = [
  ["waiting", "countWaiting"],
  ["processing", "countProcessing"],
  ["skipped", "countSkipped"],
  ["failed", "countFailed"],
  ["leftOut", "countLeftOut"],
] as const;

/** "12,431 of 12,608 ready, 142 skipped, 35 failed". */
export function CountsLine({ counts }: Pick<Source, "counts">) {
  const t = useTranslations("sources");
  if (counts.total === 0) return <>{t("countsNone")}</>;
  const parts = others
    .filter(([state]) => counts[state] > 0)
    .map(([state, words]) => t(words, { count: counts[state] }));
  return <>{[t("counts", counts), ...parts].join(", ")}</>;
}
