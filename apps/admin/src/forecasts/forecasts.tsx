"use client";

import { grains } from "@besunny/api/browser/vocabulary";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { useDeferredValue } from "react";
import { PageHeader } from "~/shell/page-header";

import { ForecastPanel } from "./forecast-panel";

const cuts = grains.filter((grain) => grain !== "none");
const horizons = [7, 14, 28, 56, 90];
/** Quantiles and shares are not forecast, and levels have no history. */
const forecastable: readonly string[] = ["count", "sum", "distinct"];

/** Forecasts one figure, and says when a limit of it is reached. */
export function Forecasts() {
  const t = useTranslations("forecasts");
  const trpc = useTRPC();
  const [asked, setAsked] = useQueryStates({
    metric: parseAsString.withDefault("documents.received"),
    grain: parseAsString.withDefault("day"),
    horizon: parseAsInteger.withDefault(28),
    limit: parseAsString.withDefault(""),
    used: parseAsString.withDefault(""),
  });
  const metrics = useQuery(trpc.admin.metrics.list.queryOptions({}));
  const chosen = metrics.data?.items.find(({ name }) => name === asked.metric);
  const scale = chosen?.unit === "microUsd" ? 1_000_000 : 1;
  const limit = Number(asked.limit) > 0 ? Number(asked.limit) * scale : null;
  const used = Number(asked.used) > 0 ? Number(asked.used) * scale : 0;
  const question = useDeferredValue({
    metric: asked.metric,
    grain: cuts.find((each) => each === asked.grain) ?? "day",
    horizon: Math.min(90, Math.max(1, asked.horizon)),
    timeZone: "UTC",
    limit,
    used,
  });
  const forecast = useQuery(
    trpc.admin.forecasts.forecast.queryOptions(question, {
      enabled: chosen !== undefined,
      retry: false,
      placeholderData: keepPreviousData,
    }),
  );

  return (
    <>
      <PageHeader title={t("title")} />
      <p className="max-w-3xl px-4 pt-4 text-n11">{t("lead")}</p>
      <div className="flex flex-wrap items-end gap-4 p-4">
        <Field label={t("figure")}>
          {({ id }) => (
            <Select
              id={id}
              className="min-w-56"
              label={t("figure")}
              value={asked.metric}
              options={(metrics.data?.items ?? [])
                .filter(({ kind }) => forecastable.includes(kind))
                .map(({ name, title }) => ({ value: name, label: title }))}
              onChange={(metric) => void setAsked({ metric })}
            />
          )}
        </Field>
        <Field label={t("grain")}>
          {({ id }) => (
            <Select
              id={id}
              label={t("grain")}
              value={question.grain}
              options={cuts.map((grain) => ({ value: grain, label: t(`grain_${grain}`) }))}
              onChange={(grain) => void setAsked({ grain })}
            />
          )}
        </Field>
        <Field label={t("horizon")}>
          {({ id }) => (
            <Select
              id={id}
              label={t("horizon")}
              value={String(asked.horizon)}
              options={horizons.map((count) => ({
                value: String(count),
                label: t("horizonOf", { count }),
              }))}
              onChange={(count) => void setAsked({ horizon: Number(count) })}
            />
          )}
        </Field>
        <AmountField
          label={t("limit")}
          value={asked.limit}
          onChange={(next) => void setAsked({ limit: next })}
        />
        {limit !== null && (
          <AmountField
            label={t("used")}
            value={asked.used}
            onChange={(next) => void setAsked({ used: next })}
          />
        )}
      </div>
      <p className="px-4 text-n11 text-xs">{t("limitHint")}</p>
      <div className="max-w-5xl p-4 pb-10">
        {(metrics.isPending || forecast.isPending) && (
          <Skeleton className="h-80" aria-label={t("loading")} />
        )}
        {(metrics.error ?? forecast.error) && !forecast.data && (
          <ProblemState
            error={metrics.error ?? forecast.error}
            onRetry={() => void Promise.all([metrics.refetch(), forecast.refetch()])}
          />
        )}
        {forecast.data && <ForecastPanel forecast={forecast.data} />}
      </div>
    </>
  );
}

function AmountField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={0}
          step="any"
          className="w-32"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
