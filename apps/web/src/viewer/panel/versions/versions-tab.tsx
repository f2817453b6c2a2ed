"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useFormatter, useTranslations } from "next-intl";

import { formatBytes } from "~/documents/format-bytes";

import type { DocumentDetail } from "../../document-detail";

/** The files that a document had, the newest first. */
export function VersionsTab({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const format = useFormatter();

  return (
    <ol className="flex flex-col gap-3 p-4">
      {document.versions.map((version) => (
        <li key={version.number} className="flex flex-col gap-0.5">
          <span className="flex items-center gap-2">
            <span className="font-medium">{t("version", { number: version.number })}</span>
            {version.number === document.version && <Badge>{t("versionNow")}</Badge>}
          </span>
          <bdi className="truncate text-sm">{version.fileName}</bdi>
          <span className="text-n11 text-xs">
            {formatBytes(version.size, format)} · <RelativeTime at={version.createdAt} />
          </span>
        </li>
      ))}
    </ol>
  );
}
