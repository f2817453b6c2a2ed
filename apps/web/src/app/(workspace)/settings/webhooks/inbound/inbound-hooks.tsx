"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { InboundForm } from "./inbound-form";
import { InboundRow } from "./inbound-row";

const EVERY_MS = 15_000;

/** The addresses at which others send to the workspace, and a new one. */
export function InboundHooks() {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const [isNew, setIsNew] = useState(false);
  const list = useQuery(trpc.inboundHooks.list.queryOptions({}, { refetchInterval: EVERY_MS }));

  return (
    <section aria-labelledby="inbound" className="max-w-4xl border-n5 border-t px-4 py-6">
      <h2 id="inbound" className="font-semibold text-lg">
        {t("inbound")}
      </h2>
      <p className="mt-0.5 text-n11">{t("inboundLead")}</p>
      <Button className="mt-4" icon={<Plus aria-hidden />} onClick={() => setIsNew(true)}>
        {t("newInbound")}
      </Button>
      {list.isPending && <Skeleton className="mt-6 h-20" />}
      {list.error && !list.data && (
        <ProblemState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data && list.data.items.length > 0 && (
        <ul aria-label={t("inbound")} className="mt-2 flex flex-col">
          {list.data.items.map((hook) => (
            <InboundRow key={hook.id} hook={hook} />
          ))}
        </ul>
      )}
      {isNew && <InboundForm onClose={() => setIsNew(false)} />}
    </section>
  );
}
