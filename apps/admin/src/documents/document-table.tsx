"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { type DocumentStatus, documentStatuses } from "@besunny/api/browser/vocabulary";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";

type Row = Outputs["admin"]["documents"]["items"][number];

const tones: Record<DocumentStatus, BadgeTone> = {
  pending: "neutral",
  processing: "info",
  needs_review: "attention",
  ready: "good",
  failed: "bad",
  cancelled: "neutral",
};

export function DocumentTable({
  rows,
  nameOf,
}: {
  rows: Row[];
  nameOf: (workspaceId: string) => string;
}) {
  const t = useTranslations("documents");
  const format = useFormatter();

  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <TableHead>{t("id")}</TableHead>
          <TableHead>{t("workspace")}</TableHead>
          <TableHead>{t("status")}</TableHead>
          <TableHead>{t("reason")}</TableHead>
          <TableHead>{t("format")}</TableHead>
          <TableHead>{t("type")}</TableHead>
          <TableHead numeric>{t("pages")}</TableHead>
          <TableHead numeric>{t("took")}</TableHead>
          <TableHead>{t("received")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell className="font-mono text-xs">{row.id}</TableCell>
            <TableCell className="max-w-40 truncate">{nameOf(row.workspaceId)}</TableCell>
            <TableCell>
              <StatusBadge status={row.status} />
            </TableCell>
            <TableCell className="max-w-72 truncate" title={row.errorMessage ?? undefined}>
              {row.errorCode && <span className="font-mono text-xs">{row.errorCode}</span>}{" "}
              {row.errorMessage}
            </TableCell>
            <TableCell>{row.format}</TableCell>
            <TableCell className="first-letter:uppercase">{row.type}</TableCell>
            <TableCell numeric>{row.pageCount}</TableCell>
            <TableCell numeric>
              {row.readyAt &&
                format.number((row.readyAt.getTime() - row.createdAt.getTime()) / 1000, {
                  style: "unit",
                  unit: "second",
                  unitDisplay: "narrow",
                  maximumFractionDigits: 1,
                })}
            </TableCell>
            <TableCell className="text-n11">
              <RelativeTime at={row.createdAt} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function StatusBadge({ status }: { status: string }) {
  const ts = useTranslations("status");
  const known = documentStatuses.find((name) => name === status);
  return known ? <Badge tone={tones[known]}>{ts(known)}</Badge> : status;
}
