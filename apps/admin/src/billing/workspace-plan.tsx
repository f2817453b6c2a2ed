"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { meters, standings } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { Section } from "~/documents/section";

import { type Meter, unitOf, useAmount } from "./amounts";
import { useBillingDone } from "./use-billing-done";

type Billing = Outputs["admin"]["billing"]["workspace"];
const DEFAULT = "default";

/** The plan of a workspace, how its payments stand, and its own limits. */
export function WorkspacePlan({ id }: { id: string }) {
  const t = useTranslations("billing");
  const trpc = useTRPC();
  const billing = useQuery(trpc.admin.billing.workspace.queryOptions({ id }));
  return (
    <Section title={t("planAndLimits")} hint={t("planAndLimitsHint")}>
      <Loaded query={billing} label={t("loading")}>
        {(data) => (
          <div className="flex flex-col gap-4">
            <PlanForm id={id} billing={data} />
            <Limits id={id} limits={data.limits} />
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function PlanForm({ id, billing }: { id: string; billing: Billing }) {
  const t = useTranslations("billing");
  const trpc = useTRPC();
  const done = useBillingDone();
  const plans = useQuery(trpc.admin.billing.plans.queryOptions({}));
  const [planId, setPlanId] = useState(billing.planId ?? DEFAULT);
  const [standing, setStanding] = useState<(typeof standings)[number]>(billing.standing);
  const assign = useMutation(trpc.admin.billing.assignPlan.mutationOptions(done(t("saved"))));
  const options = [
    { value: DEFAULT, label: t("default") },
    ...(plans.data?.items ?? [])
      .filter(({ archivedAt, id: each }) => archivedAt === null || each === billing.planId)
      .map(({ id: value, name: label }) => ({ value, label })),
  ];
  if (billing.isCharged) return <p className="text-n11">{t("charged")}</p>;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label={t("plan")}>
        {(control) => (
          <Select
            {...control}
            label={t("plan")}
            value={planId}
            options={options}
            onChange={setPlanId}
          />
        )}
      </Field>
      <Field label={t("standing")}>
        {(control) => (
          <Select
            {...control}
            label={t("standing")}
            value={standing}
            options={standings.map((value) => ({ value, label: t(`standing_${value}`) }))}
            onChange={(next) => setStanding(standings.find((each) => each === next) ?? "active")}
          />
        )}
      </Field>
      <Button
        loading={assign.isPending}
        onClick={() => assign.mutate({ id, planId: planId === DEFAULT ? null : planId, standing })}
      >
        {t("save")}
      </Button>
    </div>
  );
}

function Limits({ id, limits }: { id: string; limits: Billing["limits"] }) {
  const t = useTranslations("billing");
  const trpc = useTRPC();
  const done = useBillingDone();
  const amount = useAmount();
  const [meter, setMeter] = useState<Meter>("pages");
  const set = useMutation(trpc.admin.billing.setLimit.mutationOptions(done(t("saved"))));

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const hard = Number(new FormData(event.currentTarget).get("hard"));
    set.mutate({ id, meter, limit: { soft: null, hard: Math.round(hard * unitOf(meter)) } });
  }

  return (
    <>
      <ul className="flex flex-col gap-1">
        {limits.map((limit) => (
          <li key={limit.meter} className="flex items-center gap-3">
            <span>{t(`meter_${limit.meter}`)}</span>
            <span className="tabular-nums">
              {limit.hard === null ? t("none") : amount(limit.meter, limit.hard)}
            </span>
            <Button
              size="sm"
              variant="ghost"
              onClick={() => set.mutate({ id, meter: limit.meter, limit: null })}
            >
              {t("asInPlan")}
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={save} className="flex flex-wrap items-end gap-3">
        <Field label={t("meter")}>
          {(control) => (
            <Select
              {...control}
              label={t("meter")}
              value={meter}
              options={meters.map((value) => ({ value, label: t(`meter_${value}`) }))}
              onChange={(next) => setMeter(meters.find((each) => each === next) ?? "pages")}
            />
          )}
        </Field>
        <Field label={t("hard")}>
          {(control) => (
            <Input
              {...control}
              name="hard"
              type="number"
              min={0}
              step="any"
              required
              className="w-32"
            />
          )}
        </Field>
        <Button type="submit" loading={set.isPending}>
          {t("setLimit")}
        </Button>
      </form>
    </>
  );
}
