"use client";

import { callStates } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Select } from "@besunny/ui/fields/select";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";

import { CallSheet } from "./call-sheet";
import { asCostFilter, type CallRow, costParsers } from "./cost-range";
import { useMoney } from "./money";

/** The single calls behind the sums, the newest first. */
export function CallRows() {
  const t = useTranslations("costs");
  const format = useFormatter();
  const money = useMoney();
  const trpc = useTRPC();
  const [open, setOpen] = useState<CallRow | null>(null);
  const [range, setRange] = useQueryStates(costParsers, { history: "push" });
  const calls = useInfiniteQuery(
    trpc.admin.costs.calls.infiniteQueryOptions(
      { ...asCostFilter(range), limit: 50 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const rows = calls.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <section aria-label={t("calls")}>
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="flex-1 font-semibold">{t("callsOf")}</h2>
        <Select
          label={t("state")}
          value={range.state ?? "all"}
          options={[
            { value: "all", label: t("state_all") },
            ...callStates.map((value) => ({ value, label: t(`state_${value}`) })),
          ]}
          onChange={(next) =>
            void setRange({ state: callStates.find((each) => each === next) ?? null })
          }
        />
      </header>
      {calls.data && rows.length === 0 && <p className="py-8 text-center text-n11">{t("none")}</p>}
      {rows.length > 0 && (
        <Table label={t("callsOf")}>
          <thead>
            <tr>
              <TableHead>{t("at")}</TableHead>
              <TableHead>{t("by_step")}</TableHead>
              <TableHead>{t("by_model")}</TableHead>
              <TableHead>{t("state")}</TableHead>
              <TableHead numeric>{t("inputTokens")}</TableHead>
              <TableHead numeric>{t("outputTokens")}</TableHead>
              <TableHead numeric>{t("took")}</TableHead>
              <TableHead numeric>{t("cost")}</TableHead>
              <TableHead>
                <span className="sr-only">{t("open")}</span>
              </TableHead>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.id}>
                <TableCell>
                  <RelativeTime at={row.createdAt} />
                </TableCell>
                <TableCell>{row.operation}</TableCell>
                <TableCell>{row.model}</TableCell>
                <TableCell>
                  {t(`state_${row.state}`)}
                  {row.errorCode && ` · ${row.errorCode}`}
                </TableCell>
                <TableCell numeric>{format.number(row.inputTokens)}</TableCell>
                <TableCell numeric>{format.number(row.outputTokens)}</TableCell>
                <TableCell numeric>
                  {row.latencyMs === null ? "–" : format.number(row.latencyMs)}
                </TableCell>
                <TableCell numeric>
                  {row.state === "open" ? "–" : money(row.costMicro)}
                  {row.isEstimated && <abbr title={t("estimatedNote")}> ≈</abbr>}
                </TableCell>
                <TableCell>
                  <Button onClick={() => setOpen(row)}>{t("open")}</Button>
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      {calls.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={calls.isFetchingNextPage}
          onLoad={() => void calls.fetchNextPage()}
        />
      )}
      {open && <CallSheet call={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
