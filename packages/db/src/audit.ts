import type { Tx } from "./database";
import type { Prisma } from "./generated/client";
import { newId } from "./ids";
import type { Scope } from "./scope";

export type AuditEntry = {
  actorKind: string;
  actorId: string;
  /** The API key that it was done through. */
  actorKeyId?: string | null;
  action: string;
  input: Prisma.InputJsonValue;
};

export function auditRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    record: async (entry: AuditEntry): Promise<void> => {
      await tx.auditEntry.createMany({ data: [{ id: newId("aud"), workspaceId, ...entry }] });
    },

    list: ({ limit }: { limit: number }) =>
      tx.auditEntry.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        omit: { workspaceId: true },
      }),
  };
}
