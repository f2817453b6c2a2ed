"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem, MenuLabel } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import {
  CircleSlash,
  FolderPlus,
  MessageCircleQuestion,
  RefreshCw,
  RotateCcw,
  Trash2,
  X,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type BatchVerbs, useBatchVerbs } from "~/batches/use-batch-verbs";
import { canRetry, type DocumentSummary, isMoving } from "~/documents/document";
import { useDocumentVerbs } from "~/documents/use-document-verbs";
import { useScreenActions } from "~/shell/palette/use-screen-actions";
import { useSelectionActions } from "~/shell/palette/use-selection-actions";
import { useShell } from "~/shell/shell-context";

import { askHref } from "../ask/scope";

/** As many as one request may name. */
const mostAtOnce = 200;
/** As many as the address of a question can name. */
const mostAsked = 100;

/** Offers the actions for the selected documents. An action that fits none of them is not drawn. */
export function BulkBar({
  documents,
  isAll,
  filter,
  onAll,
  onClear,
}: {
  documents: DocumentSummary[];
  isAll: boolean;
  /** The filter of the list; null if all matching documents are loaded. */
  filter: NonNullable<Extract<Parameters<BatchVerbs["processAgain"]>[0], object>["filter"]> | null;
  onAll: () => void;
  onClear: () => void;
}) {
  const t = useTranslations("documents");
  const trpc = useTRPC();
  const { role } = useShell();
  const verbs = useDocumentVerbs();
  const batches = useBatchVerbs();
  const projects = useQuery(trpc.projects.list.queryOptions({}));
  const ids = documents.map(({ id }) => id);
  const retryable = documents.filter(canRetry).map(({ id }) => id);
  const moving = documents.filter(isMoving).map(({ id }) => id);
  const settled = documents.filter((document) => !isMoving(document)).map(({ id }) => id);
  const run = (work: Promise<unknown>) => void work.then(onClear, () => undefined);

  useScreenActions(useSelectionActions(documents, onClear));

  return (
    <div
      role="toolbar"
      aria-label={t("selected", { count: ids.length })}
      className="sticky top-12 z-10 flex min-h-11 flex-wrap items-center gap-2 border-b bg-accent-soft px-4 py-1.5"
    >
      <IconButton label={t("clearSelection")} icon={<X />} onClick={onClear} />
      <span className="font-medium tabular-nums">{t("selected", { count: ids.length })}</span>
      {!isAll && (
        <Button size="sm" variant="ghost" onClick={onAll}>
          {t("selectAll")}
        </Button>
      )}
      <Button asChild size="sm" className={role === "viewer" ? "ml-auto" : ""}>
        <Link href={askHref({ documentIds: ids.slice(0, mostAsked) })}>
          <MessageCircleQuestion aria-hidden />
          {t("askAbout")}
        </Link>
      </Button>
      {role !== "viewer" && (
        <span className="ml-auto flex flex-wrap gap-2">
          {retryable.length > 0 && (
            <Button
              size="sm"
              icon={<RotateCcw aria-hidden />}
              onClick={() => run(verbs.retry(retryable))}
            >
              {t("retry", { count: retryable.length })}
            </Button>
          )}
          {moving.length > 0 && (
            <Button
              size="sm"
              icon={<CircleSlash aria-hidden />}
              onClick={() => run(verbs.cancel(moving))}
            >
              {t("cancel", { count: moving.length })}
            </Button>
          )}
          {settled.length > 0 && (
            <Button
              size="sm"
              icon={<RefreshCw aria-hidden />}
              onClick={() => run(batches.processAgain({ ids: settled.slice(0, mostAtOnce) }))}
            >
              {t("processAgain", { count: Math.min(settled.length, mostAtOnce) })}
            </Button>
          )}
          {isAll && filter && (
            <Button
              size="sm"
              icon={<RefreshCw aria-hidden />}
              onClick={() => run(batches.processAgain({ filter }))}
            >
              {t("processAllAgain")}
            </Button>
          )}
          {(projects.data?.items.length ?? 0) > 0 && (
            <Menu
              align="end"
              trigger={
                <Button size="sm" icon={<FolderPlus aria-hidden />}>
                  {t("addToProject")}
                </Button>
              }
            >
              <MenuLabel>{t("addToProject")}</MenuLabel>
              {projects.data?.items.map((project) => (
                <MenuItem key={project.id} onSelect={() => run(verbs.addToProject(ids, project))}>
                  {project.name}
                </MenuItem>
              ))}
            </Menu>
          )}
          <Button size="sm" icon={<Trash2 aria-hidden />} onClick={() => run(verbs.trash(ids))}>
            {t("trash", { count: ids.length })}
          </Button>
        </span>
      )}
    </div>
  );
}
