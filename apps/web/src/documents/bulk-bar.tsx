"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Menu, MenuItem, MenuLabel } from "@besunny/ui/overlays/menu";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import {
  CircleSlash,
  Download,
  FolderPlus,
  MessageCircleQuestion,
  RefreshCw,
  RotateCcw,
  Shapes,
  Tag,
  Trash2,
  Workflow,
  X,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { askHref } from "~/app/(workspace)/ask/scope";
import { useRunNow } from "~/automations/run-now/use-run-now";
import { useBatchVerbs } from "~/batches/use-batch-verbs";
import { canRetry, isMoving, type ListedDocument } from "~/documents/document";
import { archiveHref, choiceOf, countOf } from "~/documents/selected-documents";
import { useDocumentVerbs } from "~/documents/use-document-verbs";
import type { Selection } from "~/documents/use-selection";
import { FillMenu } from "~/fields/fill-menu";
import { useNames } from "~/i18n/use-names";
import { useScreenActions } from "~/shell/palette/use-screen-actions";
import { useSelectionActions } from "~/shell/palette/use-selection-actions";
import { useShell } from "~/shell/shell-context";
import { carriedBy } from "~/tags/offered-tags";
import { TagMenu } from "~/tags/tag-menu";
import { useTagVerbs } from "~/tags/use-tag-verbs";

/** As many as one request may name. */
const mostAtOnce = 200;
/** As many as the address of a question can name. */
const mostAsked = 100;

/**
 * Offers the actions for the selected documents. An action that fits none of them is not drawn. Without a `filter` there is no way to select
 * what is not loaded.
 */
export function BulkBar({
  documents,
  selection,
  filter,
  total,
  mayChange = true,
  children,
}: {
  /** The loaded documents that are selected. */
  documents: ListedDocument[];
  selection: Selection;
  /** The query of the list. */
  filter?: { q?: string };
  /** All documents that match it. */
  total: number | undefined;
  /** False for people who may only read these documents. */
  mayChange?: boolean;
  /** Actions of this list alone. */
  children?: React.ReactNode;
}) {
  const t = useTranslations("documents");
  const { role } = useShell();
  const { isAll, selectMatching, clear } = selection;
  const count = countOf(selection, total);
  const ids = documents.map(({ id }) => id);
  const scope = isAll && filter?.q ? { query: filter.q } : { documentIds: ids.slice(0, mostAsked) };
  const isMore = filter !== undefined && !isAll && total !== undefined && total > ids.length;

  useScreenActions(useSelectionActions(isAll || !mayChange ? [] : documents, clear));

  return (
    <div
      role="toolbar"
      aria-label={t("selected", { count })}
      className="sticky top-12 z-10 flex min-h-11 flex-wrap items-center gap-2 border-b bg-n1 px-4 py-1.5"
    >
      <IconButton label={t("clearSelection")} icon={<X />} onClick={clear} />
      <span className="font-medium tabular-nums">{t("selected", { count })}</span>
      {isMore && (
        <Button size="sm" variant="ghost" onClick={selectMatching}>
          {t("selectMatching", { count: total })}
        </Button>
      )}
      <span className="ml-auto flex flex-wrap gap-2">
        <Button asChild size="sm">
          <Link href={askHref(scope)}>
            <MessageCircleQuestion aria-hidden />
            {t("askAbout")}
          </Link>
        </Button>
        {(isAll || ids.length <= mostAtOnce) && (
          <Button asChild size="sm">
            <a href={archiveHref(choiceOf(selection, filter ?? {}))} download>
              <Download aria-hidden />
              {t("download", { count })}
            </a>
          </Button>
        )}
        {mayChange && role !== "viewer" && (
          <>
            {children}
            <Changes
              documents={documents}
              selection={selection}
              filter={filter ?? {}}
              count={count}
            />
          </>
        )}
      </span>
    </div>
  );
}

