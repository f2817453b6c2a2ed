"use client";

import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { personOf } from "./person";

/** The mails of the same thread that the person may see, the oldest first. Nothing for a mail that is alone. */
export function MailThread({ id }: { id: string }) {
  const t = useTranslations("shown");
  const trpc = useTRPC();
  const format = useFormatter();
  const thread = useQuery(trpc.documents.thread.queryOptions({ id }));
  const mails = thread.data?.items ?? [];
  if (mails.length < 2) return null;

  return (
    <details className="rounded-md border bg-n2 text-sm">
      <summary className="cursor-pointer px-3 py-1.5 font-medium">
        {t("thread", { count: mails.length })}
      </summary>
      <ol className="border-t">
        {mails.map((mail) => (
          <li key={mail.id} className="border-b last:border-b-0">
            <Link
              href={`/documents/${mail.id}`}
              aria-current={mail.id === id ? "page" : undefined}
              className="flex flex-wrap items-baseline gap-x-3 px-3 py-1.5 hover:bg-n3 aria-[current=page]:bg-n3 aria-[current=page]:font-medium"
            >
              <bdi className="min-w-0 flex-1 basis-40 truncate">{mail.title}</bdi>
              <bdi className="truncate text-n11">{personOf(mail.sender).name}</bdi>
              {mail.sentAt && (
                <time dateTime={mail.sentAt.toISOString()} className="text-n11 tabular-nums">
                  {format.dateTime(mail.sentAt, { dateStyle: "medium", timeStyle: "short" })}
                </time>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </details>
  );
}
