"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { Panel } from "../panel";

/** The searches of which nothing was found, the most frequent first. */
export function EmptyQueries() {
  const t = useTranslations("searchQuality");
  const format = useFormatter();
  const trpc = useTRPC();
  const empty = useQuery(trpc.analytics.emptyQueries.queryOptions({}));

  return (
    <Panel title={t("emptyTitle")} hint={t("emptyHint")}>
      {empty.error && <ProblemState error={empty.error} onRetry={() => void empty.refetch()} />}
      {empty.data?.items.length === 0 && <p className="text-n11">{t("noneEmpty")}</p>}
      {empty.data && empty.data.items.length > 0 && (
        <Table label={t("emptyTitle")}>
          <thead>
            <tr>
              <TableHead>{t("words")}</TableHead>
              <TableHead numeric>{t("times")}</TableHead>
              <TableHead>{t("latest")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {empty.data.items.map(({ words, times, latest }) => (
              <TableRow key={words}>
                <TableCell>
                  <Link
                    href={`/search?q=${encodeURIComponent(words)}`}
                    className="underline underline-offset-2"
                  >
                    <bdi>{words}</bdi>
                  </Link>
                </TableCell>
                <TableCell numeric>{format.number(times)}</TableCell>
                <TableCell>
                  <RelativeTime at={latest} />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
