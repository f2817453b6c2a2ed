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

import { CreateWorkspace } from "./create-workspace";
import { FindField } from "./find-field";

/** The workspaces, the newest first; each leads to its people. */
export function WorkspaceList() {
  const t = useTranslations("workspaces");
  const trpc = useTRPC();
  const format = useFormatter();
  const [text, setText] = useQueryState("q", parseAsString.withDefault(""));
  const pages = useInfiniteQuery(
    trpc.admin.workspaces.list.infiniteQueryOptions(text ? { text } : {}, {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <>
      <PageHeader title={t("title")}>
        <FindField label={t("find")} value={text} onChange={(next) => void setText(next || null)} />
        <CreateWorkspace />
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
              <TableHead>{t("state")}</TableHead>
              <TableHead numeric>{t("members")}</TableHead>
              <TableHead numeric>{t("documents")}</TableHead>
              <TableHead numeric className="max-md:hidden">
                {t("size")}
              </TableHead>
              <TableHead className="max-md:hidden">{t("created")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.id}>
                <TableCell className="max-w-64 truncate">
                  <Link
                    href={`/workspaces/${row.id}`}
                    className="font-medium underline underline-offset-2"
                  >
                    {row.name}
                  </Link>
                </TableCell>
                <TableCell>
                  {row.suspendedAt && <Badge tone="attention">{t("suspended")}</Badge>}
                </TableCell>
                <TableCell numeric>{format.number(row.members)}</TableCell>
                <TableCell numeric>{format.number(row.documents)}</TableCell>
                <TableCell numeric className="whitespace-nowrap max-md:hidden">
                  {format.number(row.bytes, { style: "unit", unit: "byte", notation: "compact" })}
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
