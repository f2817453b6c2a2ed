import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { classNames } from "../class-names";

/** Shows what happened, why, and what to do; the trace id is one click away. */
export function ErrorState({
  title,
  reason,
  remedy,
  traceId,
  traceLabel,
  actions,
  compact = false,
}: {
  title: string;
  reason?: ReactNode;
  remedy?: ReactNode;
  traceId?: string | null | undefined;
  traceLabel: string;
  actions?: ReactNode;
  /** In a list or panel rather than a whole page. */
  compact?: boolean;
}) {
  return (
    <div
      role="alert"
      className={classNames("mx-auto flex max-w-lg gap-3 px-4", compact ? "py-4" : "py-16")}
    >
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-bad" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {reason && <p className="mt-1 text-n11">{reason}</p>}
        {remedy && <p className="mt-1">{remedy}</p>}
        {actions && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
        {traceId && (
          <details className="mt-4 text-n11 text-xs">
            <summary className="w-fit rounded-sm hover:text-n12">{traceLabel}</summary>
            <code className="mt-1 block select-all break-all font-mono">{traceId}</code>
          </details>
        )}
      </div>
    </div>
  );
}
