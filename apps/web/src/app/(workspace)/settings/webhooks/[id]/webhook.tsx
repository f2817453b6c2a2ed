"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import { WebhookBadges } from "../webhook-row";
import { MessageLog } from "./message-log";
import { WebhookActions } from "./webhook-actions";

const EVERY_MS = 5_000;

/** One webhook: how it does, what can be done with it, and what it got. */
export function WebhookPage({ id }: { id: string }) {
  const t = useTranslations("webhooks");
  const format = useFormatter();
  const trpc = useTRPC();
  const found = useQuery(trpc.webhooks.get.queryOptions({ id }, { refetchInterval: EVERY_MS }));
  const webhook = found.data;
  const when = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });

  return (
    <>
      <PageHeader
        trail={[{ href: "/settings/webhooks", name: t("title") }]}
        title={webhook?.name ?? t("title")}
      />
      {found.isPending && <Skeleton className="m-4 h-32" />}
      {found.error && !webhook && (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {webhook && (
        <div className="max-w-4xl px-4 py-6">
          <p className="flex flex-wrap items-center gap-2">
            <WebhookBadges webhook={webhook} />
            <span className="break-all font-mono text-xs">{webhook.url}</span>
          </p>
          <p className="mt-1 text-n11 text-sm">
            {t("counts", {
              delivered: webhook.delivered,
              waiting: webhook.waiting,
              failed: webhook.failed,
            })}
            {webhook.createdByName && ` · ${t("madeBy", { name: webhook.createdByName })}`}
          </p>
          {webhook.stateReason && <p className="mt-2">{t(`reason_${webhook.stateReason}`)}</p>}
          {webhook.state === "on" && webhook.failingSince && (
            <p className="mt-2 text-bad">{t("failingSince", { at: when(webhook.failingSince) })}</p>
          )}
          {webhook.rotatingUntil && (
            <p className="mt-2">{t("rotating", { at: when(webhook.rotatingUntil) })}</p>
          )}
          <WebhookActions webhook={webhook} />
          <MessageLog id={id} hasFailed={webhook.failed > 0} />
        </div>
      )}
    </>
  );
}
