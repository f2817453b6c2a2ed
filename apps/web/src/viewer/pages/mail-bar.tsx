"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Paperclip } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";

import type { DocumentDetail } from "../document-detail";

const mails = ["eml", "msg"];

/** Above a mail: the day in words, and the files that came with it. Nothing above other documents. */
export function MailBar({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const format = useFormatter();
  const isMail = mails.includes(document.format ?? "");
  const report = useQuery(
    trpc.documents.readingReport.queryOptions({ id: document.id }, { enabled: isMail }),
  );
  const sentAt = sentOn(report.data?.metadata);
  const { attachments } = document;
  if (!isMail || (!sentAt && attachments.length === 0)) return null;

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b bg-n2 px-4 py-2 text-sm">
      {sentAt && (
        <time dateTime={sentAt.toISOString()}>
          {format.dateTime(sentAt, { dateStyle: "full", timeStyle: "short" })}
        </time>
      )}
      {attachments.length > 0 && (
        <ul aria-label={t("attachments")} className="flex min-w-0 flex-wrap gap-x-3 gap-y-1">
          {attachments.map(({ id, title }) => (
            <li key={id} className="flex min-w-0 items-center gap-1">
              <Paperclip aria-hidden className="size-3.5 shrink-0 text-n11" />
              <Link
                href={`/documents/${id}`}
                prefetch={false}
                className="truncate underline underline-offset-2"
              >
                <bdi>{title}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function sentOn(metadata: Record<string, unknown> | undefined): Date | null {
  const sentAt = metadata?.sentAt;
  const date = new Date(typeof sentAt === "string" ? sentAt : Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
