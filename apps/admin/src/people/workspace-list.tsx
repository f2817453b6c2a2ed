"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";

import { CreateWorkspace } from "./create-workspace";
import { Departures } from "./departures";
import { FoundPages } from "./found-pages";

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

  return (
    <>
      <FoundPages
        pages={pages}
        text={text}
        onText={(next) => void setText(next || null)}
        words={{ title: t("title"), find: t("find"), none: t("none"), more: t("more") }}
        actions={<CreateWorkspace />}
      >
        {(rows) => (
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
      </FoundPages>
      <Departures />
    </>
  );
}
