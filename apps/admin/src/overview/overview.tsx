"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Select } from "@besunny/ui/fields/select";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { PageHeader } from "~/shell/page-header";

import { DiskNotice } from "./disk-notice";
import { DocumentsOverTime } from "./documents-over-time";
import { EarlierReadings } from "./earlier-readings";
import { FailureReasons } from "./failure-reasons";
import { asSpan, overviewParsers } from "./range";
import { RangeControl } from "./range-control";
import { StageTimes } from "./stage-times";
import { Tiles } from "./tiles";

const refreshMs = 10_000;
const any = "any";

/** Shows the figures of all workspaces, or of one. Every figure leads to its rows. */
export function Overview() {
  const t = useTranslations("overview");
  const trpc = useTRPC();
  const [range, setRange] = useQueryStates(overviewParsers, { history: "push" });
  const { workspace } = range;
  const overview = useQuery(
    trpc.admin.overview.queryOptions(asSpan(range), {
      refetchInterval: refreshMs,
      placeholderData: keepPreviousData,
    }),
  );
  const workspaces = overview.data?.workspaces ?? [];

  return (
    <>
      <PageHeader title={t("title")}>
        {overview.data && (
          <span className="hidden text-n11 text-xs sm:inline">
            {t("asOf")} <RelativeTime at={overview.data.asOf} />
          </span>
        )}
        {(workspaces.length > 1 || workspace) && (
          <Select
            label={t("workspace")}
            value={workspace ?? any}
            className="max-w-52"
            options={[
              { value: any, label: t("anyWorkspace") },
              ...workspaces.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(next) => void setRange({ workspace: next === any ? null : next })}
          />
        )}
        <RangeControl />
      </PageHeader>
      <Loaded query={overview} label={t("loading")}>
        {(data) => (
          <div className="flex flex-col gap-6 p-4">
            <DiskNotice />
            <EarlierReadings count={data.readEarlier} />
            <div className="grid grid-cols-12 gap-3">
              <Tiles overview={data} workspaceId={workspace} />
            </div>
            <div className="grid grid-cols-12 gap-y-10 lg:gap-x-8">
              <div className="col-span-12">
                <DocumentsOverTime overview={data} workspaceId={workspace} />
              </div>
              <div className="col-span-12 lg:col-span-6">
                <StageTimes overview={data} workspaceId={workspace} />
              </div>
              <div className="col-span-12 lg:col-span-6">
                <FailureReasons overview={data} workspaceId={workspace} />
              </div>
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
