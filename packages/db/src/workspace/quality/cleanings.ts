import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type StoredCleaning = {
  id: string;
  documentId: string;
  kind: string;
  params: Prisma.JsonValue;
};

/** Keeps how documents are read or kept other than their files say. */
export function cleaningRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const inForce = { workspaceId, undoneAt: null };
  return {
    /** Returns the cleanings in force of a document, the oldest first. */
    findOf: (documentId: string): Promise<StoredCleaning[]> =>
      tx.documentCleaning.findMany({
        where: { ...inForce, documentId },
        orderBy: [{ madeAt: "asc" }, { id: "asc" }],
        select: { id: true, documentId: true, kind: true, params: true },
      }),

    /** Adds cleanings. One of its kind that is in force on the document is replaced. */
    add: async (
      cleanings: readonly { documentId: string; kind: string; params: Prisma.InputJsonValue }[],
      by: { byId: string | null; at: Date },
    ): Promise<void> => {
      for (const { documentId, kind } of cleanings)
        await tx.documentCleaning.updateMany({
          where: { ...inForce, documentId, kind },
          data: { undoneAt: by.at, undoneById: by.byId },
        });
      await tx.documentCleaning.createMany({
        data: cleanings.map((each) => ({
          id: newId("cln"),
          workspaceId,
          ...each,
          madeById: by.byId,
          madeAt: by.at,
        })),
      });
    },

    /** Ends cleanings that are in force. Returns those that it ended. */
    undo: async (
      ids: readonly string[],
      by: { byId: string | null; at: Date },
    ): Promise<StoredCleaning[]> => {
      const ended = await tx.documentCleaning.findMany({
        where: {
          ...inForce,
          id: { in: [...ids] },
          document: { access: { hasSome: [...principals] } },
        },
        select: { id: true, documentId: true, kind: true, params: true },
      });
      await tx.documentCleaning.updateMany({
        where: { workspaceId, id: { in: ended.map(({ id }) => id) } },
        data: { undoneAt: by.at, undoneById: by.byId },
      });
      return ended;
    },

    /** Lists the cleanings in force, the newest first, with their documents. */
    list: (limit: number) =>
      tx.documentCleaning.findMany({
        where: {
          ...inForce,
          NOT: { kind: { startsWith: "mask-words " } },
          document: { access: { hasSome: [...principals] } },
        },
        orderBy: [{ madeAt: "desc" }, { id: "desc" }],
        take: limit,
        select: {
          id: true,
          documentId: true,
          kind: true,
          madeAt: true,
          document: { select: { title: true } },
        },
      }),
  };
}
