"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Tags } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { PageHeader } from "~/shell/page-header";

import { useSourceName } from "../source-name";
import { WorkspaceSelect } from "../workspace-select";
import { DoubtfulLabels } from "./doubtful-labels";
import { LabelGroups } from "./label-groups";
import { LabelRows } from "./label-rows";
import { labelParsers, nothingChosen } from "./place";

/** Counts the labels by type, source, person and week, and lists those that look wrong. */
export function Labels() {
  const t = useTranslations("labels");
  const trpc = useTRPC();
  const sourceName = useSourceName();
  const [{ workspace }, setPlace] = useQueryStates(labelParsers, { history: "push" });
  const counts = useQuery(
    trpc.admin.quality.labelCounts.queryOptions(
      { workspaceId: workspace },
      { placeholderData: keepPreviousData },
    ),
  );

  return (
    <>
      <PageHeader title={t("title")}>
        <WorkspaceSelect
          value={workspace}
          onChange={(next) => void setPlace({ ...nothingChosen, workspace: next })}
        />
      </PageHeader>
      <Loaded query={counts} label={t("loading")}>
        {({ values, sources, people, weeks }) =>
          values.length === 0 ? (
            <EmptyState icon={<Tags aria-hidden />} title={t("none")}>
              {t("noneHint")}
            </EmptyState>
          ) : (
            <div className="flex flex-col gap-8 p-4">
              <div className="grid gap-x-8 gap-y-8 sm:grid-cols-2 xl:grid-cols-4">
                <LabelGroups part="value" groups={values} />
                <LabelGroups
                  part="source"
                  groups={sources.map((each) => ({ ...each, name: sourceName(each.key) }))}
                />
                <LabelGroups part="by" groups={people} />
                <LabelGroups part="week" groups={weeks} />
              </div>
              <DoubtfulLabels />
              <LabelRows />
            </div>
          )
        }
      </Loaded>
    </>
  );
}
