"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Waves } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { PageHeader } from "~/shell/page-header";

import { WorkspaceSelect } from "../workspace-select";
import { DriftChart } from "./drift-chart";
import { driftParsers, spans } from "./drift-place";
import { WindowTable } from "./window-table";

/** Compares the documents of each source and week with those of the weeks before. */
export function Drift() {
  const t = useTranslations("drift");
  const trpc = useTRPC();
  const [{ days, workspace }, setPlace] = useQueryStates(driftParsers, { history: "push" });
  const drift = useQuery(
    trpc.admin.quality.drift.queryOptions(
      { days, workspaceId: workspace },
      { placeholderData: keepPreviousData },
    ),
  );

  return (
    <>
      <PageHeader title={t("title")}>
        <WorkspaceSelect
          value={workspace}
          onChange={(next) => void setPlace({ workspace: next, open: null })}
        />
        <SegmentedControl
          label={t("range")}
          value={String(days)}
          options={spans.map((span) => ({ value: String(span), label: t("days", { days: span }) }))}
          onChange={(next) =>
            void setPlace({ days: spans.find((span) => String(span) === next) ?? 90 })
          }
        />
      </PageHeader>
      <Loaded query={drift} label={t("loading")}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<Waves aria-hidden />} title={t("none")}>
              {t("noneHint")}
            </EmptyState>
          ) : (
            <div className="flex flex-col gap-8 p-4">
              <DriftChart windows={items} />
              <WindowTable windows={items} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}
