import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type NewCorrection = {
  documentId: string;
  field: string;
  before: string | null;
  after: string | null;
  byId: string;
};

export function correctionRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    create: async (correction: NewCorrection): Promise<void> => {
      await tx.correction.createMany({ data: [{ id: newId("cor"), workspaceId, ...correction }] });
    },

    list: (documentId: string) =>
      tx.correction.findMany({
        where: { workspaceId, documentId },
        orderBy: { createdAt: "desc" },
        omit: { workspaceId: true },
      }),
  };
}
