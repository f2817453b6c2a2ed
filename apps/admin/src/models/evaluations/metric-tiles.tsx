"use client";

import { StatTile } from "@besunny/ui/display/stat-tile";
import { useFormatter, useTranslations } from "next-intl";

import type { Metrics } from "../models-data";

/** The figures first asked for, with their intervals. */
export function MetricTiles({ metrics }: { metrics: Metrics }) {
  const t = useTranslations("models");
  const format = useFormatter();
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : t("share", { share: value });
  const decimals = (value: number | null) =>
    value === null ? "–" : format.number(value, { maximumFractionDigits: 3 });
  const interval = (of: { low: number; high: number } | null) =>
    of ? t("interval", { low: of.low, high: of.high }) : undefined;
  const { gain } = metrics;

  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <StatTile
        label={t("accuracy")}
        value={share(metrics.accuracy?.share)}
        note={interval(metrics.accuracy)}
      />
      <StatTile
        label={t("gain")}
        value={gain ? t("points", { points: 100 * gain.gain }) : "–"}
        note={gain && t("pointsInterval", { low: 100 * gain.low, high: 100 * gain.high })}
      />
      <StatTile
        label={t("precision")}
        value={share(metrics.precision?.share)}
        note={interval(metrics.precision)}
      />
      <StatTile label={t("abstention")} value={share(metrics.abstention)} />
      <StatTile label={t("macroF1")} value={decimals(metrics.macroF1)} />
      <StatTile label={t("calibrationError")} value={decimals(metrics.calibrationError)} />
      <StatTile label={t("coverageAt")} value={share(metrics.coverageAtPrecision?.coverage ?? 0)} />
      <StatTile
        label={t("took")}
        value={
          metrics.p95Us === null
            ? "–"
            : format.number(metrics.p95Us / 1_000, {
                style: "unit",
                unit: "millisecond",
                maximumFractionDigits: 1,
              })
        }
        note={
          metrics.costMicro === null
            ? t("unknownCost")
            : format.number(metrics.costMicro / 1e6, { style: "currency", currency: "USD" })
        }
      />
    </div>
  );
}
