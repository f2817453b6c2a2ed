"use client";

import { Link } from "@besunny/web-kit/link";
import { Download, Paperclip } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { formatBytes } from "~/documents/format-bytes";

import type { DocumentDetail } from "../../document-detail";

/** The files that came with a mail: a click opens one, and a second button downloads it. */
export function MailAttachments({ attachments }: Pick<DocumentDetail, "attachments">) {
  const t = useTranslations("viewer");
  const words = useTranslations("shown");
  const format = useFormatter();
  if (attachments.length === 0) return null;

  return (
    <ul aria-label={t("attachments")} className="flex flex-wrap gap-2">
      {attachments.map((each) => (
        <li
          key={each.id}
          className="flex min-w-0 max-w-full items-stretch overflow-hidden rounded-md border bg-raised text-sm"
        >
          <Link
            href={`/documents/${each.id}`}
            className="flex min-w-0 items-center gap-2 px-2.5 py-1.5 hover:bg-n3"
          >
            <Paperclip aria-hidden className="size-3.5 shrink-0 text-n11" />
            <bdi className="truncate">{each.fileName}</bdi>
            <span className="shrink-0 text-n11 text-xs tabular-nums">
              {formatBytes(each.size, format)}
            </span>
          </Link>
          <a
            href={`/api/v1/documents/${each.id}/content`}
            download
            aria-label={words("downloadFile", { name: each.fileName })}
            title={t("download")}
            className="flex items-center border-l px-2 hover:bg-n3"
          >
            <Download aria-hidden className="size-3.5" />
          </a>
        </li>
      ))}
    </ul>
  );
}
