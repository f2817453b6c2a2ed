import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

export type StoredLook = Prisma.SourceLookGetPayload<object>;
/** The counts that a page adds to its look. */
export type LookCounts = { seen: number; added: number; changed: number; gone: number };

const LOOKS_KEPT = 200;

/** Keeps what each look at a source found. */
export function sourceLookRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    list: (sourceId: string, limit: number): Promise<StoredLook[]> =>
      tx.sourceLook.findMany({
        where: { workspaceId, sourceId },
        orderBy: [{ beganAt: "desc" }, { id: "desc" }],
        take: limit,
      }),

    find: (id: string): Promise<StoredLook | null> =>
      tx.sourceLook.findFirst({ where: { workspaceId, id } }),

    /** Begins a look. Those before the last 200 are forgotten. */
    begin: async (given: { sourceId: string; kind: string; at: Date; isCursorLost?: boolean }) => {
      const { sourceId, kind, at, isCursorLost = false } = given;
      const id = newId("lok");
      await tx.sourceLook.create({
        data: { id, sourceId, workspaceId, kind, beganAt: at, isCursorLost },
      });
      await tx.$executeRaw`
        delete from source_looks where workspace_id = ${workspaceId} and source_id = ${sourceId} and id in (
          select id from source_looks where source_id = ${sourceId} order by began_at desc, id desc offset ${LOOKS_KEPT})`;
      return id;
    },

    addTo: async (id: string, counts: LookCounts): Promise<void> => {
      const { seen, added, changed, gone } = counts;
      await tx.sourceLook.updateMany({
        where: { workspaceId, id },
        data: {
          pages: { increment: 1 },
          seen: { increment: seen },
          added: { increment: added },
          changed: { increment: changed },
          gone: { increment: gone },
        },
      });
    },

    noteThrottled: async (id: string, ms: number): Promise<void> => {
      await tx.sourceLook.updateMany({
        where: { workspaceId, id },
        data: { throttledMs: { increment: Math.max(0, Math.round(ms)) } },
      });
    },

    end: async (
      id: string,
      { outcome, note = null, at }: { outcome: string; note?: string | null; at: Date },
    ): Promise<void> => {
      await tx.sourceLook.updateMany({
        where: { workspaceId, id, endedAt: null },
        data: { outcome, note, endedAt: at },
      });
    },
  };
}
