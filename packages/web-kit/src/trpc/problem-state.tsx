"use client";

import { Button } from "@besunny/ui/buttons/button";
import { ErrorState } from "@besunny/ui/feedback/error-state";
import { useTranslations } from "next-intl";

import { problemOf } from "./problem";

/** An error in place of what could not be shown, with a button that tries again. */
export function ProblemState({
  error,
  onRetry,
  compact = false,
}: {
  error: unknown;
  onRetry?: (() => void) | undefined;
  compact?: boolean;
}) {
  const t = useTranslations("problem");
  const problem = problemOf(error);
  const isMissing = problem.code === "NOT_FOUND";

  return (
    <ErrorState
      compact={compact}
      title={t(isMissing ? "missing" : "title")}
      reason={isMissing ? null : problem.message || t("unknown")}
      remedy={problem.hint ?? t(isMissing ? "missingRemedy" : "remedy")}
      traceId={problem.traceId}
      traceLabel={t("trace")}
      actions={
        onRetry && !isMissing ? (
          <Button variant="secondary" onClick={onRetry}>
            {t("retry")}
          </Button>
        ) : isMissing && !compact ? (
          <Button onClick={() => window.history.back()}>{t("back")}</Button>
        ) : null
      }
    />
  );
}
