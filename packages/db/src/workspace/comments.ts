import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

const columns = {
  id: true,
  documentId: true,
  authorId: true,
  text: true,
  mentionedIds: true,
  createdAt: true,
  editedAt: true,
  author: { select: { name: true } },
} satisfies Prisma.DocumentCommentSelect;

export type Comment = Prisma.DocumentCommentGetPayload<{ select: typeof columns }>;

/** Reads and writes comments on documents that the principals may see. */
export function commentRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const visible: Prisma.DocumentCommentWhereInput = {
    workspaceId,
    document: { access: { hasSome: [...principals] } },
  };

  return {
    list: (documentId: string, limit: number): Promise<Comment[]> =>
      tx.documentComment.findMany({
        where: { ...visible, documentId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: limit,
        select: columns,
      }),

    find: (id: string): Promise<Comment | null> =>
      tx.documentComment.findFirst({ where: { ...visible, id }, select: columns }),

    create: (comment: {
      documentId: string;
      authorId: string;
      text: string;
      mentionedIds: string[];
    }): Promise<Comment> =>
      tx.documentComment.create({
        data: { id: newId("cmt"), workspaceId, ...comment },
        select: columns,
      }),

    update: (
      id: string,
      changes: { text: string; mentionedIds: string[]; editedAt: Date },
    ): Promise<Comment> =>
      tx.documentComment.update({ where: { id, workspaceId }, data: changes, select: columns }),

    remove: async (id: string): Promise<void> => {
      await tx.documentComment.deleteMany({ where: { workspaceId, id } });
    },
  };
}
