"use client";

import { allSpendingGroups } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { StatTile } from "@besunny/ui/display/stat-tile";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { CallRows } from "./call-rows";
import { asCostFilter, costParsers, type SpendingRow } from "./cost-range";
import { GroupTable } from "./group-table";
import { useMoney } from "./money";

const filters = ["workspace", "model", "step", "user", "key", "state"] as const;

/** Shows what was spent, summed up in one way; every sum narrows the page to its calls. */
export function Spent() {
  const t = useTranslations("costs");
  const trpc = useTRPC();
  const [range, setRange] = useQueryStates(costParsers, { history: "push" });
  const spending = useQuery(
    trpc.admin.costs.spending.queryOptions(
      { ...asCostFilter(range), by: range.by },
      { placeholderData: keepPreviousData },
    ),
  );
  const chosen = filters.filter((name) => range[name] !== null);

  return (
    <Loaded query={spending} label={t("loading")}>
      {({ total, groups }) => (
        <div className="flex flex-col gap-6 p-4">
          {chosen.length > 0 && (
            <div className="flex flex-wrap gap-2">
              {chosen.map((name) => (
                <Button key={name} onClick={() => void setRange({ [name]: null })}>
                  {t(`by_${name}`)}: <bdi className="max-w-60 truncate">{range[name]}</bdi>
                  <X aria-label={t("removeFilter")} />
                </Button>
              ))}
            </div>
          )}
          <Totals total={total} />
          <section aria-label={t("sums")}>
            <header className="flex flex-wrap items-center gap-2 pb-2">
              <h2 className="flex-1 font-semibold">{t("sums")}</h2>
              <div className="max-w-full overflow-x-auto">
                <SegmentedControl
                  label={t("by")}
                  value={range.by}
                  options={allSpendingGroups.map((value) => ({ value, label: t(`by_${value}`) }))}
                  onChange={(next) =>
                    void setRange({
                      by: allSpendingGroups.find((each) => each === next) ?? "workspace",
                    })
                  }
                />
              </div>
            </header>
            <GroupTable groups={groups} by={range.by} />
          </section>
          <CallRows />
        </div>
      )}
    </Loaded>
  );
}

function Totals({ total }: { total: SpendingRow }) {
  const t = useTranslations("costs");
  const format = useFormatter();
  const money = useMoney();
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      <StatTile label={t("cost")} value={money(total.costMicro)} note={t("costNote")} />
      <StatTile label={t("calls")} value={format.number(total.calls)} />
      <StatTile
        label={t("unknownCost")}
        value={format.number(total.unknown)}
        note={t("unknownCostNote")}
      />
      <StatTile
        label={t("estimated")}
        value={format.number(total.estimated)}
        note={t("estimatedNote")}
      />
      <StatTile label={t("refused")} value={format.number(total.refused)} note={t("refusedNote")} />
    </div>
  );
}
