"use client";

import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Tabs } from "@besunny/ui/layout/tabs";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { ranges } from "~/overview/range";
import { PageHeader } from "~/shell/page-header";

import { Budgets } from "./budgets";
import { costParsers, costTabs } from "./cost-range";
import { Ends } from "./ends";
import { Prices } from "./prices";
import { Spent } from "./spent";

/** Shows what was spent on outside models, down to the single call; budgets, prices, and when models end. */
export function Costs() {
  const t = useTranslations("costs");
  const [{ days, tab }, setRange] = useQueryStates(costParsers, { history: "push" });
  const content = { spent: <Spent />, budgets: <Budgets />, prices: <Prices />, ends: <Ends /> };

  return (
    <>
      <PageHeader title={t("title")}>
        {tab === "spent" && (
          <SegmentedControl
            label={t("range")}
            value={String(days)}
            options={ranges.map((range) => ({
              value: String(range),
              label: t("days", { days: range }),
            }))}
            onChange={(next) =>
              void setRange({ days: ranges.find((range) => String(range) === next) ?? 7 })
            }
          />
        )}
      </PageHeader>
      <Tabs
        label={t("title")}
        listClassName="px-4"
        value={tab}
        onChange={(next) =>
          void setRange({ tab: costTabs.find((each) => each === next) ?? "spent" })
        }
        tabs={costTabs.map((value) => ({
          value,
          label: t(`tab_${value}`),
          content: content[value],
        }))}
      />
    </>
  );
}
