import { assured, text } from "@besunny/sql/rows/column";
import type { Prisma } from "../../generated/client";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type Passage = {
  number: number;
  text: string;
  start: number;
  end: number;
  page: number;
  headingPath: string[];
  at: Prisma.InputJsonValue;
};

/** About so many passages of a document are a sample of it. */
const SAMPLED = 8;
const sampled = rawRows({ documentId: assured(text), text: assured(text) });

export function passageRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /** Replaces all passages of a document, so that indexing twice leaves one set. Keeps which release of the cut made them. */
    replace: async (
      documentId: string,
      passages: readonly Passage[],
      cutRelease: number,
    ): Promise<void> => {
      await tx.passage.deleteMany({ where: { workspaceId, documentId } });
      await tx.passage.createMany({
        data: passages.map((passage) => ({ ...passage, workspaceId, documentId })),
      });
      await tx.document.updateMany({
        where: { workspaceId, id: documentId },
        data: { cutRelease },
      });
    },

    list: (documentId: string) =>
      tx.passage.findMany({
        where: { workspaceId, documentId },
        orderBy: { number: "asc" },
        omit: { workspaceId: true, documentId: true },
      }),

    /** Returns some texts of each of these documents, from its beginning to its end: every passage of a short one. */
    sampleOf: (documentIds: readonly string[]): Promise<{ documentId: string; text: string }[]> =>
      sampled(tx)`
        select document_id as "documentId", text from (
          select document_id, text, number,
                 row_number() over (partition by document_id order by number) as place,
                 greatest(1, count(*) over (partition by document_id) / ${SAMPLED}::int) as step
          from passages
          where workspace_id = ${workspaceId} and document_id = any(${[...documentIds]}::text[])
        ) as numbered
        where (place - 1) % step = 0
        order by document_id, number`,

    /** Returns the number of passages of each of these documents; leaves out documents without passages. */
    countByDocument: async (documentIds: readonly string[]): Promise<Map<string, number>> => {
      const groups = await tx.passage.groupBy({
        by: ["documentId"],
        where: { workspaceId, documentId: { in: [...documentIds] } },
        _count: { _all: true },
      });
      return new Map(groups.map(({ documentId, _count }) => [documentId, _count._all]));
    },

    /** Returns passages from all over the visible documents, the same ones each time, one of a document. */
    sample: async (limit: number): Promise<{ documentId: string; text: string }[]> => {
      const documents = await tx.document.findMany({
        where: {
          workspaceId,
          stage: "indexed",
          trashedAt: null,
          access: { hasSome: [...principals] },
        },
        orderBy: { contentHash: "asc" },
        take: limit,
        select: { id: true },
      });
      const rows = await tx.passage.findMany({
        where: { workspaceId, documentId: { in: documents.map(({ id }) => id) } },
        orderBy: [{ documentId: "asc" }, { end: "desc" }],
        distinct: ["documentId"],
        select: { documentId: true, text: true },
      });
      return rows;
    },

    /** Returns those of the index's passages that the actor may see and whose documents are not in the trash. */
    listVisible: (keys: readonly { documentId: string; number: number }[]) =>
      keys.length === 0
        ? Promise.resolve([])
        : tx.passage.findMany({
            where: {
              workspaceId,
              OR: keys.map(({ documentId, number }) => ({ documentId, number })),
              document: { trashedAt: null, access: { hasSome: [...principals] } },
            },
            omit: { workspaceId: true },
          }),
  };
}
