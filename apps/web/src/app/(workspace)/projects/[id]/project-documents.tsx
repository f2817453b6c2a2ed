"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { FolderMinus, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { BulkBar } from "~/documents/bulk-bar";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { moveRow } from "~/documents/row-focus";
import { DocumentTable } from "~/documents/table/document-table";
import { LayoutMenu } from "~/documents/table/layout-menu";
import { parseAsSort } from "~/documents/table/parse-sort";
import { useLibraryLayout } from "~/documents/table/use-library-layout";
import { useDocumentVerbs } from "~/documents/use-document-verbs";
import { useSelection } from "~/documents/use-selection";
import { useTrail } from "~/documents/use-trail";
import { useScreenKeys } from "~/shell/use-screen-keys";
import { UploadButton } from "~/upload/upload-button";

type Project = Pick<Outputs["projects"]["get"], "id" | "name" | "myRole" | "documentCount">;

export function ProjectDocuments({ project }: { project: Project }) {
  const t = useTranslations("projects");
  const tl = useTranslations("library");
  const trpc = useTRPC();
  const { layout, change } = useLibraryLayout();
  const [sort, setSort] = useQueryState("sort", parseAsSort);
  const mayChange = project.myRole !== "reader";
  const verbs = useDocumentVerbs();
  const pages = useInfiniteQuery(
    trpc.documents.list.infiniteQueryOptions(
      { projectId: project.id, limit: 100, sort },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
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

  useScreenKeys(
    project.name,
    [
      { keys: ["j"], does: tl("keyDown") },
      { keys: ["k"], does: tl("keyUp") },
    ],
    { j: () => moveRow(1), k: () => moveRow(-1) },
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
        <BulkBar
          documents={documents.filter(({ id }) => selection.isChosen(id))}
          selection={selection}
          total={project.documentCount}
          mayChange={mayChange}
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
        </BulkBar>
      )}
      <div className="flex justify-end px-4 pt-2">
        <LayoutMenu layout={layout} change={change} isTableOnly />
      </div>
      <DocumentTable
        label={t("documents")}
        documents={documents}
        total={project.documentCount}
        // Every row would name this project.
        columns={layout.columns.filter((name) => name !== "projects")}
        isComfortable={layout.density === "comfortable"}
        sort={sort}
        onSort={(next) => void setSort(next)}
        hasMore={pages.hasNextPage}
        isLoadingMore={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
        selection={selection}
      />
    </>
  );
}
