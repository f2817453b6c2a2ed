"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { timeSpan } from "~/operations/time-span";

import { StatusBadge } from "./document-status";
import { documentHref } from "./filters";
import { useReason } from "./reason";

type Row = Outputs["admin"]["documents"]["items"][number];

const wide = "max-md:hidden";

/** One row a document, two lines where it is narrow. Each leads to the document's page. */
export function DocumentTable({
  rows,
  nameOf,
}: {
  rows: Row[];
  nameOf: (workspaceId: string) => string;
}) {
  const t = useTranslations("documents");

  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <TableHead>{t("id")}</TableHead>
          <TableHead className={wide}>{t("workspace")}</TableHead>
          <TableHead>{t("status")}</TableHead>
          <TableHead className={wide}>{t("reason")}</TableHead>
          <TableHead className={wide}>{t("format")}</TableHead>
          <TableHead className={wide}>{t("type")}</TableHead>
          <TableHead numeric className="max-lg:hidden">
            {t("pages")}
          </TableHead>
          <TableHead numeric className="max-lg:hidden">
            {t("took")}
          </TableHead>
          <TableHead className={wide}>{t("received")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <DocumentRow key={row.id} row={row} workspace={nameOf(row.workspaceId)} />
        ))}
      </tbody>
    </Table>
  );
}

function DocumentRow({ row, workspace }: { row: Row; workspace: string }) {
  const t = useTranslations("documents");
  const reasonOf = useReason();
  const reason = row.errorCode && reasonOf(row.errorCode);

  return (
    <TableRow>
      <TableCell className="max-md:py-1.5">
        <Link
          href={documentHref(row.id)}
          aria-label={t("open", { id: shortId(row.id) })}
          title={row.id}
          className="whitespace-nowrap font-mono text-xs underline underline-offset-2"
        >
          {shortId(row.id)}
        </Link>
        <span className="line-clamp-2 text-n11 text-xs md:hidden">
          <RelativeTime at={row.createdAt} /> · {reason ?? workspace}
        </span>
      </TableCell>
      <TableCell className={`${wide} max-w-36 truncate`} title={workspace}>
        {workspace}
      </TableCell>
      <TableCell>
        <StatusBadge status={row.status} />
      </TableCell>
      <TableCell className={`${wide} max-w-56 truncate`} title={row.errorMessage ?? undefined}>
        {reason}
      </TableCell>
      <TableCell className={`${wide} max-w-24 truncate`} title={row.mediaType}>
        {row.format}
      </TableCell>
      <TableCell className={`${wide} max-w-32 truncate first-letter:uppercase`}>
        {row.type}
      </TableCell>
      <TableCell numeric className="max-lg:hidden">
        {row.pageCount}
      </TableCell>
      <TableCell numeric className="whitespace-nowrap max-lg:hidden">
        {row.readyAt && timeSpan(row.readyAt.getTime() - row.createdAt.getTime())}
      </TableCell>
      <TableCell className={`${wide} whitespace-nowrap text-n11`}>
        <RelativeTime at={row.createdAt} />
      </TableCell>
    </TableRow>
  );
}

/** The kind of an id and its last eight letters: the first ones are the time, which neighbours share. */
export function shortId(id: string): string {
  return `${id.slice(0, id.indexOf("_") + 1)}…${id.slice(-8)}`;
}
