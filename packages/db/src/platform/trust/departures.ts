import type { Prisma } from "../../generated/client";
import type { PlatformTx } from "../platform-tx";

const columns = {
  id: true,
  workspaceId: true,
  state: true,
  askedAt: true,
  dueAt: true,
  beganAt: true,
  endedAt: true,
  receiptId: true,
  certificate: true,
  keyId: true,
  signature: true,
  publicKey: true,
} as const satisfies Prisma.WorkspaceDepartureSelect;

export type PlatformDeparture = Prisma.WorkspaceDepartureGetPayload<{ select: typeof columns }>;

/** Reads the ends of workspaces, for platform admins and the schedule that begins them. */
export function platformDepartureRepository(tx: PlatformTx) {
  return {
    /** Lists ends of workspaces that were not taken back, the newest first. */
    list: (limit: number): Promise<PlatformDeparture[]> =>
      tx.workspaceDeparture.findMany({
        where: { state: { not: "takenBack" } },
        orderBy: [{ askedAt: "desc" }, { id: "desc" }],
        take: limit,
        select: columns,
      }),

    find: (id: string): Promise<PlatformDeparture | null> =>
      tx.workspaceDeparture.findUnique({ where: { id }, select: columns }),

    /** Returns those whose waiting time is over, and those that began and did not end, by their ids after one. */
    listDue: (now: Date, { after, limit }: { after: string; limit: number }) =>
      tx.workspaceDeparture.findMany({
        where: { id: { gt: after }, state: { in: ["waiting", "erasing"] }, dueAt: { lte: now } },
        orderBy: { id: "asc" },
        take: limit,
        select: { id: true, workspaceId: true },
      }),

    /** Returns the next workspace after one that has an archive of everything. */
    listWithExports: async (after: string): Promise<string[]> => {
      const rows = await tx.workspaceExport.findMany({
        where: { workspaceId: { gt: after }, state: { not: "removed" } },
        distinct: ["workspaceId"],
        orderBy: { workspaceId: "asc" },
        take: 1,
        select: { workspaceId: true },
      });
      return rows.map(({ workspaceId }) => workspaceId);
    },

    /** Returns the addresses of the people who get the certificate; null if it was handed over or is not there yet. */
    findToHandOver: async (id: string) => {
      const departure = await tx.workspaceDeparture.findFirst({
        where: { id, state: "done", handedOverAt: null },
        select: { ownerIds: true },
      });
      if (!departure) return null;
      return tx.user.findMany({
        where: { id: { in: departure.ownerIds } },
        select: { id: true, email: true, name: true },
      });
    },

    /** Records that the link to the certificate was sent. */
    handOver: async (id: string, { tokenHash, now }: { tokenHash: string; now: Date }) => {
      await tx.workspaceDeparture.updateMany({
        where: { id },
        data: { tokenHash, handedOverAt: now },
      });
    },
  };
}
