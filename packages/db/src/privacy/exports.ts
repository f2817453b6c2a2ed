import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const columns = {
  id: true,
  askedById: true,
  seenBy: true,
  state: true,
  parts: true,
  bytes: true,
  documents: true,
  sha256: true,
  problem: true,
  createdAt: true,
  endedAt: true,
  expiresAt: true,
} as const satisfies Prisma.WorkspaceExportSelect;

/** An archive of everything of a workspace. `parts` are the files of which it is made. */
export type StoredExport = Omit<
  Prisma.WorkspaceExportGetPayload<{ select: typeof columns }>,
  "bytes"
> & { bytes: number };

type Row = Prisma.WorkspaceExportGetPayload<{ select: typeof columns }>;
const read = (row: Row): StoredExport => ({ ...row, bytes: Number(row.bytes) });

/** Keeps the archives of a workspace. One is made at a time. */
export function exportRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Returns null if one is being made. */
    begin: async (asked: {
      askedById: string;
      seenBy: string[];
      createdAt: Date;
    }): Promise<string | null> => {
      const id = newId("wex");
      const { count } = await tx.workspaceExport.createMany({
        data: [{ id, workspaceId, ...asked }],
        skipDuplicates: true,
      });
      return count > 0 ? id : null;
    },

    find: async (id: string): Promise<StoredExport | null> => {
      const row = await tx.workspaceExport.findFirst({
        where: { workspaceId, id },
        select: columns,
      });
      return row && read(row);
    },

    /** Lists archives, the newest first. */
    list: async (limit: number): Promise<StoredExport[]> => {
      const rows = await tx.workspaceExport.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: columns,
      });
      return rows.map(read);
    },

    change: async (id: string, changes: Partial<Omit<StoredExport, "id">>): Promise<void> => {
      await tx.workspaceExport.updateMany({ where: { workspaceId, id }, data: changes });
    },

    /** Lists archives that have expired, and those that were begun long ago and never ended. */
    listExpired: async (now: Date, begunBefore: Date): Promise<string[]> => {
      const rows = await tx.workspaceExport.findMany({
        where: {
          workspaceId,
          OR: [
            { state: "ready", expiresAt: { lte: now } },
            { state: "failed", endedAt: { lte: now } },
            { state: "working", createdAt: { lt: begunBefore } },
          ],
        },
        orderBy: { id: "asc" },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },
  };
}
