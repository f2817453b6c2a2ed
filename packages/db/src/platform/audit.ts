import type { AuditEntry } from "../audit";
import { newId } from "../ids";
import type { PlatformTx } from "./platform-database";

/** What admins of the platform did. Entries are added, never changed. */
export function platformAuditRepository(tx: PlatformTx) {
  return {
    record: async (entry: Omit<AuditEntry, "actorKeyId">): Promise<void> => {
      await tx.platformAuditEntry.createMany({ data: [{ id: newId("aud"), ...entry }] });
    },

    /** Newest first. */
    list: ({ limit }: { limit: number }) =>
      tx.platformAuditEntry.findMany({
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
      }),
  };
}
