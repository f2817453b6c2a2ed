"use client";

import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ArchiveRestore, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { useDocumentVerbs } from "~/documents/use-document-verbs";
import { useSelection } from "~/documents/use-selection";
import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";

import { trashInput } from "./trash-input";
import { TrashRow } from "./trash-row";

export function Trash() {
  const t = useTranslations("trash");
  const tl = useTranslations("library");
  const trpc = useTRPC();
  const { role } = useShell();
  const verbs = useDocumentVerbs();
  const [toDelete, setToDelete] = useState<string[]>([]);
  const pages = useInfiniteQuery(
    trpc.documents.list.infiniteQueryOptions(trashInput, {
      getNextPageParam: (page) => page.nextCursor,
    }),
  );
  const kept = useQuery(trpc.documents.trashDays.queryOptions({}, { staleTime: Infinity })).data;
  const documents = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const selection = useSelection(
    "trash",
    documents.map(({ id }) => id),
  );
  const { chosen } = selection;
  const mayDelete = role === "owner" || role === "admin";
  const isAll = chosen.length === documents.length;

  return (
    <>
      <PageHeader title={t("title")} />
      {pages.isPending && <DocumentListSkeleton label={tl("loading")} rows={4} />}
      {pages.error && <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && documents.length === 0 && (
        <EmptyState icon={<Trash2 aria-hidden />} title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      )}
      {kept?.days && (
        <p className="px-4 py-2 text-n11 text-sm">{t("keptFor", { days: kept.days })}</p>
      )}
      {documents.length > 0 && (
        <>
          {role !== "viewer" && (
            <div className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5">
              <Checkbox
                label={t("all")}
                checked={isAll ? true : chosen.length > 0 ? "indeterminate" : false}
                onCheckedChange={isAll ? selection.clear : selection.selectAll}
              />
              <span className="text-n11 tabular-nums">{t("chosen", { count: chosen.length })}</span>
              {chosen.length > 0 && (
                <span className="ml-auto flex gap-2">
                  <Button
                    size="sm"
                    icon={<ArchiveRestore aria-hidden />}
                    onClick={() => void verbs.restore(chosen).then(selection.clear)}
                  >
                    {t("restore", { count: chosen.length })}
                  </Button>
                  {mayDelete && (
                    <Button
                      size="sm"
                      icon={<Trash2 aria-hidden />}
                      onClick={() => setToDelete(chosen)}
                    >
                      {t("delete", { count: chosen.length })}
                    </Button>
                  )}
                </span>
              )}
            </div>
          )}
          <ul aria-label={t("title")}>
            {documents.map((document) => (
              <TrashRow
                key={document.id}
                document={document}
                isSelected={selection.isChosen(document.id)}
                {...(role === "viewer"
                  ? {}
                  : {
                      onSelect: selection.select,
                      onRestore: () => void verbs.restore([document.id]),
                    })}
              />
            ))}
          </ul>
          {pages.hasNextPage && (
            <LoadMore
              label={tl("more")}
              loading={pages.isFetchingNextPage}
              onLoad={() => void pages.fetchNextPage()}
            />
          )}
        </>
      )}
      <Dialog
        open={toDelete.length > 0}
        onOpenChange={() => setToDelete([])}
        title={t("delete", { count: toDelete.length })}
        description={t("deleteHint")}
        closeLabel={t("close")}
        actions={
          <>
            <Button onClick={() => setToDelete([])}>{t("keep")}</Button>
            <Button
              variant="danger"
              onClick={() => {
                void verbs.deleteForever(toDelete).then(selection.clear);
                setToDelete([]);
              }}
            >
              {t("delete", { count: toDelete.length })}
            </Button>
          </>
        }
      />
    </>
  );
}
