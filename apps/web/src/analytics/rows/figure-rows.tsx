"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { titleOf } from "@besunny/web-kit/audit/audit-entry";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Rows3 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { PageHeader } from "~/shell/page-header";

import { drillOf, rowsParsers } from "../place";
import { useDefinitions } from "../use-definitions";
import { type FigureWords, useFigureWords } from "../use-figure-words";

type Row = Outputs["metrics"]["drill"]["items"][number];
const PAGE = 50;

/** The rows behind a figure or a point of it, the newest first: as many as the figure says. */
export function FigureRows() {
  const t = useTranslations("analytics");
  const [place] = useQueryStates(rowsParsers);
  const asked = drillOf(place);
  const { byName } = useDefinitions();
  const definition = byName.get(place.figure);

  return (
    <>
      <PageHeader
        title={definition?.title ?? t("rowsTitle")}
        trail={
          place.project
            ? [
                {
                  href: `/projects/${encodeURIComponent(place.project)}?tab=analytics`,
                  name: t("tab"),
                },
              ]
            : [{ href: "/analytics", name: t("title") }]
        }
      />
      {asked ? (
        <Rows asked={asked} />
      ) : (
        <EmptyState icon={<Rows3 aria-hidden />} title={t("noFigure")} />
      )}
    </>
  );
}

function Rows({ asked }: { asked: NonNullable<ReturnType<typeof drillOf>> }) {
  const t = useTranslations("analytics");
  const format = useFormatter();
  const trpc = useTRPC();
  const words = useFigureWords();
  const { byName } = useDefinitions();
  const pages = useInfiniteQuery(
    trpc.metrics.drill.infiniteQueryOptions(
      { ...asked, limit: PAGE },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const definition = byName.get(asked.query.metric);
  const { from, to, timeZone, grain, breakOuts } = asked.query;
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeZone });
  const groups = asked.group.map((key, at) =>
    words.groupName(breakOuts[at], { key, name: key ?? "" }),
  );

  if (pages.isPending) return <Skeleton className="m-4 h-40" />;
  if (pages.error) return <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />;
  const rows = pages.data.pages.flatMap(({ items }) => items);
  const total = pages.data.pages[0]?.total ?? 0;

  return (
    <div className="flex max-w-4xl flex-col gap-3 p-4">
      {definition && <p className="max-w-[70ch] text-n11 text-sm">{definition.definition}</p>}
      <p role="status" className="flex flex-wrap gap-x-3 text-sm">
        <span className="font-medium">{t("rowCount", { count: total })}</span>
        <span className="text-n11">
          {asked.at
            ? words.timeName(asked.at, grain, timeZone)
            : t("between", { from: day(from), to: day(new Date(to.getTime() - 1)) })}
        </span>
        {groups.length > 0 && <span className="text-n11">{groups.join(" · ")}</span>}
      </p>
      {rows.length === 0 ? (
        <EmptyState icon={<Rows3 aria-hidden />} title={t("nothing")} />
      ) : (
        <ol aria-label={t("rowsTitle")} className="flex flex-col divide-y divide-n5">
          {rows.map((row) => (
            <li key={row.id} className="flex items-baseline gap-3 py-2 text-sm">
              <RowName row={row} />
              <Detail row={row} unit={definition?.unit} words={words} />
              <span className="shrink-0 text-n11 text-xs">
                <RelativeTime at={row.at} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
    </div>
  );
}

function RowName({ row }: { row: Row }) {
  const t = useTranslations("analytics");
  const name =
    row.title ||
    t(row.kind === "questions" ? "aQuestion" : row.kind === "calls" ? "aCall" : "aRow");
  const shown = row.kind === "questions" && row.documentId ? t("questionOf", { name }) : name;
  return (
    <span className="min-w-0 flex-1 truncate">
      {row.documentId ? (
        <Link href={`/documents/${row.documentId}`} className="hover:underline">
          <bdi>{shown}</bdi>
        </Link>
      ) : (
        <bdi>{shown}</bdi>
      )}
    </span>
  );
}

/** The state of a document, the operation of an entry, or the part that a row adds to the figure. */
function Detail({
  row,
  unit,
  words,
}: {
  row: Row;
  unit: Parameters<FigureWords["valueText"]>[0] | undefined;
  words: FigureWords;
}) {
  const trpc = useTRPC();
  const operations = useQuery(
    trpc.workspace.operations.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const isAmount = unit === "ms" || unit === "microUsd" || unit === "score" || unit === "pages";
  const text =
    row.kind === "documents"
      ? words.groupName("status", { key: row.detail, name: row.detail })
      : row.kind === "events"
        ? titleOf(operations.data?.items ?? [], row.detail)
        : "";
  return (
    <span className="shrink-0 text-n11 text-xs tabular-nums">
      {isAmount && row.value !== null && unit ? words.valueText(unit, row.value) : text}
    </span>
  );
}
