"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { copyText } from "@besunny/web-kit/page/copy-text";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Copy, Download } from "lucide-react";
import { useTranslations } from "next-intl";

import { usePlace } from "../../use-place";

type Table = Outputs["documents"]["tables"]["items"][number];

/** The tables of a document: their first rows, and all of each to copy or to download. */
export function TablesTab({ id, onGo }: { id: string; onGo: () => void }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const tables = useQuery(trpc.documents.tables.queryOptions({ id }));

  if (tables.isPending) return <Skeleton className="m-4 h-40" />;
  if (tables.error) return <ProblemState error={tables.error} compact />;
  const { items, total } = tables.data;

  return (
    <div className="flex flex-col gap-6 p-4">
      {items.length === 0 && <p className="text-n11 text-sm">{t("noTables")}</p>}
      {items.map((table, place) => (
        <TableView key={table.id} id={id} table={table} number={place + 1} onGo={onGo} />
      ))}
      {total > items.length && (
        <p className="text-n11 text-sm">{t("moreTables", { count: total - items.length })}</p>
      )}
    </div>
  );
}

function TableView({
  id,
  table,
  number,
  onGo,
}: {
  id: string;
  table: Table;
  number: number;
  onGo: () => void;
}) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { goTo } = usePlace();
  const { page, label, rows, rowCount, columnCount } = table;
  const name = label ?? t("tableNumber", { number });

  async function copy() {
    try {
      const asked = trpc.documents.table.queryOptions({ id, table: table.id, format: "tsv" });
      const { csv } = await queryClient.fetchQuery(asked);
      await copyText(csv);
      toast.done(t("tableCopied"));
    } catch (error) {
      toast.failed(problemOf(error).message);
    }
  }

  return (
    <article aria-label={name}>
      <div className="flex items-center gap-1">
        <h2 className="min-w-0 flex-1 truncate text-sm">
          <button
            type="button"
            className="rounded-sm font-medium hover:underline"
            onClick={() => {
              goTo({ page });
              onGo();
            }}
          >
            <bdi>{name}</bdi>
          </button>
          <span className="ms-2 text-n11 text-xs tabular-nums">
            {t("tableSize", { rows: rowCount, columns: columnCount })}
          </span>
        </h2>
        <Button
          size="sm"
          variant="ghost"
          icon={<Copy aria-hidden />}
          aria-label={t("tableCopy", { name })}
          onClick={() => void copy()}
        >
          {t("copy")}
        </Button>
        <Button asChild size="sm" variant="ghost">
          <a
            href={`/api/v1/documents/${id}/tables/${table.id}/csv`}
            download
            aria-label={t("tableCsv", { name })}
          >
            <Download aria-hidden />
            CSV
          </a>
        </Button>
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        tabIndex={0}
        aria-label={name}
        className="mt-1 max-h-80 overflow-auto rounded-md border"
      >
        <table className="w-max min-w-full border-collapse text-xs tabular-nums">
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => {
                  const Cell = cell.isHeader ? "th" : "td";
                  return (
                    <Cell
                      key={column}
                      className={`max-w-64 truncate border-n5 border-r border-b px-2 py-1 ${cell.isHeader ? "sticky top-0 bg-n3 font-medium" : ""} ${cell.isNumber ? "text-end" : "text-start"}`}
                    >
                      <bdi>{cell.text}</bdi>
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rowCount > rows.length && (
        <p className="mt-1 text-n11 text-xs">{t("moreRows", { count: rowCount - rows.length })}</p>
      )}
    </article>
  );
}
