import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

/** A tag with the number of documents that carry it and that the actor may see. */
export type Tag = { id: string; name: string; documentCount: number };

/** Reads and writes tags and the documents that carry them. */
export function tagRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const columns = {
    id: true,
    name: true,
    _count: {
      select: {
        documents: {
          where: { document: { trashedAt: null, access: { hasSome: [...principals] } } },
        },
      },
    },
  } satisfies Prisma.TagSelect;
  const named = (name: string): Prisma.TagWhereInput => ({
    name: { equals: name, mode: "insensitive" },
  });

  return {
    /** Lists tags by name. */
    list: async (limit: number): Promise<Tag[]> => {
      const rows = await tx.tag.findMany({
        where: { workspaceId },
        orderBy: [{ name: "asc" }, { id: "asc" }],
        take: limit,
        select: columns,
      });
      return rows.map(toTag);
    },

    find: async (id: string): Promise<Tag | null> => {
      const row = await tx.tag.findFirst({ where: { workspaceId, id }, select: columns });
      return row && toTag(row);
    },

    findNamed: async (name: string): Promise<Tag | null> => {
      const row = await tx.tag.findFirst({
        where: { workspaceId, ...named(name) },
        select: columns,
      });
      return row && toTag(row);
    },

    count: (): Promise<number> => tx.tag.count({ where: { workspaceId } }),

    create: async (name: string, createdById: string | null): Promise<string> => {
      const id = newId("tag");
      await tx.tag.createMany({ data: [{ id, workspaceId, name, createdById }] });
      return id;
    },

    rename: async (id: string, name: string): Promise<void> => {
      await tx.tag.updateMany({ where: { id, workspaceId }, data: { name } });
    },

    remove: async (id: string): Promise<void> => {
      await tx.tag.deleteMany({ where: { id, workspaceId } });
    },

    /** Returns the documents that carry a tag, visible or not. */
    documentsOf: async (tagId: string): Promise<string[]> => {
      const rows = await tx.documentTag.findMany({
        where: { workspaceId, tagId },
        orderBy: { documentId: "asc" },
        select: { documentId: true },
      });
      return rows.map(({ documentId }) => documentId);
    },

    /** Puts each of the tags on each of the documents, which may carry it already. */
    put: async (documentIds: readonly string[], tagIds: readonly string[]): Promise<void> => {
      await tx.documentTag.createMany({
        data: tagIds.flatMap((tagId) =>
          documentIds.map((documentId) => ({ documentId, tagId, workspaceId })),
        ),
        skipDuplicates: true,
      });
    },

    take: async (documentIds: readonly string[], tagIds: readonly string[]): Promise<void> => {
      await tx.documentTag.deleteMany({
        where: {
          workspaceId,
          documentId: { in: [...documentIds] },
          tagId: { in: [...tagIds] },
        },
      });
    },
  };
}

function toTag({
  _count,
  ...tag
}: {
  id: string;
  name: string;
  _count: { documents: number };
}): Tag {
  return { ...tag, documentCount: _count.documents };
}
