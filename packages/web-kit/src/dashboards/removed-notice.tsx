"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFigureWiring } from "../figures/figure-wiring";

import { useDashboardDone } from "./use-dashboard-done";

/** Says that a dashboard was removed, and brings it back. */
export function RemovedNotice({ id, mayChange }: { id: string; mayChange: boolean }) {
  const t = useTranslations("dashboards");
  const { dashboards } = useFigureWiring();
  const done = useDashboardDone();
  const bringBack = useMutation(dashboards.bringBack.mutationOptions(done(t("broughtBack"))));
  return (
    <p className="flex flex-wrap items-center gap-2 rounded-md bg-attention-soft px-3 py-2 text-attention">
      {t("isRemoved")}
      {mayChange && (
        <Button size="sm" loading={bringBack.isPending} onClick={() => bringBack.mutate({ id })}>
          {t("bringBack")}
        </Button>
      )}
    </p>
  );
}
