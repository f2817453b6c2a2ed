"use client";

import { spendingGroups } from "@besunny/api/browser/vocabulary";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";

import { Panel } from "../panel";
import { useMoney } from "./use-money";

const DAYS = 30;

/** Shows what was spent in the last 30 days, summed up in one way. */
export function Sums() {
  const t = useTranslations("spending");
  const format = useFormatter();
  const money = useMoney();
  const trpc = useTRPC();
  const [by, setBy] = useQueryState(
    "by",
    parseAsStringLiteral(spendingGroups).withDefault("model"),
  );
  const spending = useQuery(
    trpc.costs.spending.queryOptions({ by, days: DAYS }, { placeholderData: keepPreviousData }),
  );
  const { total, groups } = spending.data ?? {};

  return (
    <Panel title={t("spent")} hint={t("spentHint", { days: DAYS })}>
      {total && (
        <p className="mb-3">
          <span className="font-semibold text-lg tabular-nums">{money(total.costMicro)}</span>{" "}
          {t("calls", { count: total.calls })}
          {total.unknown > 0 && ` · ${t("unknown", { count: total.unknown })}`}
          {total.refused > 0 && ` · ${t("refused", { count: total.refused })}`}
        </p>
      )}
      <div className="max-w-full overflow-x-auto">
        <SegmentedControl
          label={t("by")}
          value={by}
          options={spendingGroups.map((value) => ({ value, label: t(`by_${value}`) }))}
          onChange={(next) => void setBy(spendingGroups.find((each) => each === next) ?? "model")}
        />
      </div>
      {groups?.length === 0 && <p className="py-6 text-n11">{t("none")}</p>}
      {groups && groups.length > 0 && (
        <Table label={t("spent")} className="mt-2">
          <thead>
            <tr>
              <TableHead>{t(`by_${by}`)}</TableHead>
              <TableHead numeric>{t("cost")}</TableHead>
              <TableHead numeric>{t("number")}</TableHead>
              <TableHead numeric>{t("ofUnknown")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <TableRow key={group.key ?? ""}>
                <TableCell>
                  <bdi>{group.name ?? group.key ?? t("nobody")}</bdi>
                </TableCell>
                <TableCell numeric>{money(group.costMicro)}</TableCell>
                <TableCell numeric>{format.number(group.calls)}</TableCell>
                <TableCell numeric>{format.number(group.unknown)}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
