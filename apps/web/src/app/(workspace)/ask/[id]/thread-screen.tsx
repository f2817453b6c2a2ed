"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PageHeader } from "~/shell/page-header";

import { ThreadsButton } from "../threads/threads-button";
import { OpenThread } from "./open-thread";

/** While an answer is being written in another window, this one looks again. */
const LOOK_AGAIN_MS = 2000;

/** One conversation: its questions with their answers, and the sources of the answer that is looked at. */
export function ThreadScreen({ id }: { id: string }) {
  const t = useTranslations("ask");
  const trpc = useTRPC();
  const thread = useQuery(
    trpc.conversations.get.queryOptions(
      { id },
      {
        refetchInterval: ({ state }) =>
          state.data?.turns.some((turn) => turn.state === "writing") ? LOOK_AGAIN_MS : false,
      },
    ),
  );
  if (thread.data) return <OpenThread thread={thread.data} />;

  return (
    <>
      <PageHeader title={t("title")} actions={<ThreadsButton />} />
      <div className="mx-auto w-full max-w-3xl px-4 py-6">
        {thread.error ? (
          <ProblemState error={thread.error} onRetry={() => void thread.refetch()} />
        ) : (
          <div role="status" aria-label={t("loading")} className="flex flex-col gap-3">
            <Skeleton className="h-6 w-2/3" />
            <Skeleton className="h-24" />
          </div>
        )}
      </div>
    </>
  );
}
