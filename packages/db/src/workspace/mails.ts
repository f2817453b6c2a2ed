import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

/** A mail as its headers describe it. `relatedIds` are the messages that it answers or names. */
export type NewMail = {
  messageId: string | null;
  relatedIds: string[];
  sender: string;
  sentAt: Date | null;
};

const columns = {
  documentId: true,
  sender: true,
  sentAt: true,
  document: { select: { title: true } },
} satisfies Prisma.DocumentMailSelect;

export type Mail = Prisma.DocumentMailGetPayload<{ select: typeof columns }>;

/** Reads and writes what mails say of themselves, of documents that the principals may see. */
export function mailRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const visible: Prisma.DocumentMailWhereInput = {
    workspaceId,
    document: { access: { hasSome: [...principals] }, trashedAt: null },
  };

  return {
    /** Stores what a document says of itself as a mail; null removes it, for a document that is no mail any more. */
    keep: async (documentId: string, mail: NewMail | null): Promise<void> => {
      if (!mail) await tx.documentMail.deleteMany({ where: { workspaceId, documentId } });
      else
        await tx.documentMail.upsert({
          where: { documentId },
          create: { documentId, workspaceId, ...mail },
          update: mail,
        });
    },

    /** Returns the visible mails of a mail's thread, itself included, the oldest first; none for a document that is no mail. */
    listThread: async (documentId: string, limit: number): Promise<Mail[]> => {
      const own = await tx.documentMail.findFirst({
        where: { workspaceId, documentId, document: { access: { hasSome: [...principals] } } },
        select: { messageId: true, relatedIds: true },
      });
      if (!own) return [];
      const ids = own.messageId ? [own.messageId, ...own.relatedIds] : own.relatedIds;
      return tx.documentMail.findMany({
        where: {
          AND: [
            visible,
            { OR: [{ documentId }, { messageId: { in: ids } }, { relatedIds: { hasSome: ids } }] },
          ],
        },
        orderBy: [{ sentAt: { sort: "asc", nulls: "last" } }, { documentId: "asc" }],
        take: limit,
        select: columns,
      });
    },
  };
}
