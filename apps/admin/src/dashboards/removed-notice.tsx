"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useDashboardDone } from "./use-dashboard-done";

/** Says that a dashboard was removed, and brings it back. */
export function RemovedNotice({ id }: { id: string }) {
  const t = useTranslations("dashboards");
  const trpc = useTRPC();
  const done = useDashboardDone();
  const bringBack = useMutation(
    trpc.admin.dashboards.bringBack.mutationOptions(done(t("broughtBack"))),
  );
  return (
    <p className="flex flex-wrap items-center gap-2 rounded-md bg-attention-soft px-3 py-2 text-attention">
      {t("isRemoved")}
      <Button size="sm" loading={bringBack.isPending} onClick={() => bringBack.mutate({ id })}>
        {t("bringBack")}
      </Button>
    </p>
  );
}
