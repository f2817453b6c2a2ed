import { nullable, text, timestamp } from "@besunny/sql/rows/column";
import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import { rawRows } from "../../raw-rows";
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
  costMicro: number | null;
  fallbackReason: string | null;
  fallbackCause: string | null;
  durationMs: number;
  /** The release that decided. */
  releaseId: string | null;
};

type Row = Prisma.ClassificationResultGetPayload<{ omit: { workspaceId: true } }>;
/** `costMicro` is in millionths of a US dollar; null if it is unknown. */
export type ClassificationResult = Omit<Row, "costMicro"> & { costMicro: number | null };

/** Reads and writes results. A result never changes; the newest one of the document's version is valid. */
export function classificationResultRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    create: async (result: NewClassificationResult): Promise<string> => {
      const id = newId("res");
      await tx.classificationResult.createMany({ data: [{ id, workspaceId, ...result }] });
      return id;
    },

    latest: async (documentId: string): Promise<ClassificationResult | null> => {
      const row = await tx.classificationResult.findFirst({
        where: { workspaceId, documentId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        omit: { workspaceId: true },
      });
      return row && resultOf(row);
    },

    /** Returns the documents whose newest result is not a hosted model's for this cause, the newest first. */
    listDegraded: (cause: string, limit: number) =>
      degraded(tx)`
        select d.id, d.title, r.fallback_reason as reason, r.created_at as at
          from documents d
          cross join lateral (select c.* from classification_results c where c.document_id = d.id order by c.created_at desc, c.id desc limit 1) r
         where d.workspace_id = ${workspaceId} and d.trashed_at is null and d.access && ${[...principals]} and r.fallback_cause = ${cause}
           and d.id in (select f.document_id from classification_results f where f.workspace_id = ${workspaceId} and f.fallback_cause = ${cause})
         order by r.created_at desc, d.id limit ${limit}`,

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

    list: async (documentId: string): Promise<ClassificationResult[]> => {
      const rows = await tx.classificationResult.findMany({
        where: { workspaceId, documentId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 50,
        omit: { workspaceId: true },
      });
      return rows.map(resultOf);
    },
  };
}

const degraded = rawRows({ id: text, title: text, reason: nullable(text), at: timestamp });

function resultOf({ costMicro, ...row }: Row): ClassificationResult {
  return { ...row, costMicro: costMicro === null ? null : Number(costMicro) };
}
