"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Lock, Plus, Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { PageHeader } from "~/shell/page-header";

import { InboundHooks } from "./inbound/inbound-hooks";
import { WebhookForm } from "./webhook-form";
import { WebhookRow } from "./webhook-row";

const EVERY_MS = 15_000;

/** For owners and admins: the addresses that get events, and a new one. */
export function WebhooksPage({ isAllowed }: { isAllowed: boolean }) {
  const t = useTranslations("webhooks");
  const ts = useTranslations("settings");
  return (
    <>
      <PageHeader trail={[{ href: "/settings", name: ts("title") }]} title={t("title")} />
      {isAllowed ? (
        <>
          <Webhooks />
          <InboundHooks />
        </>
      ) : (
        <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")} />
      )}
    </>
  );
}

function Webhooks() {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const [isNew, setIsNew] = useState(false);
  const list = useQuery(trpc.webhooks.list.queryOptions({}, { refetchInterval: EVERY_MS }));
  const make = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setIsNew(true)}>
      {t("new")}
    </Button>
  );

  return (
    <section className="max-w-4xl px-4 py-6">
      <p className="text-n11">{t("lead")}</p>
      {list.isPending && <Skeleton className="mt-6 h-32" />}
      {list.error && !list.data && (
        <ProblemState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data?.items.length === 0 && (
        <EmptyState icon={<Webhook aria-hidden />} title={t("empty")} actions={make}>
          {t("emptyHint")}
        </EmptyState>
      )}
      {list.data && list.data.items.length > 0 && (
        <>
          <div className="mt-4">{make}</div>
          <ul aria-label={t("title")} className="mt-2 flex flex-col">
            {list.data.items.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} />
            ))}
          </ul>
        </>
      )}
      {list.data && isNew && (
        <WebhookForm webhook={null} events={list.data.events} onClose={() => setIsNew(false)} />
      )}
    </section>
  );
}
