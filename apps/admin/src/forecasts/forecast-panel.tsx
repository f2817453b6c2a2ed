"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { ForecastChart } from "@besunny/ui/charts/forecast-chart";
import { useFormatter, useTranslations } from "next-intl";

export type Forecast = Outputs["admin"]["forecasts"]["forecast"];

const SHOWN_PER_STEP = 4;
const LEAST_SHOWN = 40;

/** A forecast with how good it was in the past, or the sentence that says why there is none. */
export function ForecastPanel({ forecast }: { forecast: Forecast }) {
  const t = useTranslations("forecasts");
  const format = useFormatter();
  const { title, unit, grain, timeZone, state, mase, have, needed, ahead } = forecast;
  const amountText = (value: number) => amountOf(value, unit, format);
  const partText = (at: Date) =>
    format.dateTime(at, {
      timeZone,
      year: "numeric",
      month: "2-digit",
      ...(grain !== "month" && { day: "2-digit" }),
      ...(grain === "hour" && { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    });
  const past = forecast.past.slice(-Math.max(LEAST_SHOWN, SHOWN_PER_STEP * ahead.length));

  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div>
        <h2 className="font-semibold">{title}</h2>
        <p className="text-n11 text-xs">{forecast.definition}</p>
      </div>
      {state !== "shown" && (
        <p role="status" className="rounded-lg border border-n6 bg-n2 px-4 py-3">
          {state === "short" && t("state_short", { have, needed, grain })}
          {state === "noBetter" &&
            t("state_noBetter", { grain, mase: format.number(mase ?? 1, twoDigits) })}
          {state === "repeats" && t("state_repeats", { grain })}
        </p>
      )}
      <RunsOut forecast={forecast} amountText={amountText} partText={partText} />
      <ForecastChart
        title={t("chartLabel", { title })}
        words={{
          view: t("view"),
          chart: t("chart"),
          table: t("table"),
          part: t("part"),
          past: t("past"),
          ahead: t("ahead"),
          interval: t("interval"),
        }}
        points={[
          ...past.map(({ at, value }) => ({ name: partText(at), past: value })),
          ...ahead.map(({ at, value, low, high }) => ({
            name: partText(at),
            ahead: value,
            interval: [low, high] satisfies [number, number],
          })),
        ]}
        amountText={amountText}
      />
      {state === "shown" && <Goodness forecast={forecast} />}
    </div>
  );
}

function Goodness({ forecast }: { forecast: Forecast }) {
  const t = useTranslations("forecasts");
  const format = useFormatter();
  const { grain, mase, folds, coverage, coverageWanted, model, past } = forecast;
  const share = (value: number) =>
    format.number(value, { style: "percent", maximumFractionDigits: 0 });
  const unusual = past.filter(({ isUnusual }) => isUnusual).length;

  return (
    <p className="max-w-3xl text-n11 text-sm">
      {t("good", { grain, folds, mase: format.number(mase ?? 0, twoDigits) })}{" "}
      {coverage === null
        ? t("noCoverage", { wanted: share(coverageWanted) })
        : t("coverage", { wanted: share(coverageWanted), measured: share(coverage) })}{" "}
      {unusual > 0 && `${t("unusual", { count: unusual })} `}
      {model && t("madeBy", { model: t(`model_${model}`) })}
    </p>
  );
}

function RunsOut({
  forecast,
  amountText,
  partText,
}: {
  forecast: Forecast;
  amountText: (value: number) => string;
  partText: (at: Date) => string;
}) {
  const t = useTranslations("forecasts");
  const { runsOut, ahead } = forecast;
  if (!runsOut) return null;
  const { expected, earliest, latest } = runsOut;
  const limit = amountText(runsOut.limit);
  const horizon = ahead.length;

  return (
    <p className="font-medium">
      {expected && earliest
        ? t("runsOut", {
            limit,
            expected: partText(expected),
            earliest: partText(earliest),
            latest: latest
              ? t("latestOn", { day: partText(latest) })
              : t("latestNever", { horizon }),
          })
        : earliest
          ? t("mayBe", { limit, horizon, earliest: partText(earliest) })
          : t("notWithin", { limit, horizon })}
    </p>
  );
}

const twoDigits = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;

function amountOf(value: number, unit: string, format: ReturnType<typeof useFormatter>): string {
  if (unit === "microUsd")
    return format.number(value / 1_000_000, {
      style: "currency",
      currency: "USD",
      maximumFractionDigits: 2,
    });
  if (unit === "share") return format.number(value, { style: "percent", maximumFractionDigits: 1 });
  if (unit === "bytes")
    return format.number(value / 1_000_000, {
      style: "unit",
      unit: "megabyte",
      maximumFractionDigits: 1,
    });
  return format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
}
