import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";
import { seenDocument } from "./seen-document";

/** The name of a document, with the projects that it is in. */
export type TitledDocument = { id: string; title: string; fileName: string; projectIds: string[] };

const titled = {
  id: true,
  title: true,
  fileName: true,
  projects: { select: { projectId: true } },
} satisfies Prisma.DocumentSelect;

/** Finds documents that a meeting may have been about. Transcripts and what came in other documents are left out. */
export function linkCandidateRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const candidate: Prisma.DocumentWhereInput = {
    workspaceId,
    parentId: null,
    meeting: null,
    ...seenDocument({ principals }),
  };

  return {
    /** Lists the names of the newest documents. */
    titles: async (limit: number): Promise<TitledDocument[]> => {
      const rows = await tx.document.findMany({
        where: candidate,
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: titled,
      });
      return rows.map(({ projects, ...row }) => ({
        ...row,
        projectIds: projects.map(({ projectId }) => projectId),
      }));
    },

    /** Finds documents by their ids and addresses at a source, or by the name of the file. */
    ofAttachments: async ({
      itemIds,
      urls,
      names,
    }: {
      itemIds: readonly string[];
      urls: readonly string[];
      names: readonly string[];
    }): Promise<{ documentId: string; itemId: string | null; url: string | null }[]> => {
      const items = await tx.sourceItem.findMany({
        where: {
          workspaceId,
          documentId: { not: null },
          OR: [{ externalId: { in: [...itemIds] } }, { webUrl: { in: [...urls] } }],
        },
        select: { documentId: true, externalId: true, webUrl: true },
      });
      const ids = items.flatMap(({ documentId }) => documentId ?? []);
      const there = await tx.document.findMany({
        where: {
          ...candidate,
          OR: [{ id: { in: ids } }, { fileName: { in: [...names] } }],
        },
        select: { id: true },
      });
      return there.map(({ id }) => {
        const item = items.find(({ documentId }) => documentId === id);
        return { documentId: id, itemId: item?.externalId ?? null, url: item?.webUrl ?? null };
      });
    },

    /** Finds documents of these projects that came or were changed in a span of time, from a source or by these people. */
    sharedWithin: async (
      { from, to }: { from: Date; to: Date },
      { projectIds, userIds }: { projectIds: readonly string[]; userIds: readonly string[] },
      limit: number,
    ): Promise<string[]> => {
      const within = { gte: from, lte: to };
      const rows = await tx.document.findMany({
        where: {
          ...candidate,
          projects: { some: { projectId: { in: [...projectIds] } } },
          AND: [
            { OR: [{ createdAt: within }, { versions: { some: { createdAt: within } } }] },
            { OR: [{ sourceItemId: { not: null } }, { uploadedById: { in: [...userIds] } }] },
          ],
        },
        orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
        take: limit,
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /**
     * Counts for documents of these projects the people, firms and places that they name as the transcript does. Names that more than `mostDocuments`
     * documents hold count for nothing.
     */
    alike: async (
      documentId: string,
      { projectIds, mostDocuments }: { projectIds: readonly string[]; mostDocuments: number },
    ): Promise<{ documentId: string; shared: number }[]> => {
      const own = await tx.entityMention.findMany({
        where: { workspaceId, documentId },
        select: { entity: { select: { rootId: true } } },
      });
      const among = { projects: { some: { projectId: { in: [...projectIds] } } }, ...candidate };
      const mentions = await tx.entityMention.findMany({
        where: {
          workspaceId,
          entity: { rootId: { in: own.map(({ entity }) => entity.rootId) } },
          document: among,
        },
        select: { documentId: true, entity: { select: { rootId: true } } },
        take: 20_000,
      });
      const byEntity = Map.groupBy(mentions, ({ entity }) => entity.rootId);
      const shared = new Map<string, number>();
      for (const all of byEntity.values()) {
        const documents = new Set(all.map((each) => each.documentId));
        if (documents.size > mostDocuments) continue;
        for (const id of documents) shared.set(id, (shared.get(id) ?? 0) + 1);
      }
      return [...shared].map(([id, count]) => ({ documentId: id, shared: count }));
    },
  };
}
