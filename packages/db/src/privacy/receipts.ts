import { afterTime, type Page, toPage } from "../cursor";
import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const columns = {
  id: true,
  kind: true,
  subject: true,
  text: true,
  keyId: true,
  signature: true,
  openUntil: true,
  createdAt: true,
} as const satisfies Prisma.PrivacyReceiptSelect;

/** A signed receipt: `text` is what was signed, `subject` the id of what it is about. */
export type StoredReceipt = Prisma.PrivacyReceiptGetPayload<{ select: typeof columns }>;

/** Keeps receipts. There is one for each subject of a kind, and its text never changes. */
export function receiptRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    addMany: async (receipts: readonly StoredReceipt[]): Promise<void> => {
      await tx.privacyReceipt.createMany({
        data: receipts.map((receipt) => ({ ...receipt, workspaceId })),
        skipDuplicates: true,
      });
    },

    find: (id: string): Promise<StoredReceipt | null> =>
      tx.privacyReceipt.findFirst({ where: { workspaceId, id }, select: columns }),

    /** Returns the receipts of these subjects. */
    findOf: (subjects: readonly string[]): Promise<StoredReceipt[]> =>
      tx.privacyReceipt.findMany({
        where: { workspaceId, subject: { in: [...subjects] } },
        orderBy: { id: "asc" },
        select: columns,
      }),

    /** Lists receipts, the newest first. */
    list: async ({
      kind,
      limit,
      cursor,
    }: {
      kind?: string | undefined;
      limit: number;
      cursor?: string | null | undefined;
    }): Promise<Page<StoredReceipt>> => {
      const after = afterTime(cursor, "receipts");
      const rows = await tx.privacyReceipt.findMany({
        where: {
          workspaceId,
          ...(kind && { kind }),
          ...(after && {
            OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }],
          }),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        select: columns,
      });
      return toPage(rows, {
        limit,
        list: "receipts",
        keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
      });
    },

    /** Lists receipts of which something was still to go by now. */
    listDue: (now: Date, limit: number): Promise<StoredReceipt[]> =>
      tx.privacyReceipt.findMany({
        where: { workspaceId, openUntil: { lte: now } },
        orderBy: { openUntil: "asc" },
        take: limit,
        select: columns,
      }),

    close: async (ids: readonly string[]): Promise<void> => {
      await tx.privacyReceipt.updateMany({
        where: { workspaceId, id: { in: [...ids] } },
        data: { openUntil: null },
      });
    },
  };
}
