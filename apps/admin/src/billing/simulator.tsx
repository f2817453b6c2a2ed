"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Field } from "@besunny/ui/fields/field";
import { Select } from "@besunny/ui/fields/select";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { Section } from "~/documents/section";

import { type Plan, useAmount, useMinor } from "./amounts";

type Tried = Outputs["admin"]["billing"]["simulate"];

/** Asks what a plan would have cost a workspace, and what it would have refused. */
export function Simulator() {
  const t = useTranslations("billing");
  const trpc = useTRPC();
  const plans = useQuery(trpc.admin.billing.plans.queryOptions({}));
  const payments = useQuery(trpc.admin.billing.payments.queryOptions({}));
  const [planId, setPlanId] = useState<string | null>(null);
  const [workspaceId, setWorkspaceId] = useState<string | null>(null);
  const plan = plans.data?.items.find(({ id }) => id === planId) ?? null;
  const workspaces = (payments.data?.accounts ?? []).map(({ workspaceId: value, name: label }) => ({
    value,
    label,
  }));

  return (
    <Section as="h2" title={t("simulator")} hint={t("simulatorHint")}>
      <div className="flex flex-wrap gap-3">
        <Field label={t("workspace")}>
          {(control) => (
            <Select
              {...control}
              label={t("workspace")}
              value={workspaceId}
              placeholder={t("choose")}
              options={workspaces}
              onChange={setWorkspaceId}
            />
          )}
        </Field>
        <Field label={t("plan")}>
          {(control) => (
            <Select
              {...control}
              label={t("plan")}
              value={planId}
              placeholder={t("choose")}
              options={(plans.data?.items ?? []).map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              onChange={setPlanId}
            />
          )}
        </Field>
      </div>
      {plan && workspaceId && <Shown plan={plan} workspaceId={workspaceId} />}
    </Section>
  );
}

const MONTHS = 6;

function Shown({ plan, workspaceId }: { plan: Plan; workspaceId: string }) {
  const t = useTranslations("billing");
  const trpc = useTRPC();
  const { currency, fixedMicro, meters } = plan;
  const tried = useQuery(
    trpc.admin.billing.simulate.queryOptions({
      id: workspaceId,
      months: MONTHS,
      plan: { currency, fixedMicro, meters },
    }),
  );
  return (
    <Loaded query={tried} label={t("loading")}>
      {(result) => <Months result={result} />}
    </Loaded>
  );
}

function Months({ result }: { result: Tried }) {
  const t = useTranslations("billing");
  const format = useFormatter();
  const money = useMinor();
  const amount = useAmount();
  return (
    <Table label={t("simulator")} className="mt-3">
      <thead>
        <tr>
          <TableHead>{t("month")}</TableHead>
          <TableHead numeric>{t("cost")}</TableHead>
          <TableHead>{t("refused")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {result.months.map(({ startsAt, totalMinor, refused }) => (
          <TableRow key={startsAt.toISOString()}>
            <TableCell>
              {format.dateTime(startsAt, { month: "short", year: "numeric", timeZone: "UTC" })}
            </TableCell>
            <TableCell numeric>{money(totalMinor, result)}</TableCell>
            <TableCell className="text-n11 text-sm">
              {refused.length === 0
                ? t("nothing")
                : refused
                    .map(({ meter, quantity, from }) =>
                      t("refusedFrom", {
                        meter: t(`meter_${meter}`),
                        amount: amount(meter, quantity),
                        day: new Date(`${from}T12:00:00Z`),
                      }),
                    )
                    .join("; ")}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
