import {
  type CustomFieldKind,
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
  /** The least width, in rem. */
  least: number;
  /** The most that it grows to, as a grid takes it. */
  most: string;
  /** The orders that its heading leads to, the likelier first; null if nothing is ordered by it. */
  sorts: readonly [Sort, Sort] | null;
  isNumeric?: true;
};

type Width = Pick<Column, "least" | "most">;

const columns: Readonly<Record<"name" | LibraryColumn, Column>> = {
  name: { least: 12, most: "3fr", sorts: ["title", "title_desc"] },
  type: { least: 5, most: "1.1fr", sorts: ["type", "type_desc"] },
  facts: { least: 8, most: "2.2fr", sorts: null },
  date: { least: 5.5, most: "6.5rem", sorts: ["date_desc", "date"], isNumeric: true },
  added: { least: 5.5, most: "7rem", sorts: ["newest", "oldest"], isNumeric: true },
  projects: { least: 5, most: "1fr", sorts: null },
  tags: { least: 5, most: "1fr", sorts: null },
  folder: { least: 5, most: "1.2fr", sorts: null },
  size: { least: 4, most: "5rem", sorts: ["size_desc", "size"], isNumeric: true },
  pages: { least: 3.5, most: "4.5rem", sorts: ["pages_desc", "pages"], isNumeric: true },
  confidence: {
    least: 4.5,
    most: "6rem",
    sorts: ["confidence", "confidence_desc"],
    isNumeric: true,
  },
  language: { least: 4.5, most: "6rem", sorts: null },
  uploadedBy: { least: 5, most: "1fr", sorts: null },
  fileName: { least: 6, most: "1.6fr", sorts: null },
};

/** The columns of a table of few documents, beside much else. */
export const briefColumns: readonly ChosenColumn[] = ["type", "facts", "added"];

const numericKinds: readonly CustomFieldKind[] = ["number", "amount", "date"];

/** Returns a column by its name; `kind` is the kind of a field that the workspace defined. */
export function columnOf(name: ColumnName, kind?: CustomFieldKind): Column {
  if (!isFieldColumn(name)) return columns[name];
  return {
    least: 5,
    most: "1.2fr",
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

const fieldSort = /^fld_[0-9a-z]{1,40}(_desc)?$/;

/** Returns a text as an order of documents; null if it is none. */
export function sortOf(text: string): Sort | null {
  if (isFieldColumn(text)) return fieldSort.test(text) ? text : null;
  return documentSorts.find((each) => each === text) ?? null;
}

/** The space between two columns, and of a row at both ends, in rem. */
const GAP = 0.75;
const ENDS = 2;
const BOX = 1;

/** Returns the tracks of the grid that all rows share: the box to tick where there is one, the name, and the columns. */
export function tracksOf(shown: readonly Width[], hasBox: boolean): string {
  const tracks = [columns.name, ...shown].map(({ least, most }) => `minmax(${least}rem, ${most})`);
  return [...(hasBox ? [`${BOX}rem`] : []), ...tracks].join(" ");
}

/** Returns the width below which the columns do not fit, in rem. */
export function leastWidthOf(shown: readonly Width[], hasBox: boolean): number {
  const all = [columns.name, ...shown].reduce((sum, { least }) => sum + least + GAP, -GAP);
  return all + ENDS + (hasBox ? BOX + GAP : 0);
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
