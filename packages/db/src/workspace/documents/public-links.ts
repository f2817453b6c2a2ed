import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

const columns = {
  id: true,
  documentId: true,
  mayDownload: true,
  createdAt: true,
  expiresAt: true,
  openedCount: true,
  lastOpenedAt: true,
  createdBy: { select: { name: true } },
} as const;

/** Reads and writes the links that show a document without a sign-in. A caller that lists them must have found the document. */
export function documentLinkRepository(tx: Tx, { workspaceId }: Scope) {
  const open = (now: Date) => ({ workspaceId, revokedAt: null, expiresAt: { gt: now } });

  return {
    list: (documentId: string, now: Date) =>
      tx.documentLink.findMany({
        where: { ...open(now), documentId },
        orderBy: { createdAt: "desc" },
        select: columns,
      }),

    findOpen: (id: string, now: Date) =>
      tx.documentLink.findFirst({ where: { ...open(now), id }, select: columns }),

    create: (link: {
      documentId: string;
      tokenHash: string;
      mayDownload: boolean;
      createdById: string | null;
      expiresAt: Date;
    }) =>
      tx.documentLink.create({ data: { id: newId("lnk"), workspaceId, ...link }, select: columns }),

    revoke: async (id: string, now: Date): Promise<void> => {
      await tx.documentLink.updateMany({ where: { ...open(now), id }, data: { revokedAt: now } });
    },

    countOpening: async (id: string, now: Date): Promise<void> => {
      await tx.documentLink.updateMany({
        where: { workspaceId, id },
        data: { openedCount: { increment: 1 }, lastOpenedAt: now },
      });
    },
  };
}
