"use client";

import { ConfidenceDot } from "@besunny/ui/display/confidence-dot";
import { useTranslations } from "next-intl";
import { useNames } from "~/i18n/use-names";

/** Shows the type of a document and its confidence. Without a type it says that there is none yet, or that a person found that none fits. */
export function TypeLabel({
  type,
  confidence,
  isSaid = false,
  className = "",
}: {
  type: string | null;
  confidence: number | null;
  /** True if a person set the type. */
  isSaid?: boolean;
  className?: string;
}) {
  const t = useTranslations("document");
  const { typeName } = useNames();
  const sure = (value: number | null) =>
    value === null ? t("notScored") : t("confidence", { percent: Math.round(value * 100) });

  if (!type)
    return (
      <span className={`truncate text-n11 ${className}`}>
        {t(isSaid ? "noTypeFits" : "noType")}
      </span>
    );
  return (
    <span className={`inline-flex min-w-0 items-center gap-2 ${className}`}>
      <span className="truncate first-letter:uppercase">{typeName(type)}</span>
      <ConfidenceDot confidence={confidence} label={sure} className="shrink-0" />
    </span>
  );
}
