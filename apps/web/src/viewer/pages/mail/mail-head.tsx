"use client";

import { Avatar } from "@besunny/ui/display/avatar";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import type { DocumentDetail } from "../../document-detail";
import { MailAttachments } from "./mail-attachments";
import { MailPeople } from "./mail-people";
import { MailThread } from "./mail-thread";
import { personOf } from "./person";

/** Above a mail: its subject, who wrote it to whom and when, the files that came with it, and its thread. */
export function MailHead({ document }: { document: DocumentDetail }) {
  const t = useTranslations("shown");
  const trpc = useTRPC();
  const format = useFormatter();
  const report = useQuery(trpc.documents.readingReport.queryOptions({ id: document.id }));
  const { subject, from, to, cc, sentAt } = headOf(report.data?.metadata);
  const sender = from === "" ? null : personOf(from);

  return (
    <header className="flex flex-col gap-3 border-b bg-n1 px-5 pt-5 pb-4">
      <h2 className="text-balance font-semibold text-xl/tight">
        <bdi>{subject || document.title}</bdi>
      </h2>
      <div className="flex items-start gap-3">
        {sender && <Avatar name={sender.name} className="mt-0.5 size-8 text-xs" />}
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            {sender && (
              <p className="min-w-0 break-words">
                <bdi className="font-medium">{sender.name}</bdi>{" "}
                {sender.address && <span className="text-n11 text-sm">{sender.address}</span>}
              </p>
            )}
            {sentAt && (
              <time dateTime={sentAt.toISOString()} className="text-n11 text-sm">
                {format.dateTime(sentAt, { dateStyle: "full", timeStyle: "short" })}
              </time>
            )}
          </div>
          <MailPeople label={t("to")} people={to} />
          <MailPeople label={t("cc")} people={cc} />
        </div>
      </div>
      <MailAttachments attachments={document.attachments} />
      <MailThread id={document.id} />
    </header>
  );
}

type Head = { subject: string; from: string; to: string[]; cc: string[]; sentAt: Date | null };

/** The metadata of a document may hold anything. */
function headOf(metadata: Record<string, unknown> = {}): Head {
  const { subject, from, to, cc, sentAt } = metadata;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  const date = new Date(text(sentAt) || Number.NaN);
  return {
    subject: text(subject),
    from: text(from),
    to: texts(to),
    cc: texts(cc),
    sentAt: Number.isNaN(date.getTime()) ? null : date,
  };
}
