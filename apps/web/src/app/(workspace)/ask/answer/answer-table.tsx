"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { copyText } from "@besunny/web-kit/page/copy-text";
import { Sheet } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Outcome } from "../use-asking";
import { CitationLink } from "./citation-link";
import { csvOf } from "./csv";

type Answered = NonNullable<Outcome["table"]>;

/** A list as a table: each row leads to its document, each value to its words. Sums are in the last row. */
export function AnswerTable({
  table,
  citations,
  chosen,
  onHover,
}: {
  table: Answered;
  citations: Outcome["citations"];
  chosen: number | null;
  onHover: (n: number | null) => void;
}) {
  const t = useTranslations("ask");
  const { columns, rows, totals } = table;

  return (
    <div className="mt-4">
      <div className="overflow-hidden rounded-md border">
        <Table label={t("table")}>
          <thead>
            <tr>
              {columns.map(({ name, isNumber }, column) => (
                <TableHead key={column} numeric={isNumber}>
                  {name}
                </TableHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ documentId, cells }, row) => (
              <TableRow key={row}>
                {cells.map((cell, column) => (
                  <TableCell key={column} numeric={columns[column]?.isNumber ?? false}>
                    {column === 0 && documentId ? (
                      <Link
                        href={`/documents/${documentId}`}
                        className="underline decoration-n8 underline-offset-2 hover:decoration-n12"
                      >
                        <bdi>{cell.text}</bdi>
                      </Link>
                    ) : (
                      <bdi>{cell.text}</bdi>
                    )}
                    {cell.citations.map((n) => (
                      <CitationLink
                        key={n}
                        n={n}
                        source={citations.find((citation) => citation.n === n)}
                        isChosen={chosen === n}
                        onHover={onHover}
                      />
                    ))}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </tbody>
          {totals && (
            <tfoot>
              <tr className="font-semibold">
                {totals.map((total, column) => (
                  <TableCell key={column} numeric={columns[column]?.isNumber ?? false}>
                    {total ?? (column === 0 ? t("total") : "")}
                  </TableCell>
                ))}
              </tr>
            </tfoot>
          )}
        </Table>
      </div>
      <Button
        size="sm"
        variant="ghost"
        className="mt-2 -ml-2.5"
        icon={<Sheet aria-hidden />}
        onClick={() => void copyText(csvOf(table)).then(() => toast.done(t("csvCopied")))}
      >
        {t("copyCsv")}
      </Button>
    </div>
  );
}
