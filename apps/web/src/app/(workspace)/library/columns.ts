import type { documentSorts, LibraryColumn } from "@besunny/api/browser/vocabulary";

export type Sort = (typeof documentSorts)[number];

/** A column that a person can choose, or the name, which is always there. */
export type ColumnName = "name" | LibraryColumn;

type Column = {
  /** The width as a track of a grid. */
  width: string;
  /** The orders that its heading leads to, the likelier first; null if nothing is ordered by it. */
  sorts: readonly [Sort, Sort] | null;
  isNumeric?: true;
};

export const columns: Readonly<Record<ColumnName, Column>> = {
  name: { width: "minmax(12rem, 3fr)", sorts: ["title", "title_desc"] },
  type: { width: "minmax(5rem, 1.1fr)", sorts: ["type", "type_desc"] },
  facts: { width: "minmax(8rem, 2.2fr)", sorts: null },
  date: { width: "minmax(5.5rem, 6.5rem)", sorts: ["date_desc", "date"], isNumeric: true },
  added: { width: "minmax(5.5rem, 7rem)", sorts: ["newest", "oldest"], isNumeric: true },
  projects: { width: "minmax(5rem, 1fr)", sorts: null },
  tags: { width: "minmax(5rem, 1fr)", sorts: null },
  folder: { width: "minmax(5rem, 1.2fr)", sorts: null },
  size: { width: "minmax(4rem, 5rem)", sorts: ["size_desc", "size"], isNumeric: true },
  pages: { width: "minmax(3.5rem, 4.5rem)", sorts: ["pages_desc", "pages"], isNumeric: true },
  confidence: {
    width: "minmax(4.5rem, 6rem)",
    sorts: ["confidence", "confidence_desc"],
    isNumeric: true,
  },
  language: { width: "minmax(4.5rem, 6rem)", sorts: null },
  uploadedBy: { width: "minmax(5rem, 1fr)", sorts: null },
  fileName: { width: "minmax(6rem, 1.6fr)", sorts: null },
};

/** Returns the tracks of the grid that all rows share: the box to tick, the name, and the columns. */
export function tracksOf(names: readonly LibraryColumn[]): string {
  return ["1rem", columns.name.width, ...names.map((name) => columns[name].width)].join(" ");
}

/** Returns the order that a click on a heading leads to: its own likelier one, and the other way round from there. */
export function nextSort(name: ColumnName, now: Sort): Sort | null {
  const { sorts } = columns[name];
  if (!sorts) return null;
  return now === sorts[0] ? sorts[1] : sorts[0];
}

/** Returns which way a column is ordered now, as `aria-sort` says it. */
export function directionOf(name: ColumnName, now: Sort): "ascending" | "descending" | null {
  if (!columns[name].sorts?.includes(now)) return null;
  return now === "newest" || now.endsWith("_desc") ? "descending" : "ascending";
}

/** Returns the columns with one put in, or taken out. */
export function toggledColumn(
  names: readonly LibraryColumn[],
  name: LibraryColumn,
): LibraryColumn[] {
  return names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
}

/** Returns the columns with one a place further to the start or to the end. */
export function movedColumn(
  names: readonly LibraryColumn[],
  name: LibraryColumn,
  step: 1 | -1,
): LibraryColumn[] {
  const at = names.indexOf(name);
  const to = at + step;
  const other = names[to];
  if (at < 0 || other === undefined) return [...names];
  return names.map((each, position) => (position === at ? other : position === to ? name : each));
}
