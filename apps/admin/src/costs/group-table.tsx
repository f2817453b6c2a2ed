"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { type CostRange, costParsers, type SpendingRow } from "./cost-range";
import { useMoney } from "./money";

const narrowing = ["workspace", "model", "step", "user", "key"] as const;
const figures = ["calls", "inputTokens", "outputTokens", "unknown", "refused"] as const;

/** The sums of one grouping; a name narrows the page to its calls. */
export function GroupTable({ groups, by }: { groups: SpendingRow[]; by: CostRange["by"] }) {
  const t = useTranslations("costs");
  const format = useFormatter();
  const money = useMoney();
  const [, setRange] = useQueryStates(costParsers, { history: "push" });
  const narrows = narrowing.find((each) => each === by);
  if (groups.length === 0) return <p className="py-8 text-center text-n11">{t("none")}</p>;

  return (
    <Table label={t("sums")}>
      <thead>
        <tr>
          <TableHead>{t(`by_${by}`)}</TableHead>
          <TableHead numeric>{t("cost")}</TableHead>
          {figures.map((name) => (
            <TableHead key={name} numeric>
              {t(name)}
            </TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <TableRow key={group.key ?? ""}>
            <TableCell>
              {narrows && group.key !== null ? (
                <button
                  type="button"
                  className="underline underline-offset-2"
                  onClick={() => void setRange({ [narrows]: group.key })}
                >
                  <bdi>{group.name ?? group.key}</bdi>
                </button>
              ) : (
                <bdi>{group.name ?? group.key ?? t("nobody")}</bdi>
              )}
            </TableCell>
            <TableCell numeric>{money(group.costMicro)}</TableCell>
            {figures.map((name) => (
              <TableCell key={name} numeric>
                {format.number(group[name])}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
