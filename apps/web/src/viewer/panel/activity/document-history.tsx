"use client";

import { can } from "@besunny/api/browser/policy";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { HistoryEntries } from "~/documents/history-entries";
import { useShell } from "~/shell/shell-context";

import { Section } from "../section";

/** The calls on a document that succeeded, newest first: operation, name and time. Owners and admins get a way to the audit log. */
export function DocumentHistory({ id }: { id: string }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const { role } = useShell();
  const pages = useInfiniteQuery(
    trpc.documents.history.infiniteQueryOptions(
      { id, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const entries = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <Section title={t("history")}>
      {pages.isPending && <Skeleton className="h-20" />}
      {pages.error && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} compact />
      )}
      {pages.data && entries.length === 0 && <p className="text-n11 text-sm">{t("noHistory")}</p>}
      {entries.length > 0 && <HistoryEntries label={t("history")} entries={entries} />}
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
