"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { toast } from "@besunny/ui/feedback/toast";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download, RotateCcw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { formatBytes } from "~/documents/format-bytes";
import { canRetry } from "~/sources/can-retry";
import { stateColours } from "~/sources/counts-bar";
import { type Source, type SourceReport, sumStates } from "~/sources/source";
import { useRetryItems } from "~/sources/use-retry-items";
import { useSourceWords } from "~/sources/use-source-words";

type Reason = SourceReport["reasons"][number];

/** The sum of everything at the source, and each reason in it. Every number opens its items. */
export function Report({ source, reasons }: { source: Source; reasons: readonly Reason[] }) {
  const t = useTranslations("sources");
  const rows = rowsOf(reasons);
  const canTry = source.isMine && rows.some(canRetry);

  return (
    <section aria-labelledby="report" className="px-4 py-5">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="report" className="min-w-0 flex-1 font-semibold text-lg">
          {t("report")}
        </h2>
        <SaveReport id={source.id} />
      </div>
      <p className="mt-1 text-n11 text-sm tabular-nums">{t("reportSum", source.counts)}</p>
      <Counted source={source} />
      {rows.length > 0 && (
        <div className="-mx-4 mt-3">
          <Table label={t("report")}>
            <thead>
              <tr>
                <TableHead>{t("state")}</TableHead>
                <TableHead>{t("why")}</TableHead>
                <TableHead numeric>{t("items")}</TableHead>
                <TableHead numeric className="max-sm:hidden">
                  {t("size")}
                </TableHead>
                {canTry && (
                  <TableHead>
                    <span className="sr-only">{t("tryAgain")}</span>
                  </TableHead>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ReasonRow
                  key={`${row.state}/${row.reason}`}
                  source={source}
                  row={row}
                  canTry={canTry}
                />
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

const order = [...sumStates, "gone"] as const;

/** In the order of the sum; what is fetched at this moment counts as waiting. */
function rowsOf(reasons: readonly Reason[]): Reason[] {
  const place = (state: string) => (order as readonly string[]).indexOf(state);
  return [...reasons].sort(
    (one, other) => place(one.state) - place(other.state) || other.items - one.items,
  );
}

function ReasonRow({
  source: { id },
  row,
  canTry,
}: {
  source: Source;
  row: Reason;
  canTry: boolean;
}) {
  const t = useTranslations("sources");
  const format = useFormatter();
  const { reasonOf } = useSourceWords();
  const { state, reason, items, bytes } = row;
  const query = new URLSearchParams({ state, ...(reason && { reason }) });
  const colour = sumStates.find((each) => each === state);

  return (
    <TableRow>
      <TableCell>
        <span className="inline-flex items-center gap-2 whitespace-nowrap">
          <span
            aria-hidden
            className={`size-2 shrink-0 rounded-full ${colour ? stateColours[colour] : "bg-n6"}`}
          />
          {t(`item_${state}`)}
        </span>
      </TableCell>
      <TableCell className="text-n11">{reason === null ? "" : reasonOf(reason)}</TableCell>
      <TableCell numeric>
        <Link
          href={`/sources/${id}/items?${query}`}
          className="font-medium underline decoration-n8 underline-offset-2 hover:decoration-n12"
        >
          {format.number(items)}
          <span className="sr-only"> {t(`item_${state}`)}</span>
        </Link>
      </TableCell>
      <TableCell numeric className="text-n11 max-sm:hidden">
        {formatBytes(bytes, format)}
      </TableCell>
      {canTry && <TableCell>{canRetry(row) && <TryAgain id={id} row={row} />}</TableCell>}
    </TableRow>
  );
}

/** Tries the items of one class again, and no others. */
function TryAgain({ id, row }: { id: string; row: Reason }) {
  const t = useTranslations("sources");
  const { reasonOf } = useSourceWords();
  const retry = useRetryItems(id);
  const { reason } = row;
  const name = reason === null ? t(`item_${row.state}`) : reasonOf(reason);

  return (
    <Button
      size="sm"
      icon={<RotateCcw aria-hidden />}
      loading={retry.isBusy}
      aria-label={t("tryClassAgain", { name })}
      onClick={() => retry.ofClass(row)}
    >
      {t("tryAgain")}
    </Button>
  );
}

/** Shows the provider's own count, by other requests, beside what is here. */
function Counted({ source: { counted, countedAt, counts, provider } }: { source: Source }) {
  const t = useTranslations("sources");
  if (counted === null || countedAt === null) return null;
  const difference = counts.total - counted;
  return (
    <p className="mt-1 text-n11 text-sm tabular-nums">
      {t("counted", { provider: t(`provider_${provider}`), count: counted })}{" "}
      {difference === 0
        ? t("countedSame")
        : t("countedOther", {
            difference: Math.abs(difference),
            direction: difference > 0 ? "more" : "fewer",
          })}{" "}
      {t("countedAt")} <RelativeTime at={countedAt} />
    </p>
  );
}

/** Has the browser save the report as a file. */
function SaveReport({ id }: { id: string }) {
  const t = useTranslations("sources");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const save = useMutation({
    mutationFn: () => cache.fetchQuery(trpc.sources.report.queryOptions({ id })),
    onSuccess({ fileName, csv, isWhole }) {
      const address = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
      Object.assign(document.createElement("a"), { href: address, download: fileName }).click();
      URL.revokeObjectURL(address);
      if (!isWhole) toast.note(t("csvPart"));
    },
    onError: (error) => toast.failed(problemOf(error).message),
  });

  return (
    <Button
      size="sm"
      icon={<Download aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {t("csv")}
    </Button>
  );
}
