"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Link } from "@besunny/web-kit/link";
import { CircleSlash, Pause, Play, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { retryableIn } from "~/batches/batch";
import { BatchLine } from "~/batches/batch-line";
import { CancelBatchDialog } from "~/batches/cancel-batch-dialog";
import { useBatch } from "~/batches/use-batch";
import { useBatchTitle } from "~/batches/use-batch-title";
import { useBatchVerbs } from "~/batches/use-batch-verbs";

/** Shows the files that were picked together as one batch: its progress and its actions. */
export function TrayBatch({
  id,
  isOneOfMany,
  onCancel,
}: {
  id: string;
  /** Beside others it says its own count; alone it has that of the tray. */
  isOneOfMany: boolean;
  onCancel: () => void;
}) {
  const t = useTranslations("batches");
  const titleOf = useBatchTitle();
  const verbs = useBatchVerbs();
  const [isAsking, setIsAsking] = useState(false);
  const { data: batch } = useBatch(id);
  if (!batch) return null;

  const { state, totals } = batch;
  const retryable = retryableIn(batch.reasons);
  const isOpen = state === "running" || state === "paused";
  return (
    <div className="px-3 pt-2 pb-1.5">
      <div className="flex items-center">
        <Link
          href={`/batches/${id}`}
          className="min-w-0 flex-1 truncate font-medium text-sm hover:underline"
        >
          <bdi>{titleOf(batch)}</bdi>
        </Link>
        {state === "running" && (
          <IconButton label={t("pause")} icon={<Pause />} onClick={() => verbs.pause(id)} />
        )}
        {state === "paused" && (
          <IconButton label={t("resume")} icon={<Play />} onClick={() => verbs.resume(id)} />
        )}
        {retryable > 0 && (
          <IconButton
            label={t("retryFailed", { count: retryable })}
            icon={<RotateCcw />}
            onClick={() => verbs.retryFailed(id)}
          />
        )}
        {isOpen && (
          <IconButton
            label={t("cancelNow")}
            icon={<CircleSlash />}
            onClick={() => setIsAsking(true)}
          />
        )}
      </div>
      <p className="text-n11 text-xs tabular-nums empty:hidden">
        <BatchLine batch={batch} isCounted={isOneOfMany} />
      </p>
      <CancelBatchDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        left={totals.all - totals.ended}
        onCancel={onCancel}
      />
    </div>
  );
}
