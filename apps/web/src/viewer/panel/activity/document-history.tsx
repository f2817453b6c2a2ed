"use client";

import { can } from "@besunny/api/browser/policy";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { titleOf } from "@besunny/web-kit/audit/audit-entry";
import { useActorName } from "@besunny/web-kit/audit/audit-words";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useShell } from "~/shell/shell-context";

import { Section } from "../section";

/** The calls on a document that succeeded, newest first: operation, name and time. Owners and admins get a way to the audit log. */
export function DocumentHistory({ id }: { id: string }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const { role } = useShell();
  const actorName = useActorName();
  const operations = useQuery(
    trpc.workspace.operations.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const pages = useInfiniteQuery(
    trpc.documents.history.infiniteQueryOptions(
      { id, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const entries = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <Section title={t("history")}>
      {(pages.isPending || operations.isPending) && <Skeleton className="h-20" />}
      {pages.error && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} compact />
      )}
      {pages.data && entries.length === 0 && <p className="text-n11 text-sm">{t("noHistory")}</p>}
      {operations.data && (
        <ol aria-label={t("history")} className="flex flex-col gap-2">
          {entries.map((entry) => (
            <li key={entry.id} className="flex items-baseline gap-2.5 text-sm">
              <span className="min-w-0 flex-1 break-words">
                {titleOf(operations.data.items, entry.operation)}
                <span className="text-n11">
                  {" · "}
                  <bdi>{actorName(entry.actor)}</bdi>
                </span>
              </span>
              <span className="text-n11 text-xs">
                <RelativeTime at={entry.createdAt} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {pages.hasNextPage && (
        <LoadMore
          label={t("moreHistory")}
          loading={pages.isFetchingNextPage}
          onLoad={() => void pages.fetchNextPage()}
        />
      )}
      {can(role, "audit.read") && (
        <Link
          href={`/settings/audit?subject=${id}`}
          className="mt-2 inline-block text-sm underline underline-offset-2"
        >
          {t("inAuditLog")}
        </Link>
      )}
    </Section>
  );
}
