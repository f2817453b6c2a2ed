"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShell } from "~/shell/shell-context";
import { useBatchVerbs } from "./use-batch-verbs";

/** Offers to read the documents again that an earlier release of the reader read. Draws nothing if there are none, and for viewers. */
export function EarlierReadings() {
  const t = useTranslations("batches");
  const trpc = useTRPC();
  const { role } = useShell();
  const { readAgain, isReading } = useBatchVerbs();
  const { data } = useQuery(
    trpc.batches.earlierReadings.queryOptions({}, { enabled: role !== "viewer" }),
  );
  if (!data || data.idle === 0) return null;

  return (
    <section className="flex flex-wrap items-center gap-x-4 gap-y-2 border-n5 border-b bg-n3 px-4 py-3">
      <div className="min-w-64 flex-1">
        <p className="font-medium">{t("earlierReadings", { count: data.idle })}</p>
        <p className="text-n11 text-sm">{t("earlierHint")}</p>
      </div>
      <Button icon={<RefreshCw aria-hidden />} loading={isReading} onClick={readAgain}>
        {t("readAgain")}
      </Button>
    </section>
  );
}
