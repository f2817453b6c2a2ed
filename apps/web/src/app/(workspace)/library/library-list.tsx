"use client";

import { LoadMore } from "@besunny/ui/buttons/load-more";
import { useCommandKey } from "@besunny/ui/display/command-kbd";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

import type { DocumentSummary } from "~/documents/document";
import { DocumentRow } from "~/documents/document-row";
import { focusedRow, moveRow } from "~/documents/row-focus";
import { useDocumentVerbs } from "~/documents/use-document-verbs";
import { useSelection } from "~/documents/use-selection";
import { useScreenKeys } from "~/shell/use-screen-keys";

import { BulkBar } from "./bulk-bar";

export function LibraryList({
  documents,
  filter,
  hasMore,
  isLoadingMore,
  onMore,
}: {
  documents: DocumentSummary[];
  filter: ComponentProps<typeof BulkBar>["filter"];
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
}) {
  const t = useTranslations("library");
  const selection = useSelection(
    "library",
    documents.map(({ id }) => id),
  );
  const verbs = useDocumentVerbs();

  function toggleFocused() {
    const id = documents[focusedRow()]?.id;
    if (id) selection.select(id, !selection.isChosen(id));
  }

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
      x: toggleFocused,
      "mod+a": selection.selectAll,
      Escape: selection.clear,
      Backspace: () => {
        if (selection.chosen.length > 0) void verbs.trash(selection.chosen).then(selection.clear);
      },
    },
  );

  return (
    <>
      {selection.chosen.length > 0 && (
        <BulkBar
          documents={documents.filter(({ id }) => selection.isChosen(id))}
          isAll={selection.chosen.length === documents.length}
          filter={hasMore ? filter : null}
          onAll={selection.selectAll}
          onClear={selection.clear}
        />
      )}
      <ul aria-label={t("title")}>
        {documents.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            href={`/documents/${document.id}`}
            isSelected={selection.isChosen(document.id)}
            onSelect={selection.select}
          />
        ))}
      </ul>
      {hasMore && <LoadMore label={t("more")} loading={isLoadingMore} onLoad={onMore} />}
    </>
  );
}
