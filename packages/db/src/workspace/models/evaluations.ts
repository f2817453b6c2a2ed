import { integer, json, nullable, ownJson, real, text } from "@besunny/sql/rows/column";
import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type EvaluationRow = Prisma.EvaluationGetPayload<{ omit: { workspaceId: true } }>;
export type EvaluationItemRow = Prisma.EvaluationItemGetPayload<{
  omit: { workspaceId: true; evaluationId: true };
}>;
export type DatasetRow = Prisma.DatasetGetPayload<{ omit: { workspaceId: true } }>;

export type NewEvaluation = {
  releaseId: string;
  baselineId: string | null;
  datasetId: string;
  datasetChecksum: string;
  seed: number;
  startedById: string | null;
};

const caseRows = rawRows({
  documentId: text,
  label: text,
  cluster: text,
  source: text,
  language: nullable(text),
  ocrQuality: nullable(real),
  candidates: nullable(json),
});
const datasetRows = rawRows({
  id: text,
  name: text,
  version: integer,
  field: text,
  checksum: nullable(text),
  items: integer,
  tested: integer,
});
const changedRows = rawRows({
  documentId: text,
  title: text,
  label: text,
  before: nullable(text),
  after: nullable(text),
  confidence: real,
  details: ownJson<{ beforeConfidence: number | null }>(),
});

/** Reads frozen datasets, and writes how releases do on them. */
export function evaluationRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /** Lists the datasets with the number of their documents, the newest first. */
    listDatasets: (limit: number) =>
      datasetRows(tx)`
        select d.id, d.name, d.version, d.field, d.checksum, count(i.document_id)::int as items,
               count(i.document_id) filter (where i.split = 'test')::int as tested
          from datasets d left join dataset_items i on i.dataset_id = d.id
         where d.workspace_id = ${workspaceId}
         group by d.id order by d.created_at desc, d.id desc limit ${limit}`,

    findDataset: (id: string): Promise<DatasetRow | null> =>
      tx.dataset.findFirst({ where: { workspaceId, id }, omit: { workspaceId: true } }),

    /** Returns the newest frozen dataset of a field of which documents are kept for tests; null if there is none. */
    findNewestDataset: (field: string): Promise<DatasetRow | null> =>
      tx.dataset.findFirst({
        where: {
          workspaceId,
          field,
          projectId: null,
          frozenAt: { not: null },
          items: { some: { split: "test" } },
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        omit: { workspaceId: true },
      }),

    /** Lists the documents of a dataset in an order that does not change. */
    listDatasetItems: (datasetId: string) =>
      tx.datasetItem.findMany({
        where: { workspaceId, datasetId },
        orderBy: { documentId: "asc" },
        select: { documentId: true, label: true, cluster: true, split: true },
      }),

    create: (evaluation: NewEvaluation): Promise<EvaluationRow> =>
      tx.evaluation.create({
        data: { id: newId("evl"), workspaceId, state: "queued", ...evaluation },
        omit: { workspaceId: true },
      }),

    find: (id: string): Promise<EvaluationRow | null> =>
      tx.evaluation.findFirst({ where: { workspaceId, id }, omit: { workspaceId: true } }),

    list: (limit: number, of: { releaseId?: string } = {}): Promise<EvaluationRow[]> =>
      tx.evaluation.findMany({
        where: { workspaceId, ...of },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        omit: { workspaceId: true },
      }),

    update: async (
      id: string,
      change: {
        state: string;
        problem?: string | null;
        metrics?: Prisma.InputJsonValue;
        endedAt?: Date;
      },
    ): Promise<void> => {
      await tx.evaluation.updateMany({ where: { workspaceId, id }, data: change });
    },

    /** Lists the test documents of a dataset after this one, each with what a release needs to decide. */
    async listCases(datasetId: string, after: string, limit: number) {
      const rows = await caseRows(tx)`
        select i.document_id as "documentId", i.label, i.cluster, d.source, d.language,
               (select avg(p.quality) from page_texts p where p.document_id = d.id)::float8 as "ocrQuality",
               (select r.candidates from classification_results r where r.document_id = d.id
                 order by r.created_at desc, r.id desc limit 1) as candidates
          from dataset_items i join documents d on d.id = i.document_id
         where i.dataset_id = ${datasetId} and i.workspace_id = ${workspaceId} and i.split = 'test'
           and d.trashed_at is null and i.document_id > ${after}
         order by i.document_id limit ${limit}`;
      const features = await tx.documentFeatures.findMany({
        where: { workspaceId, documentId: { in: rows.map(({ documentId }) => documentId) } },
        omit: { workspaceId: true },
      });
      const byId = new Map(features.map((each) => [each.documentId, each]));
      return rows.map((row) => ({ ...row, features: byId.get(row.documentId) ?? null }));
    },

    /** Lists the newest labels in force on documents that the dataset does not test, as examples. */
    async listExamples(field: string, datasetId: string, limit: number) {
      const rows = await tx.label.findMany({
        where: {
          workspaceId,
          field,
          value: { not: null },
          supersededById: null,
          withdrawnAt: null,
          document: {
            trashedAt: null,
            datasetItems: { none: { datasetId, split: "test" } },
          },
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: { documentId: true, value: true, document: { select: { features: true } } },
      });
      return rows.flatMap(({ documentId, value, document: { features } }) =>
        value === null || !features ? [] : [{ documentId, value, features }],
      );
    },

    /** Adds what was said of documents. Those that are there already stay as they are. */
    addItems: async (evaluationId: string, items: readonly EvaluationItemRow[]): Promise<void> => {
      await tx.evaluationItem.createMany({
        data: items.map((item) => ({ evaluationId, workspaceId, ...item })),
        skipDuplicates: true,
      });
    },

    listItems: (evaluationId: string): Promise<EvaluationItemRow[]> =>
      tx.evaluationItem.findMany({
        where: { workspaceId, evaluationId },
        orderBy: { documentId: "asc" },
        omit: { workspaceId: true, evaluationId: true },
      }),

    /** Lists the documents of which both releases say other things, and that the reader may see. */
    listChanged: (evaluationId: string, limit: number) =>
      changedRows(tx)`
        select i.document_id as "documentId", d.title, i.label, i.before_said as before, i.said as after, i.confidence,
               jsonb_build_object('beforeConfidence', i.before_confidence) as details
          from evaluation_items i join documents d on d.id = i.document_id
          join evaluations e on e.id = i.evaluation_id
         where i.evaluation_id = ${evaluationId} and i.workspace_id = ${workspaceId} and e.baseline_id is not null
           and i.before_said is distinct from i.said and d.access && ${[...principals]}::text[] and d.trashed_at is null
         order by (i.said = i.label) is true, d.title, d.id limit ${limit}`,
  };
}
