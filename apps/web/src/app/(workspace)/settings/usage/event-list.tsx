"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { type Meter, useAmount } from "./use-amount";

/** The rows of the ledger that a line sums up, each with its document. */
export function EventList({ meter }: { meter: Meter }) {
  const t = useTranslations("usage");
  const trpc = useTRPC();
  const amount = useAmount();
  const events = useInfiniteQuery(
    trpc.usage.events.infiniteQueryOptions(
      { meter, limit: 25 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  if (events.error)
    return <ProblemState error={events.error} onRetry={() => void events.refetch()} />;
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <section aria-label={t("rowsOf", { name: t(`meter_${meter}`) })} className="mt-4">
      <h3 className="font-medium">{t("rowsOf", { name: t(`meter_${meter}`) })}</h3>
      {events.data && items.length === 0 && <p className="text-n11">{t("noRows")}</p>}
      <ul className="flex flex-col divide-y divide-n5">
        {items.map(({ id, quantity, subject, document, occurredAt }) => (
          <li key={id} className="flex items-center gap-3 py-1.5 text-sm">
            {document ? (
              <Link
                href={`/documents/${document.id}`}
                className="min-w-0 flex-1 truncate hover:underline"
              >
                <bdi>{document.title}</bdi>
              </Link>
            ) : (
              <span className="min-w-0 flex-1 truncate text-n11">{subject || t("noSubject")}</span>
            )}
            <span className="tabular-nums">{amount(meter, quantity)}</span>
            <span className="text-n11">
              <RelativeTime at={occurredAt} />
            </span>
          </li>
        ))}
      </ul>
      {events.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={events.isFetchingNextPage}
          onLoad={() => void events.fetchNextPage()}
        />
      )}
    </section>
  );
}
