"use client";

import { issueStates } from "@besunny/api/browser/vocabulary";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FileCheck2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { PageHeader } from "~/shell/page-header";

import { WorkspaceSelect } from "../workspace-select";
import { IssueMatrix } from "./issue-matrix";
import { IssueRows } from "./issue-rows";
import { issueParsers } from "./place";

/** Shows the issues of documents by kind and source. Every figure leads to its documents. */
export function DataQuality() {
  const t = useTranslations("dataQuality");
  const trpc = useTRPC();
  const [{ workspace, state }, setPlace] = useQueryStates(issueParsers, { history: "push" });
  const counts = useQuery(
    trpc.admin.quality.issueCounts.queryOptions(
      { workspaceId: workspace },
      { placeholderData: keepPreviousData },
    ),
  );

  return (
    <>
      <PageHeader title={t("title")}>
        <WorkspaceSelect
          value={workspace}
          onChange={(next) => void setPlace({ workspace: next, kind: null, source: null })}
        />
        <SegmentedControl
          label={t("state")}
          value={state}
          options={issueStates.map((value) => ({ value, label: t(`state_${value}`) }))}
          onChange={(next) =>
            void setPlace({ state: issueStates.find((known) => known === next) ?? "open" })
          }
        />
      </PageHeader>
      <Loaded query={counts} label={t("loading")}>
        {({ items }) => {
          const shown = items.filter((each) => each.state === state);
          return shown.length === 0 ? (
            <EmptyState icon={<FileCheck2 aria-hidden />} title={t("none")}>
              {t("noneHint")}
            </EmptyState>
          ) : (
            <div className="flex flex-col gap-8 p-4">
              <IssueMatrix counts={shown} />
              <IssueRows />
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
