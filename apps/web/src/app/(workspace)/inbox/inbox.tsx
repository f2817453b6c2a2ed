"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { briefColumns } from "~/documents/table/columns";
import { DocumentTable } from "~/documents/table/document-table";
import { PageHeader } from "~/shell/page-header";

import { NoticeLine } from "./notice-line";

/** Shows the notices of a person and the documents that others shared with them. */
export function Inbox() {
  const t = useTranslations("inbox");
  const tn = useTranslations("notices");
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
      <PageHeader
        title={t("title")}
        actions={
          <Button asChild>
            <Link href="/settings?tab=notices">
              <SlidersHorizontal aria-hidden />
              {tn("choose")}
            </Link>
          </Button>
        }
      />
      {items.length === 0 && shared.length === 0 && (
        <EmptyState title={tn("empty")}>{tn("emptyHint")}</EmptyState>
      )}
      {items.length > 0 && (
        <section aria-label={t("notices")}>
          <h2 className="px-4 pt-4 pb-1 font-medium text-n11 text-xs">{t("notices")}</h2>
          <ul>
            {items.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
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
