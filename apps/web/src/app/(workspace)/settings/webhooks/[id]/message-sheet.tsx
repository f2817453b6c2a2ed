"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useAnswer } from "./use-answer";

const EVERY_MS = 2_000;

/** A message as it is sent, and every try with its answer. */
export function MessageSheet({
  id,
  messageId,
  onClose,
}: {
  id: string;
  messageId: string;
  onClose: () => void;
}) {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const answerOf = useAnswer();
  const changed = useToldChange(trpc.webhooks.pathKey());
  const found = useQuery(
    trpc.webhooks.message.queryOptions({ id, messageId }, { refetchInterval: EVERY_MS }),
  );
  const replay = useMutation(trpc.webhooks.replay.mutationOptions(changed(t("replayed"))));
  const message = found.data;

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("messageTitle", { seq: message?.seq ?? "" })}
      description={<span className="break-all font-mono text-xs">{messageId}</span>}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("close")}</Button>
          <Button
            variant="primary"
            loading={replay.isPending}
            onClick={() => replay.mutate({ id, messageId })}
          >
            {t("replay")}
          </Button>
        </>
      }
    >
      {found.isPending && <Skeleton className="h-32" />}
      {found.error && !message && (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {message && (
        <div className="flex flex-col gap-4">
          <div>
            <h3 className="font-medium">{t("request")}</h3>
            <pre className="mt-1 overflow-x-auto whitespace-pre-wrap break-all rounded-md bg-n3 p-2 font-mono text-xs">
              {message.body}
            </pre>
          </div>
          <div>
            <h3 className="font-medium">{t("tries")}</h3>
            {message.attempts.length === 0 && <p>{t("none")}</p>}
            <ol className="mt-1 flex flex-col gap-2">
              {message.attempts.map((each) => (
                <li key={each.number}>
                  <p>
                    {t("try", {
                      number: each.number,
                      answer: answerOf(each),
                      ms: each.durationMs,
                    })}{" "}
                    <span className="text-n11">
                      <RelativeTime at={each.at} />
                    </span>
                  </p>
                  {each.response && (
                    <pre className="overflow-x-auto whitespace-pre-wrap break-all rounded-md bg-n3 p-2 font-mono text-xs">
                      {each.response}
                    </pre>
                  )}
                </li>
              ))}
            </ol>
          </div>
          {message.nextAt && (
            <p>
              {t("nextTry")}: <RelativeTime at={message.nextAt} />
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
}
