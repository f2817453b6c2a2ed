import type { Prisma } from "../../generated/client";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** A fact as it is written. PostgreSQL makes its kind, number, currency and days from `normalised`. */
export type NewFact = {
  name: string;
  label: string | null;
  text: string;
  normalised: string | null;
  confidence: number;
  evidence: Prisma.InputJsonValue;
  problems: string[];
  isContradicted: boolean;
  isComputed: boolean;
};

export type DocumentFact = Prisma.DocumentFactGetPayload<{ omit: { workspaceId: true } }>;

const namedColumns = {
  documentId: true,
  name: true,
  label: true,
  text: true,
} satisfies Prisma.DocumentFactSelect;

/** A fact as lists show it. */
export type NamedFact = Prisma.DocumentFactGetPayload<{ select: typeof namedColumns }>;

/** Keeps the facts of the newest result of each document, one row each. */
export function documentFactRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /** Replaces all facts of a document, so that understanding it twice leaves one set. */
    replace: async (documentId: string, facts: readonly NewFact[]): Promise<void> => {
      await tx.documentFact.deleteMany({ where: { workspaceId, documentId } });
      await tx.documentFact.createMany({
        data: facts.map((fact, position) => ({ ...fact, documentId, position, workspaceId })),
      });
    },

    /** Lists the facts of these names of those of these documents that the actor may see, in their order. */
    listNamed: (documentIds: readonly string[], names: readonly string[]): Promise<NamedFact[]> =>
      tx.documentFact.findMany({
        where: {
          workspaceId,
          documentId: { in: [...documentIds] },
          name: { in: [...names] },
          document: { access: { hasSome: [...principals] } },
        },
        orderBy: [{ documentId: "asc" }, { position: "asc" }],
        select: namedColumns,
      }),

    /** Lists the facts of those of these documents that the actor may see, in their order. */
    listVisible: (documentIds: readonly string[]): Promise<DocumentFact[]> =>
      tx.documentFact.findMany({
        where: {
          workspaceId,
          documentId: { in: [...documentIds] },
          document: { trashedAt: null, access: { hasSome: [...principals] } },
        },
        orderBy: [{ documentId: "asc" }, { position: "asc" }],
        omit: { workspaceId: true },
      }),
  };
}
