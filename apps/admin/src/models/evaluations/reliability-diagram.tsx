"use client";

import { useTranslations } from "next-intl";

import { FiguresChart } from "~/charts/figures-chart";

import type { Metrics } from "../models-data";

/** The confidence and the accuracy of the release, by bin. Bars of one height are well calibrated. */
export function ReliabilityDiagram({ metrics }: { metrics: Metrics }) {
  const t = useTranslations("models");
  const percent = (value: number) => t("share", { share: value / 100 });
  return (
    <FiguresChart
      title={t("reliability")}
      definition={t("reliabilityDefinition")}
      axisName={t("confidence")}
      rows={metrics.reliability.map(({ from, to, confidence, accuracy, documents }) => ({
        key: String(from),
        name: t("bin", { from, to }),
        values: { confidence: 100 * confidence, accuracy: 100 * accuracy, documents },
      }))}
      series={[
        { key: "confidence", name: t("confidence"), color: "var(--n8)" },
        { key: "accuracy", name: t("accuracy"), color: "var(--accent)" },
      ]}
      columns={[
        { name: t("documents"), numeric: true, text: ({ values }) => values.documents ?? 0 },
      ]}
      amount={percent}
      numberText={percent}
    />
  );
}
