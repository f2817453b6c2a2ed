"use client";

import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ListTodo, MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { moveRow } from "~/documents/row-focus";
import { PageHeader } from "~/shell/page-header";
import { useScreenKeys } from "~/shell/use-screen-keys";
import { UploadButton } from "~/upload/upload-button";

import { Upcoming } from "../upcoming/upcoming";
import { asMeetingsInput, meetingParsers } from "./filters";
import { MeetingFilter } from "./meeting-filter";
import { MeetingRow } from "./meeting-row";
import { NoMeetings } from "./no-meetings";

/** Lists the meetings whose transcripts the reader may see, the latest first. */
export function Meetings() {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const [filters, setFilters] = useQueryStates(meetingParsers, { history: "push" });
  const pages = useInfiniteQuery(
    trpc.meetings.list.infiniteQueryOptions(asMeetingsInput(filters), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const meetings = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const isFiltered = Object.values(filters).some(Boolean);
  useScreenKeys(
    t("title"),
    [
      { keys: ["j"], does: t("keyDown") },
      { keys: ["k"], does: t("keyUp") },
      { keys: ["↵"], does: t("keyOpen") },
    ],
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      ArrowDown: () => moveRow(1),
      ArrowUp: () => moveRow(-1),
    },
  );

  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <Button asChild>
              <Link href="/actions">
                <ListTodo aria-hidden />
                <span className="max-sm:sr-only">{t("toActions")}</span>
              </Link>
            </Button>
            <UploadButton />
          </>
        }
      />
      {!isFiltered && (
        <div className="pt-3 empty:hidden">
          <Upcoming limit={5} title="upcoming" />
        </div>
      )}
      {(isFiltered || meetings.length > 0) && (
        <MeetingFilter
          filters={filters}
          isFiltered={isFiltered}
          onChange={(changed, options) => void setFilters(changed, options)}
        />
      )}
      {pages.isPending && <MeetingsSkeleton label={t("loading")} />}
      {pages.error && !pages.data && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data && meetings.length === 0 && !isFiltered && <NoMeetings />}
      {pages.data && meetings.length === 0 && isFiltered && (
        <EmptyState icon={<MessagesSquare aria-hidden />} title={t("noneFit")}>
          {t("noneFitHint")}
        </EmptyState>
      )}
      <ul aria-label={t("past")}>
        {meetings.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}

function MeetingsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {["one", "two", "three", "four"].map((row) => (
        <div key={row} className="flex h-20 flex-col justify-center gap-2 border-n5 border-b px-4">
          <Skeleton className="w-64 max-w-full" />
          <Skeleton className="w-40" />
        </div>
      ))}
    </div>
  );
}
