"use client";

import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

const EVERY_MS = 5_000;

/** The messages that came to an address, the newest first. */
export function InboundLog({
  id,
  name,
  onClose,
}: {
  id: string;
  name: string;
  onClose: () => void;
}) {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const log = useInfiniteQuery(
    trpc.inboundHooks.deliveries.infiniteQueryOptions(
      { id },
      { getNextPageParam: ({ nextCursor }) => nextCursor, refetchInterval: EVERY_MS },
    ),
  );
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={name}
      closeLabel={t("close")}
      actions={<Button onClick={onClose}>{t("close")}</Button>}
    >
      {log.isPending && <Skeleton className="h-20" />}
      {log.error && !log.data && (
        <ProblemState error={log.error} onRetry={() => void log.refetch()} />
      )}
      {log.data && items.length === 0 && <p>{t("receivedNone")}</p>}
      <ul aria-label={t("received")} className="flex flex-col">
        {items.map((each) => (
          <li key={each.id} className="flex flex-col gap-0.5 border-n5 border-b py-2 last:border-0">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={each.outcome === "refused" ? "bad" : "good"}>
                {t(`outcome_${each.outcome}`)}
              </Badge>
              {each.document && (
                <Link href={`/documents/${each.document.id}`} className="hover:underline">
                  <bdi>{each.document.title}</bdi>
                </Link>
              )}
              <span className="text-n11 text-sm">
                <RelativeTime at={each.receivedAt} />
              </span>
            </p>
            {each.problem && <p className="text-bad text-sm">{each.problem}</p>}
            <p className="break-all font-mono text-n11 text-xs">{each.remoteId}</p>
          </li>
        ))}
      </ul>
      {log.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={log.isFetchingNextPage}
          onLoad={() => void log.fetchNextPage()}
        />
      )}
    </Dialog>
  );
}
