"use client";

import { Button } from "@besunny/ui/buttons/button";
import { CircleSlash, Download, Pause, Play, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { type BatchWithReasons, retryableIn } from "./batch";
import { CancelBatchDialog } from "./cancel-batch-dialog";
import { useBatchVerbs } from "./use-batch-verbs";

/** Offers the actions that fit the state of the batch. */
export function BatchActions({
  batch: { id, state, totals, reasons },
}: {
  batch: BatchWithReasons;
}) {
  const t = useTranslations("batches");
  const verbs = useBatchVerbs();
  const [isAsking, setIsAsking] = useState(false);
  const retryable = retryableIn(reasons);
  const isOpen = state === "running" || state === "paused";

  return (
    <>
      {state === "running" && (
        <Button
          icon={<Pause aria-hidden />}
          disabled={verbs.isBusy}
          onClick={() => verbs.pause(id)}
        >
          {t("pause")}
        </Button>
      )}
      {state === "paused" && (
        <Button
          variant="primary"
          icon={<Play aria-hidden />}
          disabled={verbs.isBusy}
          onClick={() => verbs.resume(id)}
        >
          {t("resume")}
        </Button>
      )}
      {retryable > 0 && (
        <Button
          icon={<RotateCcw aria-hidden />}
          disabled={verbs.isBusy}
          onClick={() => verbs.retryFailed(id)}
        >
          {t("retryFailed", { count: retryable })}
        </Button>
      )}
      {isOpen && (
        <Button icon={<CircleSlash aria-hidden />} onClick={() => setIsAsking(true)}>
          {t("cancel")}
        </Button>
      )}
      <Button asChild>
        <a href={`/api/v1/batches/${id}/report.csv`} download>
          <Download aria-hidden />
          {t("report")}
        </a>
      </Button>
      <CancelBatchDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        left={totals.all - totals.ended}
        onCancel={() => verbs.cancel(id)}
      />
    </>
  );
}
