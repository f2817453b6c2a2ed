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
  confirmAt: true,
  createdAt: true,
} as const satisfies Prisma.PrivacyReceiptSelect;

/** A signed receipt: `text` is what was signed, `subject` the id of what it is about. */
export type StoredReceipt = Prisma.PrivacyReceiptGetPayload<{ select: typeof columns }>;

/** An addition to a receipt, with the days on which what is left of it is to be confirmed. `number` counts from 1. */
export type NewAddition = {
  receiptId: string;
  number: number;
  text: string;
  keyId: string;
  signature: string;
  createdAt: Date;
  confirmAt: Date | null;
  openUntil: Date | null;
};

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

    /** Lists receipts that name something whose day has come, the longest due first. */
    listToConfirm: (now: Date, limit: number): Promise<StoredReceipt[]> =>
      tx.privacyReceipt.findMany({
        where: { workspaceId, confirmAt: { lte: now } },
        orderBy: [{ confirmAt: "asc" }, { id: "asc" }],
        take: limit,
        select: columns,
      }),

    /** Returns the additions to these receipts, in order. */
    listAdditions: (receiptIds: readonly string[]) =>
      tx.receiptAddition.findMany({
        where: { workspaceId, receiptId: { in: [...receiptIds] } },
        orderBy: [{ receiptId: "asc" }, { number: "asc" }],
        select: { receiptId: true, text: true, keyId: true, signature: true },
      }),

    /** Keeps an addition, and the days of what is still open. Returns false if one with its number is there. */
    addAddition: async ({ confirmAt, openUntil, ...addition }: NewAddition): Promise<boolean> => {
      const { count } = await tx.receiptAddition.createMany({
        data: [{ ...addition, workspaceId }],
        skipDuplicates: true,
      });
      if (count === 0) return false;
      await tx.privacyReceipt.updateMany({
        where: { workspaceId, id: addition.receiptId },
        data: { confirmAt, openUntil },
      });
      return true;
    },

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
  };
}
