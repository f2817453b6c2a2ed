"use client";

import { safePath } from "@besunny/api/browser/safe-path";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { Link } from "../link";
import { Loaded } from "../page/loaded";
import { useFigureWiring } from "./figure-wiring";
import { drillOf, rowsParsers } from "./rows-place";
import { useFigureWords } from "./use-figure-words";
import { useMetrics } from "./use-metrics";
import { useRowLimits } from "./use-row-limits";

type Asked = NonNullable<ReturnType<typeof drillOf>>;

const LIMIT = 50;

/** The rows behind a figure, the newest first. Each leads to what it is of, such as its document. */
export function FigureRows() {
  const t = useTranslations("figures");
  const { Header, rowsBack } = useFigureWiring();
  const { byName } = useMetrics();
  const [place] = useQueryStates(rowsParsers);
  const asked = drillOf(place);
  const definition = byName.get(place.metric);
  const title = t("rowsBehind", { title: definition?.title ?? place.metric });

  return (
    <>
      <Header title={title}>
        <Link
          href={place.back ? safePath(place.back) : rowsBack}
          className="inline-flex items-center gap-1 text-n11 hover:text-n12"
        >
          <ChevronLeft aria-hidden className="size-4" />
          {t("back")}
        </Link>
      </Header>
      {asked ? (
        <Rows asked={asked} title={title} />
      ) : (
        <EmptyState title={t("noFigure")}>{t("noFigureHint")}</EmptyState>
      )}
    </>
  );
}

function Rows({ asked, title }: { asked: Asked; title: string }) {
  const t = useTranslations("figures");
  const { metrics, useRowWords } = useFigureWiring();
  const words = useFigureWords();
  const { nameOf, detailOf, hrefOf } = useRowWords();
  const limits = useRowLimits(asked);
  const { byName } = useMetrics();
  const definition = byName.get(asked.query.metric);
  const pages = useInfiniteQuery(
    metrics.drill.infiniteQueryOptions(
      { ...asked, limit: LIMIT },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const hasValues = pages.data?.pages.some(({ items }) =>
    items.some(({ value }) => value !== null),
  );

  return (
    <>
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
      <Loaded query={pages} label={t("loading")}>
        {(data) => {
          const rows = data.pages.flatMap(({ items }) => items);
          return (
            <>
              <p role="status" className="px-4 pb-2 font-medium tabular-nums">
                {t("rowCount", { count: data.pages[0]?.total ?? 0 })}
              </p>
              {rows.length === 0 ? (
                <EmptyState title={t("noRowsFound")} />
              ) : (
                <Table label={title}>
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
                      const href = hrefOf(row);
                      return (
                        <TableRow key={`${row.kind} ${row.id}`}>
                          <TableCell className="max-w-72 truncate max-sm:max-w-48">
                            {href ? (
                              <Link
                                href={href}
                                className="font-medium underline underline-offset-2"
                              >
                                <bdi>{nameOf(row)}</bdi>
                              </Link>
                            ) : (
                              <bdi>{nameOf(row)}</bdi>
                            )}
                          </TableCell>
                          <TableCell className="max-w-96 truncate text-n11 max-sm:hidden">
                            {detailOf(row)}
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
    </>
  );
}
