"use client";

import { issueStates } from "@besunny/api/browser/vocabulary";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { FileCheck2, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { PageHeader } from "~/shell/page-header";

import { IssueKinds } from "./issue-kinds";
import { IssueList } from "./issue-list";
import { MadeCleanings } from "./made-cleanings";
import { issueParsers } from "./place";

/** For owners and admins: what is wrong with documents, and what can be done about it. */
export function DataQuality({ isAllowed }: { isAllowed: boolean }) {
  const t = useTranslations("dataQuality");
  return (
    <>
      <PageHeader title={t("title")} />
      {isAllowed ? <Issues /> : <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")} />}
    </>
  );
}

function Issues() {
  const t = useTranslations("dataQuality");
  const trpc = useTRPC();
  const [{ state }, setPlace] = useQueryStates(issueParsers, { history: "push" });
  const counts = useQuery(trpc.quality.counts.queryOptions({}));
  const shown = counts.data?.items.filter((each) => each.state === state) ?? [];

  return (
    <div className="flex max-w-4xl flex-col gap-8 px-4 py-4">
      <div className="flex flex-wrap items-center gap-3">
        <p className="mr-auto max-w-prose text-n11">{t("hint")}</p>
        <SegmentedControl
          label={t("state")}
          value={state}
          options={issueStates.map((value) => ({ value, label: t(`state_${value}`) }))}
          onChange={(next) =>
            void setPlace({
              state: issueStates.find((known) => known === next) ?? "open",
              kind: null,
              source: null,
            })
          }
        />
      </div>
      {counts.error && <ProblemState error={counts.error} onRetry={() => void counts.refetch()} />}
      {counts.data && shown.length === 0 && (
        <EmptyState icon={<FileCheck2 aria-hidden />} title={t(`none_${state}`)}>
          {state === "open" && t("noneHint")}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <>
          <IssueKinds counts={shown} />
          <IssueList />
        </>
      )}
      <MadeCleanings />
    </div>
  );
}
