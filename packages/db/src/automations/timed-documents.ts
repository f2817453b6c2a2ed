import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

type Part = { after: string; limit: number };

/** Finds, part by part, the documents on which a time can come. */
export function timedDocumentRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const seen = {
    workspaceId,
    trashedAt: null,
    access: { hasSome: [...principals] },
  } satisfies Prisma.DocumentWhereInput;
  const page = ({ after, limit }: Part, more: Prisma.DocumentWhereInput) =>
    tx.document.findMany({
      where: { ...seen, id: { gt: after }, status: { in: ["ready", "needs_review"] }, ...more },
      orderBy: { id: "asc" },
      take: limit,
      select: { id: true, version: true },
    });

  return {
    all: (part: Part) => page(part, {}),

    /** Lists documents that hold any day of a window. */
    dated: ({ from, to }: { from: Date; to: Date }, part: Part) => {
      const date = { gte: from, lte: to };
      return page(part, {
        OR: [
          { facts: { some: { date } } },
          { customValues: { some: { date } } },
          { datedOn: { gte: from, lt: new Date(to.getTime() + 86_400_000) } },
        ],
      });
    },

    /** Lists open actions of documents that were due before a day. */
    overdue: async (today: Date, { after, limit }: Part) => {
      const rows = await tx.actionItem.findMany({
        where: {
          workspaceId,
          id: { gt: after },
          state: "open",
          dueOn: { lt: today },
          document: seen,
        },
        orderBy: { id: "asc" },
        take: limit,
        select: {
          id: true,
          documentId: true,
          text: true,
          dueOn: true,
          ownerName: true,
          owner: { select: { name: true } },
        },
      });
      return rows.map(({ owner, ownerName, ...row }) => ({
        ...row,
        ownerName: owner?.name ?? ownerName,
      }));
    },
  };
}
