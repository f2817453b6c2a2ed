"use client";

import { logForms } from "@besunny/api/browser/vocabulary";
import { auditInputOf } from "@besunny/web-kit/audit/audit-filters";
import { useAuditFilters } from "@besunny/web-kit/audit/audit-log";
import { useTranslations } from "next-intl";

/** Links that download what the filters leave of the log, in each form. */
export function ExportLog() {
  const t = useTranslations("auditPage");
  const [filters] = useAuditFilters();
  const { limit: _limit, ...input } = auditInputOf(filters);

  return (
    <p className="flex flex-wrap gap-x-3 border-b px-4 py-2 text-sm">
      <span className="text-n11">{t("download")}</span>
      {logForms.map((form) => (
        <a key={form} href={addressOf({ ...input, form })} className="underline underline-offset-2">
          {t(`form_${form}`)}
        </a>
      ))}
      <a href="/api/v1/audit/evidence" className="ml-auto underline underline-offset-2">
        {t("evidence")}
      </a>
    </p>
  );
}

function addressOf(input: Record<string, string | Date>): string {
  const named = Object.entries(input).map(([key, value]) => [
    key,
    value instanceof Date ? value.toISOString() : value,
  ]);
  return `/api/v1/audit/export?${new URLSearchParams(named)}`;
}
