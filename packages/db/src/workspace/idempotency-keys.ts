import type { Scope } from "../scope";
import type { Tx } from "./tx";

/** `actions` are the actions that the first request was allowed. */
export type StoredAnswer = {
  status: number;
  mediaType: string | null;
  body: string;
  actions: string[];
};

/** The state of a key: unused before (`claimed`), or used for a request, with its answer once there is one. */
export type Claim =
  | { kind: "claimed" }
  | { kind: "taken"; fingerprint: string; answer: StoredAnswer | null };

type Key = { actorId: string; key: string };

export function idempotencyKeyRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /**
     * Claims the key unless it is taken. Deletes answers older than `before`, and requests without an answer that began before
     * `abandoned`.
     */
    claim: async (
      { actorId, key, fingerprint }: Key & { fingerprint: string },
      { now, before, abandoned }: { now: Date; before: Date; abandoned: Date },
    ): Promise<Claim> => {
      await tx.idempotencyKey.deleteMany({
        where: {
          workspaceId,
          OR: [
            { createdAt: { lt: before } },
            { actorId, key, status: null, createdAt: { lt: abandoned } },
          ],
        },
      });
      const { count } = await tx.idempotencyKey.createMany({
        data: [{ workspaceId, actorId, key, fingerprint, createdAt: now }],
        skipDuplicates: true,
      });
      if (count > 0) return { kind: "claimed" };

      const row = await tx.idempotencyKey.findUnique({
        where: { workspaceId_actorId_key: { workspaceId, actorId, key } },
      });
      if (!row) return { kind: "claimed" };
      const { status, mediaType, body, actions } = row;
      const answer = status === null ? null : { status, mediaType, body: body ?? "", actions };
      return { kind: "taken", fingerprint: row.fingerprint, answer };
    },

    /** Deletes the stored answers that name one of these documents. */
    removeAbout: async (documentIds: readonly string[]): Promise<void> => {
      const names = documentIds.map((id) => ({ body: { contains: id } }));
      await tx.idempotencyKey.deleteMany({ where: { workspaceId, OR: names } });
    },

    settle: async ({ actorId, key }: Key, answer: StoredAnswer): Promise<void> => {
      await tx.idempotencyKey.updateMany({ where: { workspaceId, actorId, key }, data: answer });
    },

    release: async ({ actorId, key }: Key): Promise<void> => {
      await tx.idempotencyKey.deleteMany({ where: { workspaceId, actorId, key, status: null } });
    },
  };
}
