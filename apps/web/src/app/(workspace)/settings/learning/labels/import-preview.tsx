"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Badge } from "@besunny/ui/display/badge";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";

type Preview = Outputs["learning"]["previewLabels"];

/** Rows beyond these are counted only. */
const MOST_SHOWN = 100;

/** Shows the effect of each row of a file, those with problems first. */
export function ImportPreview({ found: { rows, good, bad } }: { found: Preview }) {
  const t = useTranslations("learning");
  const { typeName } = useNames();
  const sorted = rows.toSorted((a, b) => b.problems.length - a.problems.length || a.line - b.line);
  return (
    <>
      <p>{t("previewCounts", { good, bad })}</p>
      <div className="max-h-72 overflow-y-auto">
        <Table label={t("importTitle")}>
          <thead>
            <tr>
              <TableHead numeric>{t("line")}</TableHead>
              <TableHead>{t("document")}</TableHead>
              <TableHead>{t("will")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, MOST_SHOWN).map((row) => (
              <TableRow key={row.line}>
                <TableCell numeric>{row.line}</TableCell>
                <TableCell>
                  <bdi className="break-words">{row.document?.title ?? row.given}</bdi>
                </TableCell>
                <TableCell>
                  {row.problems.length > 0 ? (
                    row.problems.map(({ problem, about }) => (
                      <p key={`${problem} ${about}`}>
                        <Badge tone="bad">{t(`row_${problem}`)}</Badge> <bdi>{about}</bdi>
                      </p>
                    ))
                  ) : (
                    <bdi>
                      {[
                        row.type && typeName(row.type),
                        row.project?.name,
                        ...row.values.map(({ field, value }) => `${field}: ${value}`),
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    </bdi>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </div>
    </>
  );
}
