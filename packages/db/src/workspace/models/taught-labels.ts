import { assured, integer, json, nullable, real, text } from "@besunny/sql/rows/column";

import { afterTime, type Page, toPage } from "../../cursor";
import type { Prisma } from "../../generated/client";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import { PROJECT_FIELD } from "../documents/labels";
import { visibleProject } from "../documents/visible-project";
import type { Tx } from "../tx";

export type LabelFilter = {
  field?: string | undefined;
  value?: string | undefined;
  source?: string | undefined;
  place?: string | undefined;
  byId?: string | undefined;
};

const columns = {
  id: true,
  documentId: true,
  field: true,
  value: true,
  before: true,
  source: true,
  place: true,
  byId: true,
  shownRelease: true,
  createdAt: true,
  document: { select: { title: true } },
} satisfies Prisma.LabelSelect;

export type TaughtLabel = Prisma.LabelGetPayload<{ select: typeof columns }>;

type Unlearned = {
  projectId: string | null;
  since: Date;
  datasetId: string | null;
  limit: number;
};

const inForce = { supersededById: null, withdrawnAt: null } as const;
/** A part of the text is enough to learn from. */
const CHARACTERS = 24_000;

/** Reads labels across documents: to show them, and to learn from them. Trashed documents have none here. */
export function taughtLabelRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const visible = { access: { hasSome: [...principals] }, trashedAt: null };
  const labelled = (field: string, projectId: string | null): Prisma.LabelWhereInput => ({
    workspaceId,
    field,
    value: { not: null },
    ...inForce,
    // A private document teaches no model that others use.
    document: {
      trashedAt: null,
      visibility: null,
      ...(projectId && { projects: { some: { projectId } } }),
    },
  });

  return {
    /** Lists the labels in force of documents that the principals may see, newest first. */
    list: async (
      { field, value, source, place, byId }: LabelFilter,
      page: { cursor?: string | null | undefined; limit: number },
    ): Promise<Page<TaughtLabel>> => {
      const after = afterTime(page.cursor, "labels");
      const projects = await tx.project.findMany({
        where: { workspaceId, ...visibleProject(principals) },
        select: { id: true },
      });
      const seen: Prisma.LabelWhereInput = {
        OR: [{ field: { not: PROJECT_FIELD } }, { value: { in: projects.map(({ id }) => id) } }],
      };
      const rows = await tx.label.findMany({
        where: {
          workspaceId,
          ...inForce,
          document: visible,
          AND: seen,
          ...(field !== undefined && { field }),
          ...(value !== undefined && { value }),
          ...(source !== undefined && { source }),
          ...(place !== undefined && { place }),
          ...(byId !== undefined && { byId }),
          ...(after && {
            OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }],
          }),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: page.limit + 1,
        select: columns,
      });
      return toPage(rows, {
        limit: page.limit,
        list: "labels",
        keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
      });
    },

    /** Counts the documents that got their type because they are like one of these, by the id of that one. Each must follow it now. */
    countFollowers: async (documentIds: readonly string[]): Promise<Map<string, number>> => {
      const rows = await followerRows(tx)`
        select w.id as "documentId", count(*)::int as count
          from unnest(${[...documentIds]}::text[]) as w(id)
          join classification_results r on r.workspace_id = ${workspaceId}
               and (r.statements #> '{type,like}') @> jsonb_build_array(jsonb_build_object('documentId', w.id))
          join documents d on d.id = r.document_id and d.type = r.type and not d.is_type_corrected
               and d.trashed_at is null and d.access && ${[...principals]}::text[]
         where not exists (select 1 from classification_results n
                            where n.document_id = r.document_id and (n.created_at, n.id) > (r.created_at, r.id))
         group by w.id`;
      return new Map(rows.map(({ documentId, count }) => [documentId, count]));
    },

    /** Lists the pairs of visible documents with nearly the same text whose types, as people said them, differ. */
    listContradictions: (least: number, limit: number) =>
      contradictionRows(tx)`
        select * from (
          select a.document_id as "oneId", b.document_id as "otherId", la.value as "oneType", lb.value as "otherType",
                 da.title as "oneTitle", db.title as "otherTitle", la.by_id as "oneById", lb.by_id as "otherById",
                 (select count(*) from unnest(a.signature, b.signature) as s(one, other) where one = other)::double precision
                   / greatest(cardinality(a.signature), 1) as likeness
            from labels la
            join document_likeness a on a.document_id = la.document_id
            join document_likeness b on b.workspace_id = a.workspace_id and b.bands && a.bands and b.document_id > a.document_id
            join labels lb on lb.document_id = b.document_id and lb.field = 'type' and lb.value is not null
                 and lb.superseded_by_id is null and lb.withdrawn_at is null and lb.value <> la.value
            join documents da on da.id = a.document_id and da.trashed_at is null and da.access && ${[...principals]}::text[]
            join documents db on db.id = b.document_id and db.trashed_at is null and db.access && ${[...principals]}::text[]
           where la.workspace_id = ${workspaceId} and la.field = 'type' and la.value is not null
             and la.superseded_by_id is null and la.withdrawn_at is null
        ) as found where likeness >= ${least}
        order by likeness desc, "oneId", "otherId" limit ${limit}`,

    /** Counts the labels of a field that may be learned from, of the workspace or a project, since a time. */
    countSince: (field: string, projectId: string | null, since: Date | null): Promise<number> =>
      tx.label.count({
        where: { ...labelled(field, projectId), ...(since && { createdAt: { gt: since } }) },
      }),

    /** Lists the newest labels of a field that may be learned from, with what tells that two documents are nearly the same. */
    listToLearn: async (field: string, projectId: string | null, limit: number) => {
      const rows = await tx.label.findMany({
        where: labelled(field, projectId),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: {
          documentId: true,
          value: true,
          document: {
            select: {
              likeness: { select: { textHash: true, signature: true, bands: true } },
              mail: { select: { messageId: true, relatedIds: true } },
            },
          },
        },
      });
      return rows.flatMap(({ documentId, value, document }) =>
        value === null ? [] : [{ documentId, value, ...document }],
      );
    },

    /** Lists the newest labels of a field that came after a time, on documents that a dataset does not have. */
    listUnlearned: async (
      field: string,
      { projectId, since, datasetId, limit }: Unlearned,
    ): Promise<{ documentId: string; value: string; createdAt: Date }[]> => {
      const where = labelled(field, projectId);
      const rows = await tx.label.findMany({
        where: {
          ...where,
          createdAt: { gt: since },
          ...(datasetId && { NOT: { document: { datasetItems: { some: { datasetId } } } } }),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: { documentId: true, value: true, createdAt: true },
      });
      return rows.flatMap(({ value, ...row }) => (value === null ? [] : [{ ...row, value }]));
    },

    /** Returns the beginning of the text and the features of these documents. */
    listTexts: (documentIds: readonly string[]) =>
      textRows(tx)`
        select d.id as "documentId", coalesce(p.text, '') as text, f.version, encode(f."values", 'base64') as "values"
          from documents d
          left join document_features f on f.document_id = d.id
          left join lateral (
            select left(string_agg(t.text, E'\n' order by t.number), ${CHARACTERS}::int) as text
              from page_texts t where t.document_id = d.id and t.number <= 40
          ) p on true
         where d.workspace_id = ${workspaceId} and d.id = any(${[...documentIds]}::text[]) and d.trashed_at is null`,

    /** Lists the newest visible documents without a person's word on their type, with what the models say of it. */
    listUnlabelled: (isWithoutType: boolean, limit: number) =>
      unlabelledRows(tx)`
        select d.id as "documentId", d.title, d.type, r.candidates, r.phrases,
               f.version, encode(f."values", 'base64') as "values"
          from documents d
          join document_features f on f.document_id = d.id
          join lateral (select c.candidates, c.statements -> 'keyPhrases' as phrases from classification_results c
                         where c.document_id = d.id order by c.created_at desc, c.id desc limit 1) r on true
         where d.workspace_id = ${workspaceId} and d.trashed_at is null and d.visibility is null and not d.is_type_corrected
           and d.access && ${[...principals]}::text[] and d.status in ('ready', 'needs_review')
           and (not ${isWithoutType}::boolean or (d.type is null
                and not exists (select 1 from unproposed_documents u where u.document_id = d.id)))
         order by d.created_at desc, d.id desc limit ${limit}::int`,

    /** Keeps documents from proposing a type. */
    leaveUnproposed: async (documentIds: readonly string[], byId: string | null): Promise<void> => {
      await tx.unproposedDocument.createMany({
        data: documentIds.map((documentId) => ({ documentId, workspaceId, byId })),
        skipDuplicates: true,
      });
    },
  };
}

const followerRows = rawRows({ documentId: assured(text), count: assured(integer) });
const contradictionRows = rawRows({
  oneId: text,
  otherId: text,
  oneType: assured(text),
  otherType: assured(text),
  oneTitle: text,
  otherTitle: text,
  oneById: text,
  otherById: text,
  likeness: real,
});
const textRows = rawRows({
  documentId: text,
  text: assured(text),
  version: nullable(text),
  values: nullable(text),
});
const unlabelledRows = rawRows({
  documentId: text,
  title: text,
  type: nullable(text),
  candidates: json,
  phrases: json,
  version: text,
  values: assured(text),
});
