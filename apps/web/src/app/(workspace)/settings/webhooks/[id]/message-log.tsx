"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { messageStates } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Select } from "@besunny/ui/fields/select";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useEventTitle } from "../use-event-title";
import { MessageSheet } from "./message-sheet";
import { useAnswer } from "./use-answer";

type Message = Outputs["webhooks"]["messages"]["items"][number];

const EVERY_MS = 2_000;
const DAY_MS = 86_400_000;
const tones: Record<Message["state"], BadgeTone> = {
  waiting: "info",
  delivered: "good",
  failed: "bad",
};

/** The messages of a webhook with their last answer, the newest first. */
export function MessageLog({ id, hasFailed }: { id: string; hasFailed: boolean }) {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const [state, setState] = useState<Message["state"] | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const changed = useToldChange(trpc.webhooks.pathKey());
  const again = useMutation(trpc.webhooks.replayFailed.mutationOptions(changed(t("replayedMany"))));
  const log = useInfiniteQuery(
    trpc.webhooks.messages.infiniteQueryOptions(
      { id, ...(state && { state }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor, refetchInterval: EVERY_MS },
    ),
  );
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <section aria-labelledby="log" className="mt-8">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="log" className="font-semibold text-lg">
          {t("log")}
        </h2>
        <Select
          label={t("filter")}
          value={state ?? "all"}
          options={["all" as const, ...messageStates].map((value) => ({
            value,
            label: value === "all" ? t("all") : t(`message_${value}`),
          }))}
          onChange={(next) => setState(messageStates.find((each) => each === next) ?? null)}
        />
        {hasFailed && (
          <Button
            loading={again.isPending}
            onClick={() => again.mutate({ id, since: new Date(Date.now() - 30 * DAY_MS) })}
          >
            {t("replayFailed")}
          </Button>
        )}
      </div>
      <p className="mt-0.5 text-n11">{t("logHint")}</p>
      {log.isPending && <Skeleton className="mt-4 h-32" />}
      {log.error && !log.data && (
        <ProblemState error={log.error} onRetry={() => void log.refetch()} />
      )}
      {log.data && items.length === 0 && <p className="mt-4">{t("logEmpty")}</p>}
      {items.length > 0 && (
        <div className="-mx-4 mt-3">
          <Table label={t("log")}>
            <thead>
              <tr>
                <TableHead>{t("event")}</TableHead>
                <TableHead>{t("state")}</TableHead>
                <TableHead>{t("answer")}</TableHead>
                <TableHead numeric>{t("number")}</TableHead>
                <TableHead>{t("at")}</TableHead>
              </tr>
            </thead>
            <tbody>
              {items.map((message) => (
                <MessageRow key={message.id} message={message} onShow={setShown} />
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {log.hasNextPage && (
        <LoadMore
          label={t("more")}
          loading={log.isFetchingNextPage}
          onLoad={() => void log.fetchNextPage()}
        />
      )}
      {shown && <MessageSheet id={id} messageId={shown} onClose={() => setShown(null)} />}
    </section>
  );
}

function MessageRow({ message, onShow }: { message: Message; onShow: (id: string) => void }) {
  const t = useTranslations("webhooks");
  const answerOf = useAnswer();
  const titleOf = useEventTitle();
  const { id, event, seq, state, lastAttempt, createdAt } = message;

  return (
    <TableRow>
      <TableCell>
        <button type="button" className="text-left hover:underline" onClick={() => onShow(id)}>
          {titleOf(event)}
        </button>
      </TableCell>
      <TableCell>
        <Badge tone={tones[state]}>{t(`message_${state}`)}</Badge>
      </TableCell>
      <TableCell>{lastAttempt ? answerOf(lastAttempt) : t("none")}</TableCell>
      <TableCell numeric>{seq}</TableCell>
      <TableCell className="whitespace-nowrap">
        <RelativeTime at={createdAt} />
      </TableCell>
    </TableRow>
  );
}
