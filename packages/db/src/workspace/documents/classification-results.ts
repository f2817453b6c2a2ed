import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type NewClassificationResult = {
  documentId: string;
  version: number;
  release: string;
  producer: string;
  model: string;
  type: string | null;
  confidence: number | null;
  candidates: Prisma.InputJsonValue;
  statements: Prisma.InputJsonValue;
  inputTokens: number;
  outputTokens: number;
  costUsd: number | null;
  fallbackReason: string | null;
  durationMs: number;
  /** The release that decided. */
  releaseId: string | null;
};

export type ClassificationResult = Prisma.ClassificationResultGetPayload<{
  omit: { workspaceId: true };
}>;

/** Reads and writes results. A result never changes; the newest one of the document's version is valid. */
export function classificationResultRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    create: async (result: NewClassificationResult): Promise<string> => {
      const id = newId("res");
      await tx.classificationResult.createMany({ data: [{ id, workspaceId, ...result }] });
      return id;
    },

    latest: (documentId: string): Promise<ClassificationResult | null> =>
      tx.classificationResult.findFirst({
        where: { workspaceId, documentId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        omit: { workspaceId: true },
      }),

    /** Returns the candidates of the newest result of each of these documents. */
    candidatesOf: async (
      documentIds: readonly string[],
    ): Promise<Map<string, Prisma.JsonValue>> => {
      const rows = await tx.classificationResult.findMany({
        where: { workspaceId, documentId: { in: [...documentIds] } },
        orderBy: [{ documentId: "asc" }, { createdAt: "desc" }, { id: "desc" }],
        distinct: ["documentId"],
        select: { documentId: true, candidates: true },
      });
      return new Map(rows.map(({ documentId, candidates }) => [documentId, candidates]));
    },

    list: (documentId: string): Promise<ClassificationResult[]> =>
      tx.classificationResult.findMany({
        where: { workspaceId, documentId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 50,
        omit: { workspaceId: true },
      }),
  };
}
