"use client";

import { classNames } from "@besunny/ui/class-names";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";

import { directionOf, nextSort, type Sort } from "./columns";
import type { ShownColumn } from "./use-columns";

/** The headings of the table. A click on one orders the documents by its column. */
export function TableHeader({
  columns,
  sort,
  isSelected,
  onSelect,
  onSort,
}: {
  columns: readonly ShownColumn[];
  /** Null where the order is fixed. */
  sort: Sort | null;
  isSelected: boolean | "indeterminate";
  /** Left out where nothing can be selected. */
  onSelect?: (() => void) | undefined;
  onSort?: ((sort: Sort) => void) | undefined;
}) {
  const t = useTranslations("library");

  return (
    <thead className="sticky top-12 z-10 hidden border-b bg-n1 wide:block">
      <tr className="relative left-[calc(-1*var(--shift,0px))] grid h-8 w-[max(100%,var(--least))] grid-cols-(--tracks) items-center gap-3 px-4 text-n11 text-xs">
        {onSelect && (
          <th scope="col" className="flex">
            <Checkbox label={t("selectShown")} checked={isSelected} onClick={onSelect} />
          </th>
        )}
        {columns.map((column) => (
          <Heading key={column.name} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

function Heading({
  column,
  sort,
  onSort,
}: {
  column: ShownColumn;
  sort: Sort | null;
  onSort: ((sort: Sort) => void) | undefined;
}) {
  const { label, isNumeric } = column;
  const next = sort && onSort ? nextSort(column, sort) : null;
  const direction = sort && directionOf(column, sort);
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;

  return (
    <th
      scope="col"
      {...(direction && { "aria-sort": direction })}
      className={classNames("flex min-w-0 font-medium", isNumeric && "justify-end")}
    >
      {next && onSort ? (
        <button
          type="button"
          onClick={() => onSort(next)}
          className={classNames(
            "-mx-1 flex h-6 min-w-0 items-center gap-1 rounded-sm px-1 font-medium transition-colors hover:bg-n4 hover:text-n12",
            direction && "text-n12",
            isNumeric && "flex-row-reverse",
          )}
        >
          <span className="truncate">{label}</span>
          {direction && <Arrow aria-hidden className="size-3 shrink-0" />}
        </button>
      ) : (
        <span className="truncate font-medium">{label}</span>
      )}
    </th>
  );
}
