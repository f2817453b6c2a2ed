"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { ArchiveRestore } from "lucide-react";
import { useTranslations } from "next-intl";

import type { DocumentSummary } from "~/documents/document";
import { DocumentIcon } from "~/documents/document-icon";

/** A document in the trash: when it went there, and the way back. */
export function TrashRow({
  document,
  isSelected,
  onSelect,
  onRestore,
}: {
  document: DocumentSummary;
  isSelected: boolean;
  onSelect?: (id: string, isSelected: boolean, extend: boolean) => void;
  onRestore?: () => void;
}) {
  const t = useTranslations("trash");
  const td = useTranslations("document");

  return (
    <li
      data-selected={isSelected || undefined}
      className="flex min-h-11 items-center gap-3 border-n5 border-b px-4 hover:bg-n3 data-selected:bg-accent-soft"
    >
      {onSelect && (
        <Checkbox
          label={td("select", { title: document.title })}
          checked={isSelected}
          onClick={(event) => onSelect(document.id, !isSelected, event.shiftKey)}
        />
      )}
      <DocumentIcon format={document.format} />
      <span className="min-w-0 flex-1 py-1.5">
        <bdi className="block truncate font-medium">{document.title}</bdi>
        <span className="block text-n11 text-xs">
          {t("trashed")} <RelativeTime at={document.trashedAt ?? document.createdAt} />
        </span>
      </span>
      {onRestore && (
        <IconButton
          label={t("restoreOne", { title: document.title })}
          icon={<ArchiveRestore />}
          onClick={onRestore}
        />
      )}
    </li>
  );
}
