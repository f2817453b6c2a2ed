"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { toast } from "@besunny/ui/feedback/toast";
import { saveFile } from "@besunny/web-kit/save-file";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReportRun } from "./report";

const tones: Record<ReportRun["state"], BadgeTone> = {
  due: "info",
  made: "attention",
  sent: "good",
  skipped: "neutral",
  failed: "bad",
};

/** One making of a report: what became of it, whom it reached, and its file. */
export function RunLine({ run }: { run: ReportRun }) {
  const t = useTranslations("reports");
  const format = useFormatter();
  const trpc = useTRPC();
  const file = useMutation(
    trpc.admin.reports.file.mutationOptions({
      onSuccess: saveFile,
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );
  const got = run.deliveries.filter(({ outcome }) => outcome === "sent");
  const without = run.deliveries.filter(({ outcome }) => outcome === "noRight");

  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={tones[run.state]}>{t(`state_${run.state}`)}</Badge>
          <RelativeTime at={run.createdAt} />
          {run.isAsked && <span className="text-n11 text-xs">{t("asked")}</span>}
        </p>
        {run.problem && <p className="mt-1 max-w-2xl text-n11">{run.problem}</p>}
        <p className="mt-1 flex flex-wrap gap-x-3 text-n11 text-xs">
          {run.bytes !== null && (
            <span>
              {t(`format_${run.format}`)},{" "}
              {format.number(run.bytes / 1000, {
                style: "unit",
                unit: "kilobyte",
                maximumFractionDigits: 0,
              })}
            </span>
          )}
          {got.length > 0 && (
            <span>{t("sentTo", { names: got.map(({ name }) => name).join(", ") })}</span>
          )}
          {without.length > 0 && (
            <span>{t("noRight", { names: without.map(({ name }) => name).join(", ") })}</span>
          )}
        </p>
      </div>
      {run.hasFile && (
        <Button
          size="sm"
          icon={<Download aria-hidden />}
          loading={file.isPending}
          onClick={() => file.mutate({ id: run.id })}
        >
          {t("download")}
        </Button>
      )}
    </div>
  );
}
