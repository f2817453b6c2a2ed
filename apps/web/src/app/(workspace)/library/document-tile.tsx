"use client";

import { classNames } from "@besunny/ui/class-names";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";

import type { ListedDocument } from "~/documents/document";
import { DocumentIcon } from "~/documents/document-icon";
import { DocumentName } from "~/documents/document-name";
import { Facts } from "~/documents/table/table-cell";

/** One document as the picture of its first page, with its name and what matters. */
export const DocumentTile = memo(function DocumentTile({
  document,
  isSelected,
  onSelect,
}: {
  document: ListedDocument;
  isSelected: boolean;
  onSelect: (id: string, isSelected: boolean, extend: boolean) => void;
}) {
  const t = useTranslations("document");

  return (
    <div
      className={classNames(
        "group relative flex h-full flex-col gap-1.5 rounded-md p-1.5 transition-colors hover:bg-n3 has-[[data-row]:focus-visible]:bg-n3",
        isSelected && "bg-accent/4 ring-2 ring-focus",
      )}
    >
      <Checkbox
        label={t("select", { title: document.title })}
        checked={isSelected}
        onClick={(event) => onSelect(document.id, !isSelected, event.shiftKey)}
        className={classNames(
          "absolute top-3 left-3 z-10",
          !isSelected &&
            "opacity-0 group-hover:opacity-100 focus-visible:opacity-100 coarse:opacity-100",
        )}
      />
      <Thumbnail document={document} />
      <DocumentName document={document} href={`/documents/${document.id}`} />
      <span className="relative z-10 flex min-w-0 items-center text-n11 text-xs">
        <span className="min-w-0 truncate">
          <Facts document={document} />
        </span>
      </span>
    </div>
  );
});

function Thumbnail({ document: { id, format, pageCount, readyAt } }: { document: ListedDocument }) {
  const [isUndrawn, setIsUndrawn] = useState(false);
  const hasPicture = pageCount > 0 && readyAt !== null && !isUndrawn;

  return (
    <span className="flex min-h-0 flex-1 items-center justify-center overflow-hidden rounded-sm border border-n6 bg-n2">
      {hasPicture ? (
        <img
          src={`/api/v1/documents/${id}/pages/1/image?width=320`}
          alt=""
          loading="lazy"
          className="h-full w-full object-cover object-top"
          onError={() => setIsUndrawn(true)}
        />
      ) : (
        <DocumentIcon format={format} className="size-8 text-n9" />
      )}
    </span>
  );
}
