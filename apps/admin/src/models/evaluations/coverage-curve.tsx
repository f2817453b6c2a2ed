"use client";

import { CurveChart } from "@besunny/ui/charts/curve-chart";
import { useTranslations } from "next-intl";

import type { Metrics } from "../models-data";
import { useCurveWords } from "./use-curve-words";

/** The share of right answers among the surest ones, by the share of documents that they answer. */
export function CoverageCurve({ metrics }: { metrics: Metrics }) {
  const t = useTranslations("models");
  const words = useCurveWords(t("coverage"));
  const percent = (value: number) => t("share", { share: value / 100 });
  return (
    <CurveChart
      title={t("coverage")}
      definition={t("coverageDefinition")}
      words={words}
      xName={t("answered")}
      yName={t("precision")}
      boundsName=""
      points={metrics.coverage.map(({ coverage, precision }) => ({
        x: 100 * coverage,
        y: 100 * precision,
      }))}
      xText={percent}
      yText={percent}
    />
  );
}
