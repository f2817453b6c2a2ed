"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Input } from "@besunny/ui/fields/input";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Plus, Users } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";

import { useLeaving } from "./leaving-threads";

type Thread = Outputs["conversations"]["list"]["items"][number];

/** The conversations of a person, or those that others share, with a search over their words. */
export function ThreadList() {
  const t = useTranslations("ask");
  const trpc = useTRPC();
  const [of, setOf] = useState<"me" | "others">("me");
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const leaving = useLeaving();
  const pages = useInfiniteQuery(
    trpc.conversations.list.infiniteQueryOptions(
      { of, limit: 30, ...(q && { q }) },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const threads = (pages.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ id }) => !leaving.has(id),
  );

  return (
    <>
      <div className="flex flex-col gap-2 p-3">
        <Button asChild size="sm">
          <Link href="/ask">
            <Plus aria-hidden />
            {t("newThread")}
          </Link>
        </Button>
        <Input
          type="search"
          aria-label={t("findThread")}
          placeholder={t("findThread")}
          value={words}
          maxLength={200}
          onChange={(event) => setWords(event.target.value)}
        />
        <SegmentedControl
          label={t("whose")}
          value={of}
          options={[
            { value: "me", label: t("mine") },
            { value: "others", label: t("sharedByOthers") },
          ]}
          onChange={(next) => setOf(next === "others" ? "others" : "me")}
        />
      </div>
      <nav aria-label={t("threads")} className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        {pages.isPending && <Skeleton className="mx-2 h-10" />}
        {pages.error && (
          <ProblemState compact error={pages.error} onRetry={() => void pages.refetch()} />
        )}
        {pages.data && threads.length === 0 && (
          <p className="px-2 text-n11 text-sm">
            {t(q ? "noThreadFits" : of === "me" ? "noThreads" : "nothingShared")}
          </p>
        )}
        <ul>
          {threads.map((thread) => (
            <ThreadRow key={thread.id} thread={thread} />
          ))}
        </ul>
        {pages.hasNextPage && (
          <LoadMore
            label={t("more")}
            loading={pages.isFetchingNextPage}
            onLoad={() => void pages.fetchNextPage()}
          />
        )}
      </nav>
    </>
  );
}

function ThreadRow({ thread }: { thread: Thread }) {
  const t = useTranslations("ask");
  const isOpen = usePathname() === `/ask/${thread.id}`;
  return (
    <li>
      <Link
        href={`/ask/${thread.id}`}
        aria-current={isOpen ? "page" : undefined}
        className="block rounded-md px-2 py-1.5 transition-colors hover:bg-n3 aria-[current]:bg-n5"
      >
        <span dir="auto" className="line-clamp-2 text-sm">
          {thread.title ?? t("untitled")}
        </span>
        <span className="flex items-center gap-1.5 text-n11 text-xs">
          {thread.isShared && <Users aria-hidden className="size-3" />}
          {!thread.isMine && <bdi className="truncate">{thread.owner.name}</bdi>}
          {thread.isMine && thread.isShared && <span className="sr-only">{t("isShared")}</span>}
          <RelativeTime at={thread.updatedAt} />
        </span>
      </Link>
    </li>
  );
}
