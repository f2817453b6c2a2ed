import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

const columns = {
  id: true,
  ownerId: true,
  name: true,
  query: true,
  place: true,
  sort: true,
  columns: true,
  density: true,
  look: true,
  isShared: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.ViewSelect;

/** The fields of a view that its owner writes. */
export type ViewFields = {
  name: string;
  query: string;
  place: string;
  sort: string;
  /** With the density and the look: the layout with which it opens; null if it has none. */
  columns: string[];
  density: string | null;
  look: string | null;
  isShared: boolean;
};

/** The habits of one person with a view. */
export type ViewHabits = { isPinned: boolean; isAlerting: boolean; seenAt: Date };

/** A view with the habits of the one who reads; null if they have none. */
export type View = ViewFields & {
  id: string;
  ownerId: string;
  createdAt: Date;
  updatedAt: Date;
  habits: ViewHabits | null;
};

/** Reads and writes views. Nobody sees the views of others that are not shared. */
export function viewRepository(tx: Tx, { workspaceId }: Scope) {
  const readable = (readerId: string): Prisma.ViewWhereInput => ({
    workspaceId,
    OR: [{ ownerId: readerId }, { isShared: true }],
  });
  const select = (readerId: string) => ({
    ...columns,
    habits: {
      where: { userId: readerId },
      select: { isPinned: true, isAlerting: true, seenAt: true },
    },
  });

  return {
    /** Lists the views that a person may use, by name. */
    list: async (readerId: string, limit: number): Promise<View[]> => {
      const rows = await tx.view.findMany({
        where: readable(readerId),
        orderBy: [{ name: "asc" }, { id: "asc" }],
        take: limit,
        select: select(readerId),
      });
      return rows.map(withHabits);
    },

    /** Counts the views of one person. */
    countOf: (ownerId: string): Promise<number> =>
      tx.view.count({ where: { workspaceId, ownerId } }),

    find: async (id: string, readerId: string): Promise<View | null> => {
      const row = await tx.view.findFirst({
        where: { ...readable(readerId), id },
        select: select(readerId),
      });
      return row && withHabits(row);
    },

    create: async (ownerId: string, fields: ViewFields): Promise<string> => {
      const id = newId("viw");
      await tx.view.createMany({ data: [{ id, workspaceId, ownerId, ...fields }] });
      return id;
    },

    change: async (id: string, changes: Partial<ViewFields> & { updatedAt: Date }) => {
      await tx.view.updateMany({ where: { id, workspaceId }, data: changes });
    },

    remove: async (id: string): Promise<void> => {
      await tx.view.deleteMany({ where: { id, workspaceId } });
    },

    putHabits: async (viewId: string, userId: string, habits: ViewHabits): Promise<void> => {
      await tx.viewHabit.upsert({
        where: { viewId_userId: { viewId, userId }, workspaceId },
        create: { viewId, userId, workspaceId, ...habits },
        update: habits,
        select: { viewId: true },
      });
    },
  };
}

function withHabits<Row extends { habits: ViewHabits[] }>(row: Row) {
  return { ...row, habits: row.habits[0] ?? null };
}
