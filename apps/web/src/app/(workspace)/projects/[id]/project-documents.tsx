"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useInfiniteQuery } from "@tanstack/react-query";
import { FolderMinus, Upload, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { DocumentRow } from "~/documents/document-row";
import { useDocumentVerbs } from "~/documents/use-document-verbs";
import { useSelection } from "~/documents/use-selection";
import { useTrail } from "~/documents/use-trail";
import { UploadButton } from "~/upload/upload-button";

type Project = Pick<Outputs["projects"]["get"], "id" | "name" | "myRole">;

export function ProjectDocuments({ project }: { project: Project }) {
  const t = useTranslations("projects");
  const tl = useTranslations("library");
  const trpc = useTRPC();
  const mayChange = project.myRole !== "reader";
  const verbs = useDocumentVerbs();
  const pages = useInfiniteQuery(
    trpc.documents.list.infiniteQueryOptions(
      { projectId: project.id, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const documents = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const selection = useSelection(
    project.id,
    documents.map(({ id }) => id),
  );
  useTrail(
    project.name,
    documents.map(({ id }) => id),
  );

  if (pages.isPending) return <DocumentListSkeleton label={tl("loading")} />;
  if (pages.error) return <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />;
  if (documents.length === 0) {
    return (
      <EmptyState
        icon={<Upload aria-hidden />}
        title={t("noDocuments")}
        actions={
          mayChange && (
            <>
              <UploadButton />
              <Button asChild>
                <Link href="/library">{t("fromLibrary")}</Link>
              </Button>
            </>
          )
        }
      >
        {mayChange && t("noDocumentsHint")}
      </EmptyState>
    );
  }

  return (
    <>
      {selection.chosen.length > 0 && (
        <div
          role="toolbar"
          aria-label={t("removeSelected", { count: selection.chosen.length })}
          className="sticky top-12 z-10 flex min-h-11 items-center gap-2 border-b bg-accent-soft px-4"
        >
          <Button
            size="sm"
            icon={<FolderMinus aria-hidden />}
            onClick={() =>
              void verbs.removeFromProject(selection.chosen, project).then(selection.clear)
            }
          >
            {t("removeSelected", { count: selection.chosen.length })}
          </Button>
          <Button size="sm" variant="ghost" icon={<X aria-hidden />} onClick={selection.clear}>
            {t("cancel")}
          </Button>
        </div>
      )}
      <ul aria-label={t("documents")}>
        {documents.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            href={`/documents/${document.id}`}
            isSelected={selection.isChosen(document.id)}
            {...(mayChange && { onSelect: selection.select })}
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
  );
}
