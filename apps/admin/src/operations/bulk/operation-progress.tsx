"use client";

import { Progress } from "@besunny/ui/feedback/progress";
import { useFormatter, useTranslations } from "next-intl";

import type { Operation } from "./operation";

/** Shows the progress of a bulk action: the runs done, skipped and failed so far. */
export function OperationProgress({ operation }: { operation: Operation }) {
  const t = useTranslations("bulk");
  const format = useFormatter();
  const { total, done, skipped, failed } = operation;
  const at = done + skipped + failed;
  const text = t("progress", { at: format.number(at), total: format.number(total) });

  return (
    <div className="min-w-36">
      <p className="flex flex-wrap gap-x-2 text-sm tabular-nums">
        <span>{text}</span>
        {skipped > 0 && (
          <span className="text-attention">
            {t("skipped")}: {format.number(skipped)}
          </span>
        )}
        {failed > 0 && (
          <span className="text-bad">
            {t("failed")}: {format.number(failed)}
          </span>
        )}
      </p>
      <Progress label={t("progressHead")} value={total === 0 ? 1 : at / total} className="mt-1" />
    </div>
  );
}
