"use client";

import type { LibraryColumn } from "@besunny/api/browser/vocabulary";
import { classNames } from "@besunny/ui/class-names";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";

import { type ColumnName, columns, directionOf, nextSort, type Sort } from "./columns";

/** The headings of the table. A click on one orders the documents by its column. */
export function TableHeader({
  names,
  sort,
  isSelected,
  onSelect,
  onSort,
}: {
  names: readonly LibraryColumn[];
  sort: Sort;
  isSelected: boolean | "indeterminate";
  onSelect: () => void;
  onSort: (sort: Sort) => void;
}) {
  const t = useTranslations("library");

  return (
    <thead className="sticky top-12 z-10 hidden border-b bg-n1 wide:block">
      <tr className="grid h-8 grid-cols-(--tracks) items-center gap-3 px-4 text-n11 text-xs">
        <th scope="col" className="flex">
          <Checkbox label={t("selectShown")} checked={isSelected} onClick={onSelect} />
        </th>
        {(["name", ...names] as const).map((name) => (
          <Heading key={name} name={name} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

function Heading({
  name,
  sort,
  onSort,
}: {
  name: ColumnName;
  sort: Sort;
  onSort: (sort: Sort) => void;
}) {
  const t = useTranslations("library");
  const next = nextSort(name, sort);
  const direction = directionOf(name, sort);
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  const { isNumeric } = columns[name];

  return (
    <th
      scope="col"
      {...(direction && { "aria-sort": direction })}
      className={classNames("flex min-w-0 font-medium", isNumeric && "justify-end")}
    >
      {next ? (
        <button
          type="button"
          onClick={() => onSort(next)}
          className={classNames(
            "-mx-1 flex h-6 min-w-0 items-center gap-1 rounded-sm px-1 font-medium transition-colors hover:bg-n4 hover:text-n12",
            direction && "text-n12",
            isNumeric && "flex-row-reverse",
          )}
        >
          <span className="truncate">{t(`column_${name}`)}</span>
          {direction && <Arrow aria-hidden className="size-3 shrink-0" />}
        </button>
      ) : (
        <span className="truncate font-medium">{t(`column_${name}`)}</span>
      )}
    </th>
  );
}
