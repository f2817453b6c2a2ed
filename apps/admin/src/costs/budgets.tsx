"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { useMoney } from "./money";

/** The budgets of all workspaces. Their owners and admins set them in the settings of the workspace. */
export function Budgets() {
  const t = useTranslations("costs");
  const format = useFormatter();
  const money = useMoney();
  const trpc = useTRPC();
  const budgets = useQuery(trpc.admin.costs.budgets.queryOptions({}));

  return (
    <Loaded query={budgets} label={t("loading")}>
      {({ items }) => (
        <section aria-label={t("tab_budgets")} className="p-4">
          <p className="pb-2 text-n11">{t("budgetsLead")}</p>
          {items.length === 0 && <p className="py-8 text-center text-n11">{t("noBudgets")}</p>}
          {items.length > 0 && (
            <Table label={t("tab_budgets")}>
              <thead>
                <tr>
                  <TableHead>{t("by_workspace")}</TableHead>
                  <TableHead>{t("budgetOf")}</TableHead>
                  <TableHead>{t("period")}</TableHead>
                  <TableHead numeric>{t("amount")}</TableHead>
                  <TableHead numeric>{t("cost")}</TableHead>
                  <TableHead numeric>{t("reserved")}</TableHead>
                  <TableHead numeric>{t("used")}</TableHead>
                </tr>
              </thead>
              <tbody>
                {items.map((budget) => (
                  <TableRow key={budget.id}>
                    <TableCell>
                      <Link
                        href={`/workspaces/${budget.workspaceId}`}
                        className="underline underline-offset-2"
                      >
                        <bdi>{budget.workspaceName ?? budget.workspaceId}</bdi>
                      </Link>
                    </TableCell>
                    <TableCell>
                      {t(`subject_${budget.subjectKind}`)}{" "}
                      <bdi>{budget.subjectName ?? budget.subjectId}</bdi>
                    </TableCell>
                    <TableCell>{t(`period_${budget.period}`)}</TableCell>
                    <TableCell numeric>{money(budget.amountMicro)}</TableCell>
                    <TableCell numeric>{money(budget.spentMicro)}</TableCell>
                    <TableCell numeric>{money(budget.reservedMicro)}</TableCell>
                    <TableCell numeric>
                      {format.number(
                        budget.amountMicro === 0 ? 1 : budget.spentMicro / budget.amountMicro,
                        { style: "percent", maximumFractionDigits: 0 },
                      )}
                    </TableCell>
                  </TableRow>
                ))}
              </tbody>
            </Table>
          )}
        </section>
      )}
    </Loaded>
  );
}
