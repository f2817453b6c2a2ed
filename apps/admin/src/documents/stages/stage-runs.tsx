"use client";

import { documentStages } from "@besunny/api/browser/vocabulary";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { timeSpan } from "~/operations/time-span";
import { BackLink } from "~/shell/back-link";
import { PageHeader } from "~/shell/page-header";

import { shortId } from "../document-table";
import { documentHref } from "../filters";
import { useStageName } from "../stage-name";
import { stageParsers } from "./stage-filters";

const wide = "max-md:hidden";

/** The documents that took longest in a stage, the slowest first; each leads to its page. */
export function StageRuns() {
  const t = useTranslations("stageRuns");
  const format = useFormatter();
  const trpc = useTRPC();
  const stageName = useStageName();
  const [{ stage, from, to, workspaceId }, setFilters] = useQueryStates(stageParsers, {
    history: "push",
  });
  const runs = useQuery(
    trpc.admin.stageRuns.queryOptions(
      { stage, workspaceId, ...(from && { from }), ...(to && { to }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });

  return (
    <>
      <PageHeader title={t("title", { stage: stageName(stage) })}>
        <SegmentedControl
          label={t("stage")}
          value={stage}
          options={documentStages
            .filter((each) => each !== "uploaded")
            .map((value) => ({ value, label: stageName(value) }))}
          onChange={(next) =>
            void setFilters({ stage: documentStages.find((each) => each === next) ?? "read" })
          }
        />
      </PageHeader>
      <div className="px-4 pt-3">
        <BackLink href="/">{t("back")}</BackLink>
      </div>
      <Loaded query={runs} label={t("loading")}>
        {({ items, since, until }) => (
          <div className="flex flex-col gap-3 py-3">
            <p className="px-4 text-n11 text-sm">
              {t("lead", { since: day(since), until: day(until) })}
            </p>
            {items.length === 0 ? (
              <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
            ) : (
              <Table label={t("title", { stage: stageName(stage) })}>
                <thead>
                  <tr>
                    <TableHead>{t("document")}</TableHead>
                    <TableHead numeric>{t("took")}</TableHead>
                    <TableHead>{t("format")}</TableHead>
                    <TableHead numeric>{t("pages")}</TableHead>
                    <TableHead numeric className={wide}>
                      {t("size")}
                    </TableHead>
                    <TableHead className={wide}>{t("ended")}</TableHead>
                  </tr>
                </thead>
                <tbody>
                  {items.map((run) => (
                    <TableRow key={`${run.documentId} ${run.finishedAt.toISOString()}`}>
                      <TableCell>
                        <Link
                          href={documentHref(run.documentId)}
                          title={run.documentId}
                          className="whitespace-nowrap font-mono text-xs underline underline-offset-2"
                        >
                          {shortId(run.documentId)}
                        </Link>
                      </TableCell>
                      <TableCell numeric className="whitespace-nowrap">
                        {timeSpan(run.durationMs)}
                      </TableCell>
                      <TableCell>{run.format}</TableCell>
                      <TableCell numeric>{run.pageCount}</TableCell>
                      <TableCell numeric className={`${wide} whitespace-nowrap`}>
                        {format.number(run.size, {
                          style: "unit",
                          unit: "byte",
                          notation: "compact",
                        })}
                      </TableCell>
                      <TableCell className={`${wide} text-n11`}>
                        <RelativeTime at={run.finishedAt} />
                      </TableCell>
                    </TableRow>
                  ))}
                </tbody>
              </Table>
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}
