"use client";

import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Panel } from "../panel";

/** Asks whether calls go out whose price nobody knows. */
export function UnknownPrice() {
  const t = useTranslations("spending");
  const trpc = useTRPC();
  const changed = useToldChange(trpc.costs.pathKey());
  const budgets = useQuery(trpc.costs.budgets.queryOptions({}));
  const set = useMutation(trpc.costs.setUnknownPrice.mutationOptions(changed(t("saved"))));

  return (
    <Panel title={t("unknownPrice")} hint={t("unknownPriceHint")}>
      <SegmentedControl
        label={t("unknownPrice")}
        value={budgets.data?.unknownPrice ?? "go"}
        options={(["go", "stop"] as const).map((value) => ({ value, label: t(`price_${value}`) }))}
        onChange={(next) => set.mutate({ unknownPrice: next === "stop" ? "stop" : "go" })}
      />
    </Panel>
  );
}
