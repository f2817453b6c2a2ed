import { afterTime, type Page, toPage } from "../cursor";
import type { Prisma } from "../generated/client";
import type { PlatformClient } from "./platform-tx";

const columns = {
  id: true,
  workspaceId: true,
  status: true,
  stage: true,
  format: true,
  mediaType: true,
  size: true,
  type: true,
  typeConfidence: true,
  pageCount: true,
  errorCode: true,
  errorMessage: true,
  createdAt: true,
  readyAt: true,
} satisfies Prisma.DocumentSelect;

const oneDocument = {
  ...columns,
  source: true,
  version: true,
  storageKey: true,
  modelKey: true,
  contentHash: true,
  readingRelease: true,
  parentId: true,
  errorRemedy: true,
  updatedAt: true,
  trashedAt: true,
  _count: { select: { attachments: true } },
  runs: {
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
    select: {
      id: true,
      kind: true,
      state: true,
      batchId: true,
      errorCode: true,
      errorMessage: true,
      createdAt: true,
      finishedAt: true,
      steps: {
        orderBy: { startedAt: "asc" },
        select: {
          name: true,
          state: true,
          attempt: true,
          startedAt: true,
          durationMs: true,
          errorCode: true,
          errorMessage: true,
        },
      },
    },
  },
} satisfies Prisma.DocumentSelect;

type Row = Prisma.DocumentGetPayload<{ select: typeof columns }>;
export type PlatformDocument = Omit<Row, "size"> & { size: number };

/** Reads the facts that an admin may know of a document of any workspace: its processing, never its name or text. */
export function platformDocumentRepository(prisma: PlatformClient) {
  return {
    list: async (
      filter: {
        status?: readonly string[] | undefined;
        errorCode?: string | undefined;
        workspaceId?: string | undefined;
        batchId?: string | undefined;
        from?: Date | undefined;
        to?: Date | undefined;
      },
      page: { limit: number; cursor?: string | undefined },
    ): Promise<Page<PlatformDocument>> => {
      const after = afterTime(page.cursor, "platform/documents");
      const rows = await prisma.document.findMany({
        where: {
          ...(filter.status?.length && { status: { in: [...filter.status] } }),
          ...(filter.errorCode && { errorCode: filter.errorCode }),
          ...(filter.workspaceId && { workspaceId: filter.workspaceId }),
          ...(filter.batchId && { batchItems: { some: { batchId: filter.batchId } } }),
          ...((filter.from || filter.to) && {
            createdAt: {
              ...(filter.from && { gte: filter.from }),
              ...(filter.to && { lt: filter.to }),
            },
          }),
          ...(after && {
            OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }],
          }),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: page.limit + 1,
        select: columns,
      });
      return toPage(
        rows.map(({ size, ...row }) => ({ ...row, size: Number(size) })),
        {
          limit: page.limit,
          list: "platform/documents",
          keyOf: (row) => [row.createdAt.toISOString(), row.id],
        },
      );
    },

    /** Returns one document with its files and its runs, newest first, or null. */
    find: async (id: string) => {
      const found = await prisma.document.findUnique({ where: { id }, select: oneDocument });
      if (!found) return null;
      const { _count, size, ...row } = found;
      return { ...row, size: Number(size), attachments: _count.attachments };
    },

    /** Returns the calls on a document, newest first: who did what, without the words of the call. */
    listCalls: (id: string, limit: number) =>
      prisma.auditEntry.findMany({
        where: { subjects: { has: id } },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: {
          id: true,
          createdAt: true,
          operation: true,
          door: true,
          outcome: true,
          errorCode: true,
          actorKind: true,
          actorId: true,
          traceId: true,
        },
      }),

    /** Returns the cost of understanding the document within that time, in US dollars, one for each result; null if unknown. */
    costsOf: async (
      documentId: string,
      { from, to }: { from: Date; to: Date },
    ): Promise<(number | null)[]> => {
      const results = await prisma.classificationResult.findMany({
        where: { documentId, createdAt: { gte: from, lte: to } },
        select: { costMicro: true },
      });
      return results.map(({ costMicro }) => (costMicro === null ? null : Number(costMicro)));
    },
  };
}
