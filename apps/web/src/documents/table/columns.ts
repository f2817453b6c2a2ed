import {
  type CustomFieldKind,
  documentSort,
  documentSorts,
  type LibraryColumn,
  libraryColumns,
} from "@besunny/api/browser/vocabulary";

/** The id of a field that the workspace defined, as the column of its values. */
export type FieldColumn = `fld_${string}`;

export type Sort = (typeof documentSorts)[number] | FieldColumn;

/** A column that a person can choose. */
export type ChosenColumn = LibraryColumn | FieldColumn;

/** A column that a person can choose, or the name, which is always there. */
export type ColumnName = "name" | ChosenColumn;

export type Column = {
  /** The width as a track of a grid. */
  width: string;
  /** The orders that its heading leads to, the likelier first; null if nothing is ordered by it. */
  sorts: readonly [Sort, Sort] | null;
  isNumeric?: true;
};

const columns: Readonly<Record<"name" | LibraryColumn, Column>> = {
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

const numericKinds: readonly CustomFieldKind[] = ["number", "amount", "date"];

/** Returns a column by its name; `kind` is the kind of a field that the workspace defined. */
export function columnOf(name: ColumnName, kind?: CustomFieldKind): Column {
  if (!isFieldColumn(name)) return columns[name];
  return {
    width: "minmax(5rem, 1.2fr)",
    sorts: [name, `${name}_desc`],
    ...(kind && numericKinds.includes(kind) && { isNumeric: true }),
  };
}

/** Returns whether a name is the id of a field that the workspace defined. */
export function isFieldColumn(name: string): name is FieldColumn {
  return name.startsWith("fld_");
}

/** Returns those of the names that are columns. */
export function columnsAmong(names: readonly string[]): ChosenColumn[] {
  return names.flatMap((name) => {
    if (isFieldColumn(name)) return [name];
    const known = libraryColumns.find((each) => each === name);
    return known ? [known] : [];
  });
}

/** Returns a text as an order of documents; null if it is none. */
export function sortOf(text: string): Sort | null {
  if (isFieldColumn(text)) return documentSort.safeParse(text).success ? text : null;
  return documentSorts.find((each) => each === text) ?? null;
}

/** Returns the tracks of the grid that all rows share: the box to tick where there is one, the name, and the columns. */
export function tracksOf(shown: readonly Pick<Column, "width">[], hasBox: boolean): string {
  const tracks = [columns.name.width, ...shown.map(({ width }) => width)];
  return [...(hasBox ? ["1rem"] : []), ...tracks].join(" ");
}

/** Returns the order that a click on a heading leads to: its own likelier one, and the other way round from there. */
export function nextSort({ sorts }: Pick<Column, "sorts">, now: Sort): Sort | null {
  if (!sorts) return null;
  return now === sorts[0] ? sorts[1] : sorts[0];
}

/** Returns which way a column is ordered now, as `aria-sort` says it. */
export function directionOf(
  { sorts }: Pick<Column, "sorts">,
  now: Sort,
): "ascending" | "descending" | null {
  if (!sorts?.includes(now)) return null;
  return now === "newest" || now.endsWith("_desc") ? "descending" : "ascending";
}

/** Returns the columns with one put in, or taken out. */
export function toggledColumn(names: readonly ChosenColumn[], name: ChosenColumn): ChosenColumn[] {
  return names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
}

/** Returns the columns with one a place further to the start or to the end. */
export function movedColumn(
  names: readonly ChosenColumn[],
  name: ChosenColumn,
  step: 1 | -1,
): ChosenColumn[] {
  const at = names.indexOf(name);
  const to = at + step;
  const other = names[to];
  if (at < 0 || other === undefined) return [...names];
  return names.map((each, position) => (position === at ? other : position === to ? name : each));
}
