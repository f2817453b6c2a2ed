"use client";

import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import { useTranslations } from "next-intl";

import { meetingHref } from "./place";

/** The way from a transcript to its meeting. Nothing beside other documents. */
export function MeetingOfDocument({ documentId }: { documentId: string }) {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const found = useQuery(trpc.meetings.list.queryOptions({ documentId, limit: 1 }));
  const [meeting] = found.data?.items ?? [];
  if (!meeting) return null;

  return (
    <section
      aria-label={t("meeting")}
      className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 border-n5 border-b px-3 py-2 text-sm"
    >
      <MessagesSquare aria-hidden className="size-4 text-n11" />
      <span className="min-w-0 flex-1 text-n11">{t("ofDocument")}</span>
      <Link
        href={meetingHref(meeting.id)}
        className="shrink-0 rounded-sm font-medium text-accent-strong hover:underline"
      >
        {t("openMeeting")}
      </Link>
    </section>
  );
}
