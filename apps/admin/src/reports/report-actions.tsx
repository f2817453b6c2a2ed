"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { toast } from "@besunny/ui/feedback/toast";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, History, Pause, Pencil, Send, StepForward, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Report } from "./report";
import { ReportHistory } from "./report-history";

/** Send it now; the menu changes, pauses or removes it and shows its history. */
export function ReportActions({ report }: { report: Report }) {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const router = useRouter();
  const [shown, setShown] = useState<"history" | "remove" | null>(null);
  const { id, title, isPaused, last } = report;
  const told = (message: string) => ({
    onSuccess: () => toast.done(message),
    onError: (error: unknown) => {
      const { message: reason, hint } = problemOf(error);
      toast.failed(reason, hint ?? undefined);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.admin.reports.pathKey() }),
  });
  const send = useMutation(trpc.admin.reports.send.mutationOptions(told(t("asking", { title }))));
  const pause = useMutation(
    trpc.admin.reports.pause.mutationOptions(
      told(t(isPaused ? "resumedNow" : "pausedNow", { title })),
    ),
  );
  const remove = useMutation(
    trpc.admin.reports.remove.mutationOptions(told(t("removed", { title }))),
  );
  const close = (open: boolean) => setShown(open ? shown : null);

  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="sm"
        icon={<Send aria-hidden />}
        disabled={last?.state === "due"}
        loading={send.isPending}
        onClick={() => send.mutate({ id })}
      >
        {t(last?.state === "due" ? "isMade" : "sendNow")}
      </Button>
      <Menu
        align="end"
        trigger={
          <IconButton
            label={t("more", { title })}
            icon={<Ellipsis aria-hidden />}
            loading={pause.isPending || remove.isPending}
          />
        }
      >
        <MenuItem icon={<Pencil />} onSelect={() => router.push(`/reports/${id}`)}>
          {t("change")}
        </MenuItem>
        <MenuItem icon={<History />} onSelect={() => setShown("history")}>
          {t("history")}
        </MenuItem>
        <MenuItem
          icon={isPaused ? <StepForward /> : <Pause />}
          onSelect={() => pause.mutate({ id, isPaused: !isPaused })}
        >
          {t(isPaused ? "resume" : "pause")}
        </MenuItem>
        <MenuItem icon={<Trash2 />} onSelect={() => setShown("remove")}>
          {t("remove")}
        </MenuItem>
      </Menu>
      {shown === "history" && <ReportHistory report={report} onOpenChange={close} />}
      {shown === "remove" && (
        <Dialog
          open
          onOpenChange={close}
          title={t("removeOf", { title })}
          description={t("removeHint")}
          closeLabel={t("close")}
          actions={
            <>
              <Button variant="ghost" onClick={() => setShown(null)}>
                {t("cancel")}
              </Button>
              <Button
                variant="danger"
                loading={remove.isPending}
                onClick={() => remove.mutate({ id }, { onSettled: () => setShown(null) })}
              >
                {t("remove")}
              </Button>
            </>
          }
        />
      )}
    </div>
  );
}
