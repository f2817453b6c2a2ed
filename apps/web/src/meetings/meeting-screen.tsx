"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { PageHeader } from "~/shell/page-header";
import { useTabTitle } from "~/shell/use-tab-title";

import { OpenMeeting } from "./open-meeting";
import { isAwaited } from "./understood-again";

const againMs = 1_500;

/** A meeting: what was said on the left, what was found in it on the right, each statement one click from its words. */
export function MeetingScreen({ id }: { id: string }) {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const meeting = useQuery(
    trpc.meetings.get.queryOptions(
      { id, withTurns: false },
      {
        refetchInterval: ({ state: { data } }) =>
          data && isAwaited(id, data.understoodAt) ? againMs : false,
      },
    ),
  );
  useTabTitle(meeting.data?.title, t("title"));

  const understoodAt = meeting.data?.understoodAt.getTime();
  const before = useRef(understoodAt);
  useEffect(() => {
    if (before.current === understoodAt) return;
    const isAgain = before.current !== undefined;
    before.current = understoodAt;
    if (!isAgain) return;
    void cache.invalidateQueries(trpc.meetings.transcript.pathFilter());
    void cache.invalidateQueries(trpc.actions.pathFilter());
  }, [understoodAt, cache, trpc]);

  if (meeting.isPending)
    return (
      <>
        <PageHeader trail={[{ href: "/meetings", name: t("title") }]} title={t("meeting")} />
        <div role="status" aria-label={t("loadingOne")} className="flex flex-col gap-3 p-4">
          <Skeleton className="h-8 w-64 max-w-full" />
          <Skeleton className="h-40 w-full" />
        </div>
      </>
    );
  if (meeting.error)
    return (
      <>
        <PageHeader trail={[{ href: "/meetings", name: t("title") }]} title={t("meeting")} />
        <ProblemState error={meeting.error} onRetry={() => void meeting.refetch()} />
      </>
    );
  return <OpenMeeting meeting={meeting.data} />;
}
