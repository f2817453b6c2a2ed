import { afterTime, toPage } from "../cursor";
import { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const columns = {
  id: true,
  name: true,
  isSigned: true,
  takes: true,
  projectId: true,
  isOn: true,
  beforeUntil: true,
  createdAt: true,
  membership: { select: { user: { select: { id: true, name: true } } } },
} satisfies Prisma.InboundHookSelect;

export type InboundHookRow = Prisma.InboundHookGetPayload<{ select: typeof columns }>;

const deliveryColumns = {
  id: true,
  remoteId: true,
  receivedAt: true,
  size: true,
  outcome: true,
  problem: true,
  document: { select: { id: true, title: true, access: true } },
} satisfies Prisma.InboundDeliverySelect;

const LIST = "inbound-deliveries";

/** Stores the addresses at which others tell us, and what came there. */
export function inboundHookRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const of = (id: string) => ({ id, workspaceId });
  return {
    list: (): Promise<InboundHookRow[]> =>
      tx.inboundHook.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: columns,
      }),

    find: (id: string): Promise<InboundHookRow | null> =>
      tx.inboundHook.findFirst({ where: of(id), select: columns }),

    create: async (given: {
      ownerId: string;
      name: string;
      tokenHash: string;
      isSigned: boolean;
      takes: string;
      projectId: string | null;
      createdAt: Date;
    }): Promise<string> => {
      const id = newId("whi");
      await tx.inboundHook.createMany({ data: [{ ...of(id), ...given }] });
      return id;
    },

    turn: async (id: string, isOn: boolean): Promise<void> => {
      await tx.inboundHook.updateMany({ where: of(id), data: { isOn } });
    },

    remove: async (id: string): Promise<void> => {
      await tx.inboundHook.deleteMany({ where: of(id) });
    },

    readSecrets: (id: string) =>
      tx.inboundHook.findFirst({ where: of(id), select: { sealedSecret: true } }),

    keepSecrets: async (
      id: string,
      given: {
        sealedSecret: Uint8Array<ArrayBuffer>;
        sealedBefore: Uint8Array<ArrayBuffer> | null;
        beforeUntil: Date | null;
      },
    ): Promise<void> => {
      await tx.inboundHook.updateMany({ where: of(id), data: given });
    },

    /** Keeps another secret part of the address. The one before ends. */
    keepToken: async (id: string, tokenHash: string): Promise<void> => {
      await tx.inboundHook.updateMany({ where: of(id), data: { tokenHash } });
    },

    /** Begins a delivery. Returns the one that came before with the same id of its sender, if there is one. */
    begin: async (given: {
      hookId: string;
      remoteId: string;
      size: number;
      receivedAt: Date;
    }): Promise<{ id: string; isNew: boolean; outcome: string; documentId: string | null }> => {
      const { hookId, remoteId } = given;
      const { count } = await tx.inboundDelivery.createMany({
        data: [{ id: newId("whd"), workspaceId, ...given }],
        skipDuplicates: true,
      });
      const found = await tx.inboundDelivery.findFirstOrThrow({
        where: { workspaceId, hookId, remoteId },
        select: { id: true, outcome: true, documentId: true },
      });
      return { ...found, isNew: count > 0 };
    },

    end: async (
      id: string,
      {
        body,
        ...given
      }: {
        outcome: string;
        problem: string | null;
        documentId: string | null;
        body: Prisma.InputJsonValue | null;
      },
    ): Promise<void> => {
      await tx.inboundDelivery.updateMany({
        where: of(id),
        data: { ...given, body: body ?? Prisma.DbNull },
      });
    },

    /** Returns a page of what came to an address, the newest first. A document that the principals may not see is not named. */
    listDeliveries: async (
      hookId: string,
      { limit, cursor }: { limit: number; cursor?: string | null | undefined },
    ) => {
      const after = afterTime(cursor, LIST);
      const rows = await tx.inboundDelivery.findMany({
        where: {
          workspaceId,
          hookId,
          ...(after && {
            OR: [{ receivedAt: { lt: after.at } }, { receivedAt: after.at, id: { lt: after.id } }],
          }),
        },
        orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        select: deliveryColumns,
      });
      const page = toPage(rows, {
        limit,
        list: LIST,
        keyOf: ({ receivedAt, id }) => [receivedAt.toISOString(), id],
      });
      return {
        ...page,
        items: page.items.map(({ document, ...row }) => ({
          ...row,
          document:
            document?.access.some((each) => principals.includes(each)) === true
              ? { id: document.id, title: document.title }
              : null,
        })),
      };
    },

    /** Removes deliveries of before. A sender that says the same again after that is new. */
    removeBefore: async (hookId: string, before: Date): Promise<void> => {
      await tx.inboundDelivery.deleteMany({
        where: { workspaceId, hookId, receivedAt: { lt: before } },
      });
    },
  };
}
