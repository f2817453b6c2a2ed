"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";

import { useFields } from "~/fields/use-fields";

import {
  type ChosenColumn,
  type Column,
  type ColumnName,
  columnOf,
  isFieldColumn,
} from "./columns";

/** A column with its name, and its label in the language of the person. */
export type ShownColumn = Column & { name: ColumnName; label: string };

/** Returns the labels of columns; null for a field that is archived or gone. */
export function useColumnLabel(): (name: ColumnName) => string | null {
  const t = useTranslations("library");
  const fields = useFields();
  return useCallback(
    (name) =>
      isFieldColumn(name)
        ? (fields.find(({ id }) => id === name)?.name ?? null)
        : t(`column_${name}`),
    [t, fields],
  );
}

/** Returns the columns of these names as a table shows them. A field that is archived or gone is no column. */
export function useColumns(names: readonly ChosenColumn[]): ShownColumn[] {
  const fields = useFields();
  const labelOf = useColumnLabel();
  const key = names.join(" ");
  return useMemo(
    () =>
      names.flatMap((name) => {
        const label = labelOf(name);
        const kind = fields.find(({ id }) => id === name)?.kind;
        return label === null ? [] : [{ ...columnOf(name, kind), name, label }];
      }),
    [key, fields, labelOf],
  );
}
