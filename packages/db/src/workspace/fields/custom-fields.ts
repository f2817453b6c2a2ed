import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

const columns = {
  id: true,
  name: true,
  key: true,
  kind: true,
  currency: true,
  position: true,
  archivedAt: true,
  _count: { select: { options: true } },
} satisfies Prisma.CustomFieldSelect;

type Row = Prisma.CustomFieldGetPayload<{ select: typeof columns }>;

/** A field that the workspace defined. `optionCount` is the number of values that a list offers. */
export type CustomField = Omit<Row, "_count"> & { optionCount: number };

/** The parts of a field that people write. */
export type FieldFields = Pick<CustomField, "name" | "key" | "kind" | "currency">;

/** Reads and writes the fields that a workspace defines for its documents. */
export function customFieldRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Lists the fields in their order; those that are archived come last. */
    list: async (): Promise<CustomField[]> => {
      const rows = await tx.customField.findMany({
        where: { workspaceId },
        orderBy: [
          { archivedAt: { sort: "asc", nulls: "first" } },
          { position: "asc" },
          { id: "asc" },
        ],
        select: columns,
      });
      return rows.map(toField);
    },

    find: async (id: string): Promise<CustomField | null> => {
      const row = await tx.customField.findFirst({ where: { workspaceId, id }, select: columns });
      return row && toField(row);
    },

    findByKey: async (key: string): Promise<CustomField | null> => {
      const row = await tx.customField.findFirst({ where: { workspaceId, key }, select: columns });
      return row && toField(row);
    },

    /** Lets no other transaction of the workspace change fields until this one ends. */
    lock: async (): Promise<void> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId}/fields`}, 0))`;
    },

    /** Adds a field behind the others. */
    create: async (fields: FieldFields): Promise<string> => {
      const id = newId("fld");
      const { _max } = await tx.customField.aggregate({
        where: { workspaceId },
        _max: { position: true },
      });
      await tx.customField.createMany({
        data: [{ id, workspaceId, ...fields, position: (_max.position ?? -1) + 1 }],
      });
      return id;
    },

    change: async (
      id: string,
      changes: Partial<Omit<FieldFields, "kind"> & { archivedAt: Date | null }>,
    ): Promise<void> => {
      await tx.customField.updateMany({ where: { id, workspaceId }, data: changes });
    },

    /** Puts the fields into the order of their ids. */
    reorder: async (ids: readonly string[]): Promise<void> => {
      await tx.$executeRaw`
        update custom_fields f set position = o.position - 1
          from unnest(${[...ids]}::text[]) with ordinality as o(id, position)
         where f.id = o.id and f.workspace_id = ${workspaceId}`;
    },
  };
}

function toField({ _count, ...field }: Row): CustomField {
  return { ...field, optionCount: _count.options };
}
