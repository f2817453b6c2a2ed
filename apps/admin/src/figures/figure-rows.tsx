"use client";

import type { MetricQuery } from "@besunny/api/browser/dashboards";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { BackLink } from "~/shell/back-link";
import { Loaded } from "~/shell/loaded";
import { PageHeader } from "~/shell/page-header";

import { placeOfRow } from "./place-of-row";
import { rowsParsers } from "./rows-place";
import { useFigureWords } from "./use-figure-words";
import { useMetrics } from "./use-metrics";

const LIMIT = 50;

/** The rows behind a figure, the newest first. Each leads to its document, its run or its call. */
export function FigureRows() {
  const t = useTranslations("figures");
  const trpc = useTRPC();
  const format = useFormatter();
  const words = useFigureWords();
  const { byName } = useMetrics();
  const [place] = useQueryStates(rowsParsers);
  const { metric, from, to, zone, grain, by, f, at, g, back } = place;
  const now = new Date(0);
  const query: MetricQuery = {
    metric,
    from: from ?? now,
    to: to ?? now,
    timeZone: zone,
    grain,
    breakOuts: by,
    filters: f,
    compare: "none",
    limit: 20,
  };
  const pages = useInfiniteQuery(
    trpc.admin.metrics.drill.infiniteQueryOptions(
      { query, at, group: g, limit: LIMIT },
      {
        getNextPageParam: (page) => page.nextCursor,
        placeholderData: keepPreviousData,
        enabled: from !== null && to !== null,
      },
    ),
  );
  const definition = byName.get(metric);
  const time = (moment: Date) =>
    format.dateTime(moment, {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: zone,
      hourCycle: "h23",
    });
  const limits = [
    ...(from && to
      ? [at ? words.timeName(at, grain, zone) : t("between", { from: time(from), to: time(to) })]
      : []),
    ...by.flatMap((dimension, position) => {
      const key = g[position];
      return key === undefined
        ? []
        : [
            t("filter", {
              name: words.dimensionName(dimension),
              values: words.groupName(dimension, { key, name: key ?? "" }),
            }),
          ];
    }),
    ...f
      .filter(({ dimension }) => definition?.dimensions.includes(dimension) !== false)
      .map(({ dimension, values }) =>
        t("filter", {
          name: words.dimensionName(dimension),
          values: values
            .map((key) => words.groupName(dimension, { key, name: key ?? "" }))
            .join(", "),
        }),
      ),
  ];
  const hasValues = pages.data?.pages.some(({ items }) =>
    items.some(({ value }) => value !== null),
  );

  return (
    <>
      <PageHeader title={t("rowsBehind", { title: definition?.title ?? metric })}>
        <BackLink href={back?.startsWith("/dashboards") ? back : "/dashboards"}>
          {t("back")}
        </BackLink>
      </PageHeader>
      <div className="flex flex-col gap-2 px-4 py-3">
        <p className="max-w-prose text-n11">{definition?.definition}</p>
        <ul className="flex flex-wrap gap-2">
          {limits.map((limit) => (
            <li key={limit} className="rounded-md bg-n4 px-2 py-0.5 text-sm">
              {limit}
            </li>
          ))}
        </ul>
      </div>
      {from === null || to === null ? (
        <EmptyState title={t("noFigure")}>{t("noFigureHint")}</EmptyState>
      ) : (
        <Loaded query={pages} label={t("loading")}>
          {(data) => {
            const rows = data.pages.flatMap(({ items }) => items);
            const total = data.pages[0]?.total ?? 0;
            return (
              <>
                <p role="status" className="px-4 pb-2 font-medium tabular-nums">
                  {t("rowCount", { count: total })}
                </p>
                {rows.length === 0 ? (
                  <EmptyState title={t("noRowsFound")} />
                ) : (
                  <Table label={t("rowsBehind", { title: definition?.title ?? metric })}>
                    <thead>
                      <tr>
                        <TableHead>{t("row")}</TableHead>
                        <TableHead className="max-sm:hidden">{t("detail")}</TableHead>
                        {hasValues && <TableHead numeric>{t("value")}</TableHead>}
                        <TableHead>{t("when")}</TableHead>
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map((row) => {
                        const href = placeOfRow(row);
                        const name = row.title || row.id;
                        return (
                          <TableRow key={`${row.kind} ${row.id}`}>
                            <TableCell className="max-w-72 truncate">
                              {href ? (
                                <Link
                                  href={href}
                                  className="font-medium underline underline-offset-2"
                                >
                                  {name}
                                </Link>
                              ) : (
                                name
                              )}
                            </TableCell>
                            <TableCell className="max-w-96 truncate text-n11 max-sm:hidden">
                              {row.detail}
                            </TableCell>
                            {hasValues && (
                              <TableCell numeric>
                                {row.value === null || !definition
                                  ? "–"
                                  : words.valueText(definition.unit, row.value)}
                              </TableCell>
                            )}
                            <TableCell className="whitespace-nowrap text-n11">
                              <RelativeTime at={row.at} />
                            </TableCell>
                          </TableRow>
                        );
                      })}
                    </tbody>
                  </Table>
                )}
                {pages.hasNextPage && (
                  <LoadMore
                    label={t("more")}
                    loading={pages.isFetchingNextPage}
                    onLoad={() => void pages.fetchNextPage()}
                  />
                )}
              </>
            );
          }}
        </Loaded>
      )}
    </>
  );
}
