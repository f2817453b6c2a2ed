"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { AtSign, UserRoundPlus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { briefColumns } from "~/documents/table/columns";
import { DocumentTable } from "~/documents/table/document-table";
import { PageHeader } from "~/shell/page-header";

/** Shows the notices of a person and the documents that others shared with them. */
export function Inbox() {
  const t = useTranslations("inbox");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: notices } = useQuery(trpc.notices.list.queryOptions({}));
  const { data: shared = [] } = useQuery(trpc.sharing.withMe.queryOptions({}));
  const { mutate: markRead } = useMutation(
    trpc.notices.markRead.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.notices.pathFilter()),
    }),
  );
  const unread = notices?.unread ?? 0;
  const isMarking = useRef(false);
  // Unread notices stay marked while the page is open.
  useEffect(
    () => () => {
      if (unread === 0 || isMarking.current) return;
      isMarking.current = true;
      markRead({});
    },
    [unread, markRead],
  );
  const items = notices?.items ?? [];

  return (
    <>
      <PageHeader title={t("title")} />
      {items.length === 0 && shared.length === 0 && (
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
      )}
      {items.length > 0 && (
        <section aria-label={t("notices")}>
          <h2 className="px-4 pt-4 pb-1 font-medium text-n11 text-xs">{t("notices")}</h2>
          <ul>
            {items.map(({ id, kind, byName, document, text, createdAt, readAt }) => (
              <li
                key={id}
                className="relative flex items-start gap-3 border-n5 border-b px-4 py-2.5 hover:bg-n3"
              >
                <span aria-hidden className="mt-0.5 text-n11 [&_svg]:size-4">
                  {kind === "mention" ? <AtSign /> : <UserRoundPlus />}
                </span>
                <div className="min-w-0 flex-1">
                  <Link
                    href={`/documents/${document.id}${kind === "mention" ? "?tab=comments" : ""}`}
                    className={`block truncate before:absolute before:inset-0 ${readAt ? "" : "font-semibold"}`}
                  >
                    {t(`notice_${kind}`, { name: byName ?? t("somebody"), title: document.title })}
                  </Link>
                  {text && (
                    <p dir="auto" className="line-clamp-2 text-n11 text-sm">
                      {text}
                    </p>
                  )}
                </div>
                <span className="shrink-0 text-n11 text-xs">
                  <RelativeTime at={createdAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shared.length > 0 && (
        <section aria-label={t("sharedWithMe")}>
          <h2 className="px-4 pt-6 pb-1 font-medium text-n11 text-xs">{t("sharedWithMe")}</h2>
          <DocumentTable
            label={t("sharedWithMe")}
            documents={shared.map(({ document }) => document)}
            total={shared.length}
            columns={briefColumns}
          />
        </section>
      )}
    </>
  );
}
