import { assured, nullable, text } from "@besunny/sql/rows/column";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import { rootsOf, withAttachments } from "../workspace/documents/family-sql";
import type { Tx } from "../workspace/tx";

const columns = {
  id: true,
  requestId: true,
  subject: true,
  reason: true,
  beganAt: true,
  liftedAt: true,
  liftReason: true,
} as const satisfies Prisma.RestrictionSelect;

export type StoredRestriction = Prisma.RestrictionGetPayload<{ select: typeof columns }>;

/** Keeps which documents are restricted: PostgreSQL sets an access on these that nobody has. */
export function restrictionRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    create: (
      {
        subject,
        ...restriction
      }: {
        requestId: string | null;
        subject: { names: string[]; addresses: string[] };
        reason: string;
      },
      by: { byId: string; at: Date },
    ): Promise<StoredRestriction> =>
      tx.restriction.create({
        data: {
          id: newId("rtn"),
          workspaceId,
          ...restriction,
          subject,
          beganById: by.byId,
          beganAt: by.at,
        },
        select: columns,
      }),

    find: (id: string): Promise<StoredRestriction | null> =>
      tx.restriction.findFirst({ where: { workspaceId, id }, select: columns }),

    /** Lists restrictions, the newest first, with the number of their documents. */
    list: async (limit: number): Promise<(StoredRestriction & { documents: number })[]> => {
      const rows = await tx.restriction.findMany({
        where: { workspaceId },
        orderBy: [{ beganAt: "desc" }, { id: "desc" }],
        take: limit,
        select: { ...columns, _count: { select: { documents: true } } },
      });
      return rows.map(({ _count, ...each }) => ({ ...each, documents: _count.documents }));
    },

    listInForce: (): Promise<StoredRestriction[]> =>
      tx.restriction.findMany({
        where: { workspaceId, liftedAt: null },
        orderBy: { id: "asc" },
        select: columns,
      }),

    /** Adds the families of these documents. Returns all that are new. Their access has to be written afterwards. */
    add: async (id: string, documentIds: readonly string[]): Promise<string[]> => {
      const rows = await addedRows(tx)`
        with recursive ${rootsOf({ documentIds }, workspaceId)}, ${withAttachments(workspaceId)}
        insert into restricted_documents (restriction_id, document_id, workspace_id, was)
        select ${id}, d.id, d.workspace_id, coalesce(
                 (select k.was from restricted_documents k where k.document_id = d.id limit 1), d.access)
          from family f join documents d on d.id = f.id
        on conflict do nothing returning document_id as id`;
      return rows.map((row) => row.id);
    },

    /** Lists documents of a restriction. Titles are for those who saw them before. */
    listDocuments: (id: string, limit: number) =>
      listedRows(tx)`
        select d.id, case when r.was && ${[...principals]}::text[] then d.title end as title
          from restricted_documents r join documents d on d.id = r.document_id
         where r.restriction_id = ${id} and r.workspace_id = ${workspaceId} order by d.title, d.id limit ${limit}`,

    /** Returns whether one of the words, as a pattern, is in the texts or the name of a document. */
    names: async (documentId: string, pattern: string): Promise<boolean> => {
      const rows = await namedRows(tx)`
        select d.id from documents d where d.id = ${documentId} and d.workspace_id = ${workspaceId} and (
          d.title ~* ${pattern} or d.file_name ~* ${pattern}
          or exists (select from page_texts p where p.document_id = d.id and p.text ~* ${pattern})
          or exists (select from document_mails e where e.document_id = d.id and e.sender ~* ${pattern}))`;
      return rows.length > 0;
    },

    /** Ends a restriction and forgets its names. Returns its documents, whose access has to be written afterwards. */
    lift: async (id: string, by: { byId: string; at: Date; reason: string }): Promise<string[]> => {
      await tx.restriction.updateMany({
        where: { workspaceId, id, liftedAt: null },
        data: { liftedAt: by.at, liftedById: by.byId, liftReason: by.reason, subject: {} },
      });
      const rows = await tx.restrictedDocument.findMany({
        where: { workspaceId, restrictionId: id },
        orderBy: { documentId: "asc" },
        select: { documentId: true },
      });
      return rows.map(({ documentId }) => documentId);
    },
  };
}

const addedRows = rawRows({ id: text });
const listedRows = rawRows({ id: text, title: nullable(text) });
const namedRows = rawRows({ id: assured(text) });
