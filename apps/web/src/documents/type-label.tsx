"use client";

import { ConfidenceDot } from "@besunny/ui/display/confidence-dot";
import { useTranslations } from "next-intl";

/** Shows the type of a document and its confidence; without a type it shows "No type yet". */
export function TypeLabel({
  type,
  confidence,
  className = "",
}: {
  type: string | null;
  confidence: number | null;
  className?: string;
}) {
  const t = useTranslations("document");
  const sure = (value: number | null) =>
    value === null ? t("notScored") : t("confidence", { percent: Math.round(value * 100) });

  if (!type) return <span className={`truncate text-n11 ${className}`}>{t("noType")}</span>;
  return (
    <span className={`inline-flex min-w-0 items-center gap-2 ${className}`}>
      <span className="truncate first-letter:uppercase">{type}</span>
      <ConfidenceDot confidence={confidence} label={sure} className="shrink-0" />
    </span>
  );
}
