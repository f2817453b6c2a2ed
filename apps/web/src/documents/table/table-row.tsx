"use client";

import { classNames } from "@besunny/ui/class-names";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { useTranslations } from "next-intl";
import { memo } from "react";

import type { TableDocument } from "~/documents/document";
import { DocumentIcon } from "~/documents/document-icon";
import { DocumentName } from "~/documents/document-name";

import type { ColumnName } from "./columns";
import { useCells } from "./table-cell";
import type { ShownColumn } from "./use-columns";

/** The columns that make the second line of a narrow list; the others are not shown there. */
const inSecondLine: Partial<Record<ColumnName, string>> = {
  type: "-col-start-4 row-start-2",
  facts: "-col-start-3 row-start-2",
  added: "-col-start-2 row-start-2",
};

/** One document of the table: a row of cells, or two lines in a narrow list. */
export const TableRow = memo(function TableRow({
  document,
  at,
  columns,
  isComfortable,
  isSelected,
  onSelect,
  offset,
}: {
  document: TableDocument;
  /** Its position among all documents, from 0. */
  at: number;
  /** Its place below the top of the list, in pixels. */
  offset: number;
  /** The columns beside the name. */
  columns: readonly ShownColumn[];
  isComfortable: boolean;
  isSelected: boolean;
  /** Left out where nothing can be selected. `extend` is a click with Shift. */
  onSelect?: ((id: string, isSelected: boolean, extend: boolean) => void) | undefined;
}) {
  const t = useTranslations("document");
  const cellOf = useCells();
  const isFoldered = isComfortable && document.folder !== null;

  return (
    <tr
      style={{ transform: `translateY(${offset}px)` }}
      aria-rowindex={at + 2}
      data-selected={isSelected || undefined}
      className={classNames(
        "group absolute top-0 left-[calc(-1*var(--shift,0px))] grid h-14 w-[max(100%,var(--least))] content-center items-center gap-x-3 gap-y-0.5 overflow-hidden border-n5 border-b px-4 text-sm [contain:layout_style_paint] transition-colors hover:bg-n3 has-[[data-row]:focus-visible]:bg-n3 wide:grid-cols-(--tracks)",
        onSelect
          ? "grid-cols-[1rem_fit-content(45%)_minmax(0,1fr)_auto]"
          : "grid-cols-[fit-content(45%)_minmax(0,1fr)_auto]",
        isComfortable ? "wide:h-11" : "wide:h-9",
        isSelected &&
          "bg-accent/4 before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-focus hover:bg-accent/8",
      )}
    >
      {onSelect && (
        <td className="row-span-2 flex wide:row-auto">
          <Checkbox
            label={t("select", { title: document.title })}
            checked={isSelected}
            onClick={(event) => onSelect(document.id, !isSelected, event.shiftKey)}
            className="z-10"
          />
        </td>
      )}
      <td className="-col-end-1 -col-start-4 flex min-w-0 flex-col wide:col-auto">
        <span className="flex min-w-0 items-center gap-2.5">
          <DocumentIcon format={document.format} />
          <DocumentName document={document} href={`/documents/${document.id}`} />
        </span>
        {isFoldered && (
          <span className="hidden truncate pl-6.5 text-n11 text-xs wide:block">
            {document.folder}
          </span>
        )}
      </td>
      {columns.map(({ name, isNumeric }) => (
        <td
          key={name}
          className={classNames(
            "min-w-0 truncate text-n11 wide:col-auto wide:row-auto wide:block",
            inSecondLine[name] ?? "hidden",
            isNumeric && "text-right tabular-nums",
            name === "facts" && "relative z-10 text-n12",
          )}
        >
          {name !== "name" && cellOf(name, document)}
        </td>
      ))}
    </tr>
  );
});
