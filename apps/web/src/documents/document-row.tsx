"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo } from "react";

import { type DocumentSummary, hasTypeToShow, isWorthSaying } from "./document";
import { DocumentIcon } from "./document-icon";
import { StatusLabel } from "./status-label";
import { TypeLabel } from "./type-label";

/** One line of a list of documents; two lines where it is narrow. */
export const DocumentRow = memo(function DocumentRow({
  document,
  href,
  isSelected,
  onSelect,
}: {
  document: DocumentSummary;
  href: string;
  isSelected?: boolean;
  /** Left out where nothing can be selected. `extend` is a click with Shift. */
  onSelect?: (id: string, isSelected: boolean, extend: boolean) => void;
}) {
  const t = useTranslations("document");

  return (
    <li
      data-selected={isSelected || undefined}
      className="group @container relative flex min-h-11 items-center gap-3 border-n5 border-b px-4 transition-colors [contain-intrinsic-size:auto_44px] [content-visibility:auto] hover:bg-n3 has-[a:focus-visible]:bg-n3 data-selected:bg-accent-soft"
    >
      {onSelect && (
        <Checkbox
          label={t("select", { title: document.title })}
          checked={isSelected ?? false}
          onClick={(event) => onSelect(document.id, !isSelected, event.shiftKey)}
          className="z-10"
        />
      )}
      <DocumentIcon format={document.format} />
      <div className="min-w-0 flex-1 py-1.5 @2xl:flex @2xl:items-center @2xl:gap-4">
        <Link
          href={href}
          data-row
          className="block min-w-0 truncate font-medium before:absolute before:inset-0 @2xl:flex-1 focus-visible:outline-offset-4"
        >
          <bdi>{document.title}</bdi>
        </Link>
        <div className="flex min-w-0 items-center gap-3 text-sm @2xl:contents">
          <span className="min-w-0 empty:hidden @2xl:w-48 @2xl:shrink-0 @2xl:empty:block">
            {hasTypeToShow(document) && (
              <TypeLabel
                type={document.type}
                confidence={document.typeConfidence}
                isSaid={document.isTypeCorrected}
              />
            )}
          </span>
          <span className="relative z-10 flex min-w-0 items-center @2xl:w-44 @2xl:shrink-0">
            {isWorthSaying(document.status) && <StatusLabel document={document} />}
          </span>
          <span className="hidden w-36 shrink-0 truncate text-n11 text-xs @5xl:block">
            {document.projects.map(({ name }) => name).join(", ")}
          </span>
          <span className="ml-auto shrink-0 text-n11 text-xs @2xl:ml-0 @2xl:w-24 @2xl:text-right">
            <RelativeTime at={document.createdAt} />
          </span>
        </div>
      </div>
    </li>
  );
});