function Changes({
  documents,
  selection,
  filter,
  count,
}: {
  documents: ListedDocument[];
  selection: Selection;
  filter: { q?: string };
  count: number;
}) {
  const t = useTranslations("documents");
  const trpc = useTRPC();
  const verbs = useDocumentVerbs();
  const batches = useBatchVerbs();
  const tags = useTagVerbs();
  const projects = useQuery(trpc.projects.list.queryOptions({}));
  const { typeName } = useNames();
  const types = useQuery(trpc.taxonomy.list.queryOptions({}));
  const tAutomations = useTranslations("automations");
  const runNow = useRunNow();
  const { isAll, except, clear } = selection;
  const choice = choiceOf(selection, filter);
  const some = (fits: (document: ListedDocument) => boolean) =>
    isAll ? [] : documents.filter(fits).map(({ id }) => id);
  const retryable = some(canRetry);
  const moving = some(isMoving);
  const settled = some((document) => !isMoving(document)).slice(0, mostAtOnce);
  const reprocessed = isAll ? count : settled.length;
  const run = (work: Promise<unknown>) => void work.then(clear, () => undefined);
  const reprocess = () =>
    run(
      batches.processAgain(
        isAll ? { filter, ...(except.length > 0 && { except }) } : { ids: settled },
      ),
    );

  return (
    <>
      {retryable.length > 0 && (
        <Button
          size="sm"
          icon={<RotateCcw aria-hidden />}
          onClick={() => run(verbs.retry(retryable.slice(0, mostAtOnce)))}
        >
          {t("retry", { count: Math.min(retryable.length, mostAtOnce) })}
        </Button>
      )}
      {moving.length > 0 && (
        <Button
          size="sm"
          icon={<CircleSlash aria-hidden />}
          onClick={() => run(verbs.cancel(moving.slice(0, mostAtOnce)))}
        >
          {t("cancel", { count: Math.min(moving.length, mostAtOnce) })}
        </Button>
      )}
      {reprocessed > 0 && (
        <Button size="sm" icon={<RefreshCw aria-hidden />} onClick={reprocess}>
          {t("reprocess", { count: reprocessed })}
        </Button>
      )}
      <Choices
        name={t("setType")}
        icon={<Shapes aria-hidden />}
        items={types.data?.items.map(({ name }) => ({ id: name, name: typeName(name) })) ?? []}
        onChoose={({ id }) => run(verbs.setType(choice, id))}
      />
      <TagMenu
        trigger={
          <Button size="sm" icon={<Tag aria-hidden />}>
            {t("tag")}
          </Button>
        }
        carriedOf={(name) => carriedBy(documents, name)}
        onToggle={(name, isOn) =>
          void tags.put(choice, isOn ? { add: [name] } : { remove: [name] }).catch(() => undefined)
        }
      />
      <FillMenu choice={choice} count={count} />
      <Choices
        name={t("addToProject")}
        icon={<FolderPlus aria-hidden />}
        items={projects.data?.items ?? []}
        onChoose={(project) => run(verbs.addToProject(choice, project))}
      />
      {!isAll && (
        <Choices
          name={tAutomations("runNow")}
          icon={<Workflow aria-hidden />}
          items={runNow.automations}
          onChoose={({ id }) =>
            run(
              runNow.run(
                id,
                documents.map((document) => document.id),
              ),
            )
          }
        />
      )}
      <Button size="sm" icon={<Trash2 aria-hidden />} onClick={() => run(verbs.trash(choice))}>
        {t("trash", { count })}
      </Button>
    </>
  );
}

type Item = { id: string; name: string };

function Choices({
  name,
  icon,
  items,
  onChoose,
}: {
  name: string;
  icon: React.ReactNode;
  items: readonly Item[];
  onChoose: (item: Item) => void;
}) {
  if (items.length === 0) return null;
  return (
    <Menu
      align="end"
      trigger={
        <Button size="sm" icon={icon}>
          {name}
        </Button>
      }
    >
      <MenuLabel>{name}</MenuLabel>
      {items.map((item) => (
        <MenuItem key={item.id} onSelect={() => onChoose(item)}>
          <span className="inline-block first-letter:uppercase">{item.name}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}
