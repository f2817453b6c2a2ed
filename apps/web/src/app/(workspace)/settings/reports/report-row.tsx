"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { toast } from "@besunny/ui/feedback/toast";
import { saveFile } from "@besunny/web-kit/save-file";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation } from "@tanstack/react-query";
import { Download, Pause, Send, StepForward, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";

type Report = Outputs["reports"]["list"]["items"][number];

const tones: Record<NonNullable<Report["last"]>["state"], BadgeTone> = {
  due: "info",
  made: "attention",
  sent: "good",
  skipped: "neutral",
  failed: "bad",
};

/** One report: what it holds, when it is due, what became of it last, and its file. */
export function ReportRow({ report }: { report: Report }) {
  const t = useTranslations("reports");
  const trpc = useTRPC();
  const titleId = useId();
  const changed = useToldChange(trpc.reports.pathKey());
  const { id, title, last, isPaused, nextAt, pauseReason } = report;
  const send = useMutation(trpc.reports.send.mutationOptions(changed(t("asking", { title }))));
  const pause = useMutation(
    trpc.reports.pause.mutationOptions(
      changed(t(isPaused ? "resumedNow" : "pausedNow", { title })),
    ),
  );
  const remove = useMutation(trpc.reports.remove.mutationOptions(changed(t("removed", { title }))));
  const file = useMutation(
    trpc.reports.file.mutationOptions({
      onSuccess: saveFile,
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );

  return (
    <li aria-labelledby={titleId} className="flex flex-col gap-2 border-n5 border-b py-5">
      <h2 id={titleId} className="flex items-center gap-2 font-semibold">
        <bdi className="min-w-0 break-words">{title}</bdi>
        {isPaused && <Badge tone="attention">{t("paused")}</Badge>}
      </h2>
      <p className="text-n11">
        {t("what", {
          figures: report.tiles.length,
          range: t(`range_${report.range}`),
          format: report.format.toUpperCase(),
          people: report.recipientIds.length,
          owner: report.ownerName,
        })}
      </p>
      {pauseReason && <p className="text-attention text-sm">{pauseReason}</p>}
      <p className="text-n11 text-sm">
        {nextAt ? (
          <>
            {t("next")} <RelativeTime at={nextAt} />
          </>
        ) : (
          t("notWhilePaused")
        )}
      </p>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        {last ? (
          <>
            <Badge tone={tones[last.state]}>{t(`state_${last.state}`)}</Badge>
            <RelativeTime at={last.createdAt} />
            {last.problem && <span className="text-n11">{last.problem}</span>}
          </>
        ) : (
          t("never")
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        {last?.hasFile && (
          <Button
            size="sm"
            icon={<Download aria-hidden />}
            loading={file.isPending}
            onClick={() => file.mutate({ id: last.id })}
          >
            {t("download")}
          </Button>
        )}
        <Button
          size="sm"
          icon={<Send aria-hidden />}
          disabled={last?.state === "due"}
          loading={send.isPending}
          onClick={() => send.mutate({ id })}
        >
          {t("sendNow")}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          icon={isPaused ? <StepForward aria-hidden /> : <Pause aria-hidden />}
          loading={pause.isPending}
          onClick={() => pause.mutate({ id, isPaused: !isPaused })}
        >
          {t(isPaused ? "resume" : "pause")}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          icon={<Trash2 aria-hidden />}
          loading={remove.isPending}
          onClick={() => remove.mutate({ id })}
        >
          {t("remove")}
        </Button>
      </div>
    </li>
  );
}
