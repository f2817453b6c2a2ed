"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Progress } from "@besunny/ui/feedback/progress";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Panel } from "../panel";
import { PutBudget } from "./put-budget";
import { useMoney } from "./use-money";

/** The budgets of the workspace, with what was spent of each. */
export function Budgets() {
  const t = useTranslations("spending");
  const trpc = useTRPC();
  const money = useMoney();
  const changed = useToldChange(trpc.costs.pathKey());
  const budgets = useQuery(trpc.costs.budgets.queryOptions({}));
  const remove = useMutation(trpc.costs.removeBudget.mutationOptions(changed(t("removed"))));

  return (
    <Panel title={t("budgets")} hint={t("budgetsHint")}>
      {budgets.error && (
        <ProblemState error={budgets.error} onRetry={() => void budgets.refetch()} />
      )}
      {budgets.data?.items.length === 0 && <p className="mb-4 text-n11">{t("noBudgets")}</p>}
      <ul className="mb-6 flex flex-col gap-4">
        {budgets.data?.items.map((budget) => {
          const name = t(`of_${budget.subjectKind}`, {
            name: budget.subjectName ?? budget.subjectId,
          });
          const share = budget.amountMicro === 0 ? 1 : budget.spentMicro / budget.amountMicro;
          return (
            <li key={budget.id} className="flex items-center gap-3">
              <div className="min-w-0 flex-1">
                <div className="flex flex-wrap justify-between gap-x-4">
                  <bdi className="truncate font-medium">{name}</bdi>
                  <span className="text-n11 text-sm tabular-nums">
                    {t(`spentOf_${budget.period}`, {
                      spent: money(budget.spentMicro),
                      amount: money(budget.amountMicro),
                    })}
                  </span>
                </div>
                <Progress value={share} label={name} className="mt-1.5" />
                {share >= 0.8 && (
                  <p className="mt-1 text-attention text-sm">
                    {share >= 0.95 ? t("degrades") : t("warns")}
                  </p>
                )}
              </div>
              <IconButton
                label={t("remove", { name })}
                icon={<Trash2 aria-hidden />}
                onClick={() => remove.mutate({ id: budget.id })}
              />
            </li>
          );
        })}
      </ul>
      <PutBudget />
    </Panel>
  );
}
