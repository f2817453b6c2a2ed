"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";

import { PageHeader } from "~/shell/page-header";

import { FindField } from "./find-field";

/** The people of all workspaces by their addresses. */
export function PeopleList() {
  const t = useTranslations("people");
  const trpc = useTRPC();
  const format = useFormatter();
  const [text, setText] = useQueryState("q", parseAsString.withDefault(""));
  const pages = useInfiniteQuery(
    trpc.admin.people.list.infiniteQueryOptions(text ? { text } : {}, {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <>
      <PageHeader title={t("title")}>
        <FindField label={t("find")} value={text} onChange={(next) => void setText(next || null)} />
      </PageHeader>
      {pages.isPending && <Skeleton className="m-4 h-64" />}
      {pages.error && !pages.data && (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data && rows.length === 0 && <EmptyState title={t("none")} />}
      {rows.length > 0 && (
        <Table label={t("title")}>
          <thead>
            <tr>
              <TableHead>{t("name")}</TableHead>
              <TableHead>{t("email")}</TableHead>
              <TableHead>{t("state")}</TableHead>
              <TableHead numeric className="max-md:hidden">
                {t("workspaces")}
              </TableHead>
              <TableHead className="max-md:hidden">{t("since")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.id}>
                <TableCell className="max-w-48 truncate">
                  <Link
                    href={`/people/${row.id}`}
                    className="font-medium underline underline-offset-2"
                  >
                    {row.name}
                  </Link>
                </TableCell>
                <TableCell className="max-w-64 truncate" title={row.email}>
                  {row.email}
                </TableCell>
                <TableCell>
                  {row.suspendedAt ? (
                    <Badge tone="attention">{t("suspended")}</Badge>
                  ) : (
                    row.isPlatformAdmin && <Badge>{t("platformAdmin")}</Badge>
                  )}
                </TableCell>
                <TableCell numeric className="max-md:hidden">
                  {format.number(row.workspaces)}
                </TableCell>
                <TableCell className="text-n11 max-md:hidden">
                  <RelativeTime at={row.createdAt} />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
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
