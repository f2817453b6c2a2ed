"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { Section } from "~/documents/section";

import { MICRO, type Plan } from "./amounts";
import { PutPlan } from "./put-plan";
import { useBillingDone } from "./use-billing-done";

/** The plans, with how many workspaces have each. */
export function Plans() {
  const t = useTranslations("billing");
  const trpc = useTRPC();
  const plans = useQuery(trpc.admin.billing.plans.queryOptions({}));
  const [changing, setChanging] = useState<Plan | "new" | null>(null);

  return (
    <Section
      as="h2"
      title={t("plans")}
      hint={t("plansHint")}
      actions={
        <Button size="sm" onClick={() => setChanging("new")}>
          {t("newPlan")}
        </Button>
      }
    >
      <Loaded query={plans} label={t("loading")}>
        {({ items }) => (
          <Table label={t("plans")}>
            <thead>
              <tr>
                <TableHead>{t("name")}</TableHead>
                <TableHead numeric>{t("fixed")}</TableHead>
                <TableHead numeric className="max-md:hidden">
                  {t("workspaces")}
                </TableHead>
                <TableHead>
                  <span className="sr-only">{t("change")}</span>
                </TableHead>
              </tr>
            </thead>
            <tbody>
              {items.map((plan) => (
                <PlanRow key={plan.id} plan={plan} onChange={() => setChanging(plan)} />
              ))}
            </tbody>
          </Table>
        )}
      </Loaded>
      {changing && (
        <PutPlan plan={changing === "new" ? null : changing} onClose={() => setChanging(null)} />
      )}
    </Section>
  );
}

function PlanRow({ plan, onChange }: { plan: Plan; onChange: () => void }) {
  const t = useTranslations("billing");
  const format = useFormatter();
  const trpc = useTRPC();
  const done = useBillingDone();
  const archive = useMutation(trpc.admin.billing.archivePlan.mutationOptions(done(t("saved"))));
  const { id, name, currency, fixedMicro, workspaces, isDefault, archivedAt } = plan;
  return (
    <TableRow>
      <TableCell>
        <bdi>{name}</bdi> {isDefault && <Badge tone="accent">{t("default")}</Badge>}{" "}
        {archivedAt && <Badge tone="neutral">{t("archived")}</Badge>}
      </TableCell>
      <TableCell numeric>
        {format.number(fixedMicro / MICRO, { style: "currency", currency })}
      </TableCell>
      <TableCell numeric className="max-md:hidden">
        {format.number(workspaces)}
      </TableCell>
      <TableCell className="py-1 text-right">
        {!isDefault && (
          <Button
            size="sm"
            variant="ghost"
            loading={archive.isPending}
            onClick={() => archive.mutate({ id, isArchived: archivedAt === null })}
          >
            {archivedAt ? t("restore") : t("archive")}
          </Button>
        )}
        <Button size="sm" variant="ghost" aria-label={t("changeOf", { name })} onClick={onChange}>
          {t("change")}
        </Button>
      </TableCell>
    </TableRow>
  );
}
