import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

const columns = {
  type: true,
  name: true,
  label: true,
  kind: true,
  meaning: true,
  labels: true,
  isOn: true,
  isOwn: true,
} satisfies Prisma.CardFieldSelect;

/** A field of a type that a workspace added or switched. */
export type CardField = Prisma.CardFieldGetPayload<{ select: typeof columns }>;

export function cardFieldRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Lists what the workspace changed, oldest first. */
    list: (): Promise<CardField[]> =>
      tx.cardField.findMany({
        where: { workspaceId },
        orderBy: [{ type: "asc" }, { createdAt: "asc" }, { name: "asc" }],
        select: columns,
      }),

    /** Lets no other transaction of the workspace add a field until this one ends. */
    lock: async (): Promise<void> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId}/cards`}, 0))`;
    },

    put: async ({ type, name, label, kind, meaning, labels, isOn, isOwn }: CardField) => {
      const values = { label, kind, meaning, labels, isOn, isOwn };
      await tx.cardField.upsert({
        where: { workspaceId_type_name: { workspaceId, type, name } },
        create: { workspaceId, type, name, ...values },
        update: values,
        select: { name: true },
      });
    },

    remove: async (type: string, name: string): Promise<void> => {
      await tx.cardField.deleteMany({ where: { workspaceId, type, name } });
    },
  };
}
