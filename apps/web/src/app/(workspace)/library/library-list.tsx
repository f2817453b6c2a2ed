"use client";

import { useCommandKey } from "@besunny/ui/display/command-kbd";
import { useTranslations } from "next-intl";
import { BulkBar } from "~/documents/bulk-bar";
import type { ListedDocument } from "~/documents/document";
import { focusedRowId, moveRow } from "~/documents/row-focus";
import { choiceOf } from "~/documents/selected-documents";
import type { Sort } from "~/documents/table/columns";
import { DocumentTable } from "~/documents/table/document-table";
import type { LibraryLayout } from "~/documents/table/use-library-layout";
import { useDocumentVerbs } from "~/documents/use-document-verbs";
import { useSelection } from "~/documents/use-selection";
import { useTrail } from "~/documents/use-trail";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { LibraryGrid } from "./library-grid";

/** The documents of the library with their selection, as a table or as pictures. */
export function LibraryList({
  documents,
  filter,
  total,
  layout,
  sort,
  hasMore,
  isLoadingMore,
  onMore,
  onSort,
}: {
  documents: ListedDocument[];
  filter: { q?: string };
  total: number | undefined;
  layout: LibraryLayout;
  sort: Sort;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
  onSort: (sort: Sort) => void;
}) {
  const t = useTranslations("library");
  const selection = useSelection(
    "library",
    documents.map(({ id }) => id),
    filter.q,
  );
  const verbs = useDocumentVerbs();
  useTrail(
    t("title"),
    documents.map(({ id }) => id),
  );

  const commandA = useCommandKey("A");
  useScreenKeys(
    t("title"),
    [
      { keys: ["j"], does: t("keyDown") },
      { keys: ["k"], does: t("keyUp") },
      { keys: ["x"], does: t("keySelect") },
      { keys: [commandA], does: t("keyAll") },
      { keys: ["⌫"], does: t("keyTrash") },
      { keys: ["Esc"], does: t("keyClear") },
    ],
    {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      ArrowDown: () => moveRow(1),
      ArrowUp: () => moveRow(-1),
      x: () => {
        const id = focusedRowId();
        if (id) selection.select(id, !selection.isChosen(id));
      },
      "mod+a": selection.selectAll,
      Escape: selection.clear,
      Backspace: () => {
        if (selection.chosen.length > 0)
          void verbs.trash(choiceOf(selection, filter)).then(selection.clear, () => undefined);
      },
    },
  );
  const shown = { documents, selection, hasMore, isLoadingMore, onMore };

  return (
    <>
      {selection.chosen.length > 0 && (
        <BulkBar
          documents={documents.filter(({ id }) => selection.isChosen(id))}
          selection={selection}
          filter={filter}
          total={total}
        />
      )}
      {layout.look === "grid" ? (
        <LibraryGrid {...shown} />
      ) : (
        <DocumentTable
          {...shown}
          label={t("title")}
          total={total}
          columns={layout.columns}
          isComfortable={layout.density === "comfortable"}
          sort={sort}
          onSort={onSort}
        />
      )}
    </>
  );
}
