"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";

import { FoundPages } from "./found-pages";

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

  return (
    <FoundPages
      pages={pages}
      text={text}
      onText={(next) => void setText(next || null)}
      words={{ title: t("title"), find: t("find"), none: t("none"), more: t("more") }}
    >
      {(rows) => (
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
    </FoundPages>
  );
}
