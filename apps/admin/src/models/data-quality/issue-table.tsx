"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTranslations } from "next-intl";

import { DocumentLink } from "../document-link";
import { useSourceName } from "../source-name";
import { useWorkspaceNames } from "../use-workspace-names";

type Issue = Outputs["admin"]["quality"]["issues"]["items"][number];

const tones = { high: "bad", medium: "attention", low: "neutral" } as const;

/** Issues with their documents and the figures that explain them. */
export function IssueTable({ issues, label }: { issues: readonly Issue[]; label: string }) {
  const t = useTranslations("dataQuality");
  const sourceName = useSourceName();
  const { nameOf } = useWorkspaceNames();
  return (
    <Table label={label}>
      <thead>
        <tr>
          <TableHead>{t("kind")}</TableHead>
          <TableHead>{t("document")}</TableHead>
          <TableHead>{t("details")}</TableHead>
          <TableHead>{t("source")}</TableHead>
          <TableHead>{t("found")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {issues.map((issue) => (
          <TableRow key={issue.id}>
            <TableCell className="whitespace-nowrap">
              {t(`kind_${issue.kind}`)}{" "}
              <Badge tone={tones[issue.severity]}>{t(`severity_${issue.severity}`)}</Badge>
            </TableCell>
            <TableCell>
              <DocumentLink id={issue.documentId} />
            </TableCell>
            <TableCell className="text-n11 text-xs">
              {Object.entries(issue.details).map(([name, value]) => (
                <span key={name} className="mr-3 whitespace-nowrap">
                  {name}{" "}
                  {String(value).startsWith("doc_") ? <DocumentLink id={String(value)} /> : value}
                </span>
              ))}
            </TableCell>
            <TableCell className="whitespace-nowrap">
              {sourceName(issue.source)}{" "}
              <bdi className="block max-w-48 truncate text-n11 text-xs">
                {nameOf(issue.workspaceId)}
              </bdi>
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <RelativeTime at={issue.foundAt} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
