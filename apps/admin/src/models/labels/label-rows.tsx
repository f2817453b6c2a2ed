"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { DocumentLink } from "../document-link";
import { useSourceName } from "../source-name";
import { labelParsers, nothingChosen } from "./place";

/** Single labels, the newest first, of what was chosen above. */
export function LabelRows() {
  const t = useTranslations("labels");
  const trpc = useTRPC();
  const sourceName = useSourceName();
  const [{ workspace, by, ...place }, setPlace] = useQueryStates(labelParsers, { history: "push" });
  const rows = useQuery(
    trpc.admin.quality.labels.queryOptions(
      { workspaceId: workspace, byId: by, ...place },
      { placeholderData: keepPreviousData },
    ),
  );
  const isNarrow = by !== null || Object.values(place).some((part) => part !== null);

  return (
    <section aria-label={t("rows")}>
      <header className="flex flex-wrap items-start gap-2">
        <div className="flex-1">
          <h2 className="font-semibold">{t("rows")}</h2>
          <p className="text-n11 text-xs">{t("rowsDefinition")}</p>
        </div>
        {isNarrow && <Button onClick={() => void setPlace(nothingChosen)}>{t("showAll")}</Button>}
      </header>
      {rows.data?.items.length === 0 && <p className="py-8 text-center text-n11">{t("noRows")}</p>}
      {rows.data && rows.data.items.length > 0 && (
        <Table label={t("rows")}>
          <thead>
            <tr>
              <TableHead>{t("at")}</TableHead>
              <TableHead>{t("value")}</TableHead>
              <TableHead>{t("before")}</TableHead>
              <TableHead>{t("document")}</TableHead>
              <TableHead>{t("by")}</TableHead>
              <TableHead>{t("source")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {rows.data.items.map((row) => (
              <TableRow key={row.id}>
                <TableCell className="whitespace-nowrap">
                  <RelativeTime at={row.createdAt} />
                </TableCell>
                <TableCell>
                  <bdi>{row.value}</bdi>
                </TableCell>
                <TableCell className="text-n11">{row.before ?? "–"}</TableCell>
                <TableCell>
                  <DocumentLink id={row.documentId} />
                </TableCell>
                <TableCell className="whitespace-nowrap">
                  <Link href={`/people/${row.byId}`} className="underline underline-offset-2">
                    <bdi>{row.byName}</bdi>
                  </Link>
                </TableCell>
                <TableCell>{sourceName(row.source)}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
