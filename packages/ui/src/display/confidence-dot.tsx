"use client";

import { classNames } from "../class-names";
import { useLocale } from "../locale";

/**
 * Shows the confidence of a fact or type by form and by number: filled from 0.85, half from 0.6, hollow below; `null` is "not scored".
 * `label` turns the number into words for people who hear the page.
 */
export function ConfidenceDot({
  confidence,
  label,
  className,
}: {
  confidence: number | null;
  label: (confidence: number | null) => string;
  className?: string;
}) {
  const format = new Intl.NumberFormat(useLocale(), {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return (
    <span
      role="img"
      aria-label={label(confidence)}
      title={label(confidence)}
      className={classNames("inline-flex items-center gap-1 text-n11 text-xs", className)}
    >
      <svg aria-hidden viewBox="0 0 10 10" className="size-2.5 text-n11">
        <circle
          cx="5"
          cy="5"
          r="4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray={confidence === null ? "1.6 1.6" : undefined}
        />
        {confidence !== null && confidence >= 0.85 && (
          <circle cx="5" cy="5" r="4" fill="currentColor" />
        )}
        {confidence !== null && confidence >= 0.6 && confidence < 0.85 && (
          <path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor" />
        )}
      </svg>
      <span aria-hidden className="tabular-nums">
        {confidence === null ? "–" : format.format(confidence)}
      </span>
    </span>
  );
}
