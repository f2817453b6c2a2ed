import { text } from "@besunny/sql/rows/column";

import { afterKey, type Page, toPage } from "../../cursor";
import { newId } from "../../ids";
import { literally } from "../../literally";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** A value that a field of the kind `list` offers. */
export type FieldOption = { id: string; name: string };

/** Reads and writes the values that fields offer, of which a field may have tens of thousands. */
export function fieldOptionRepository(tx: Tx, { workspaceId }: Scope) {
  const select = { id: true, name: true } as const;

  return {
    /** Lists the values of a field by name; `q` is a part of the name. */
    list: async (
      fieldId: string,
      { q, limit, cursor }: { q?: string | undefined; limit: number; cursor?: string | undefined },
    ): Promise<Page<FieldOption>> => {
      const list = `options/${fieldId}`;
      const after = afterKey(cursor, list, (key) => key);
      const rows = await tx.customFieldOption.findMany({
        where: {
          workspaceId,
          fieldId,
          ...(q && { name: { contains: literally(q), mode: "insensitive" } }),
          ...(after && {
            OR: [{ name: { gt: after.key } }, { name: after.key, id: { gt: after.id } }],
          }),
        },
        orderBy: [{ name: "asc" }, { id: "asc" }],
        take: limit + 1,
        select,
      });
      return toPage(rows, { limit, list, keyOf: ({ name, id }) => [name, id] });
    },

    find: (fieldId: string, id: string): Promise<FieldOption | null> =>
      tx.customFieldOption.findFirst({ where: { workspaceId, fieldId, id }, select }),

    /** Returns the value of this name, whatever its capitals; null if the field has none. */
    findNamed: async (fieldId: string, name: string): Promise<FieldOption | null> => {
      const [row = null] = await optionRows(tx)`
        select id, name from custom_field_options
         where workspace_id = ${workspaceId} and field_id = ${fieldId} and lower(name) = lower(${name})`;
      return row;
    },

    count: (fieldId: string): Promise<number> =>
      tx.customFieldOption.count({ where: { workspaceId, fieldId } }),

    /** Adds values; those that the field has already, whatever their capitals, are left out. Returns how many were added. */
    add: (fieldId: string, names: readonly string[]): Promise<number> => {
      const ids = names.map(() => newId("opt"));
      return tx.$executeRaw`
        insert into custom_field_options (id, field_id, workspace_id, name)
        select o.id, ${fieldId}, ${workspaceId}, o.name
          from unnest(${ids}::text[], ${[...names]}::text[]) as o(id, name)
        on conflict (field_id, lower(name)) do nothing`;
    },

    /** Renames a value, on every document that has it. */
    rename: async (id: string, name: string): Promise<void> => {
      await tx.customFieldOption.updateMany({ where: { id, workspaceId }, data: { name } });
      await tx.customFieldValue.updateMany({
        where: { optionId: id, workspaceId },
        data: { text: name },
      });
    },

    /** Removes a value, from every document that has it. */
    remove: async (id: string): Promise<void> => {
      await tx.customFieldOption.deleteMany({ where: { id, workspaceId } });
    },
  };
}

const optionRows = rawRows({ id: text, name: text });
