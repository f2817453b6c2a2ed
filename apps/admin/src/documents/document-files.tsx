"use client";

import { Badge } from "@besunny/ui/display/badge";
import { useTranslations } from "next-intl";

import type { DocumentDetail } from "./document-detail";
import { Section } from "./section";

/** The stored files of a document by their keys, and whether the storage has them. */
export function DocumentFiles({ document }: { document: DocumentDetail }) {
  const t = useTranslations("document");

  return (
    <Section title={t("storage")} hint={t("storageHint")}>
      <dl className="flex flex-col gap-2 text-sm">
        {document.files.map(({ role, key, isThere }) => (
          <div key={key} className="flex flex-wrap items-baseline gap-x-3">
            <dt className="w-44 text-n11">{t(`file_${role}`)}</dt>
            <dd className="min-w-0 flex-1">
              <code className="select-all break-all font-mono text-xs">{key}</code>{" "}
              <Badge tone={isThere ? "good" : isThere === null ? "attention" : "bad"}>
                {t(isThere ? "there" : isThere === null ? "unknown" : "missing")}
              </Badge>
            </dd>
          </div>
        ))}
        <div className="flex flex-wrap items-baseline gap-x-3">
          <dt className="w-44 text-n11">{t("hash")}</dt>
          <dd className="min-w-0 flex-1 select-all break-all font-mono text-xs">
            {document.contentHash}
          </dd>
        </div>
      </dl>
    </Section>
  );
}
