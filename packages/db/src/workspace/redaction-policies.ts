import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

const columns = {
  version: true,
  policy: true,
  checksum: true,
  createdById: true,
  createdAt: true,
} satisfies Prisma.RedactionPolicySelect;

/** A version of the rules of a workspace. `policy` is what the operation that made it wrote. */
export type RedactionPolicyRow = Prisma.RedactionPolicyGetPayload<{ select: typeof columns }>;

/** Documents that may not leave, by what people chose. */
type Barred = { types: readonly string[]; projectIds: readonly string[] };

export function redactionPolicyRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Returns the version that counts; null where nobody chose anything. */
    current: (): Promise<RedactionPolicyRow | null> =>
      tx.redactionPolicy.findFirst({
        where: { workspaceId },
        orderBy: { version: "desc" },
        select: columns,
      }),

    /** Lets no other transaction of the workspace add a version until this one ends. */
    lock: async (): Promise<void> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId}/redaction`}, 0))`;
    },

    add: async ({
      version,
      policy,
      checksum,
      createdById,
    }: {
      version: number;
      policy: Prisma.InputJsonObject;
      checksum: string;
      createdById: string | null;
    }): Promise<RedactionPolicyRow> =>
      tx.redactionPolicy.create({
        data: { workspaceId, version, policy, checksum, createdById },
        select: columns,
      }),

    /** Returns the names that were found in a document. */
    namesIn: async (documentId: string): Promise<{ kind: string; name: string }[]> => {
      const rows = await tx.entityMention.findMany({
        where: { workspaceId, documentId },
        select: { name: true, entity: { select: { kind: true } } },
      });
      return rows.map(({ name, entity }) => ({ kind: entity.kind, name }));
    },

    /** Returns the full names of people in all documents, in small letters without accents, the newest first. */
    peopleKnown: async (limit: number): Promise<string[]> => {
      const rows = await tx.entity.findMany({
        where: { workspaceId, kind: "person", key: { contains: " " } },
        orderBy: { createdAt: "desc" },
        take: limit,
        select: { key: true },
      });
      return rows.map(({ key }) => key);
    },

    /** Returns those of the documents that have one of the types or are in one of the projects. Access does not count. */
    barredAmong: async (
      documentIds: readonly string[],
      { types, projectIds }: Barred,
    ): Promise<string[]> => {
      if (documentIds.length === 0 || types.length + projectIds.length === 0) return [];
      const rows = await tx.document.findMany({
        where: {
          workspaceId,
          id: { in: [...documentIds] },
          OR: [
            { type: { in: [...types] } },
            { projects: { some: { projectId: { in: [...projectIds] } } } },
          ],
        },
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },
  };
}
