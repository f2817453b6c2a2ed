import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** The ways in which a person labels a document. PostgreSQL keeps the word to this list with a check. */
export type LabelSource = "correction" | "confirmation";

/** The field of labels that say in which project a document belongs. Not everybody who sees the document sees the project. */
export const PROJECT_FIELD = "project";

export type NewLabel = {
  documentId: string;
  field: string;
  value: string | null;
  before: string | null;
  source: LabelSource;
  byId: string;
  /** The screen or door through which it came. */
  place: string;
  shownRelease: string | null;
  details?: Prisma.InputJsonValue;
};

/** A label in force on another document, with what is compared of that document. */
export type LabelledFeatures = {
  documentId: string;
  value: string;
  /** Null if the document was not understood since features are kept. */
  features: { version: string; values: Uint8Array; excerpt: string } | null;
};

type Person = { id: string; name: string };

const inForce = { supersededById: null, withdrawnAt: null } as const;

export function labelRepository(tx: Tx, { workspaceId }: Scope) {
  async function namesOf(ids: readonly string[]): Promise<Map<string, Person>> {
    if (ids.length === 0) return new Map();
    const people = await tx.user.findMany({
      where: { id: { in: [...new Set(ids)] } },
      select: { id: true, name: true },
    });
    return new Map(people.map((person) => [person.id, person]));
  }

  return {
    /** Adds a label, which supersedes the one in force. */
    create: async (label: NewLabel): Promise<void> => {
      const id = newId("lab");
      const { documentId, field } = label;
      await tx.label.updateMany({
        where: { workspaceId, documentId, field, ...inForce },
        data: { supersededById: id },
      });
      await tx.label.createMany({ data: [{ id, workspaceId, ...label }] });
    },

    /** Adds to each of these documents that a person filed it in a project, in two statements for all of them. */
    fileMany: async (
      documentIds: readonly string[],
      { projectId, byId, place }: { projectId: string; byId: string; place: string },
    ): Promise<void> => {
      if (documentIds.length === 0) return;
      const ids = documentIds.map(() => newId("lab"));
      await tx.$executeRaw`
        update labels l set superseded_by_id = n.id
          from unnest(${ids}::text[], ${[...documentIds]}::text[]) as n(id, document_id)
         where l.workspace_id = ${workspaceId} and l.document_id = n.document_id and l.field = ${PROJECT_FIELD}
           and l.superseded_by_id is null and l.withdrawn_at is null`;
      await tx.$executeRaw`
        insert into labels (id, workspace_id, document_id, field, value, before, source, by_id, place)
        select n.id, ${workspaceId}, n.document_id, ${PROJECT_FIELD}, ${projectId},
               (select o.value from labels o where o.superseded_by_id = n.id), 'correction', ${byId}, ${place}
          from unnest(${ids}::text[], ${[...documentIds]}::text[]) as n(id, document_id)`;
    },

    /** Takes back that these documents were filed in a project. The project that a person said before is in force again. */
    unfileMany: async (documentIds: readonly string[], projectId: string, at: Date) => {
      if (documentIds.length === 0) return;
      await tx.$executeRaw`
        update labels set withdrawn_at = ${at}
         where workspace_id = ${workspaceId} and document_id = any(${[...documentIds]}) and field = ${PROJECT_FIELD}
           and value = ${projectId} and withdrawn_at is null`;
      await tx.$executeRaw`
        update labels l set superseded_by_id = null
          from (select distinct on (document_id) id from labels
                 where workspace_id = ${workspaceId} and document_id = any(${[...documentIds]})
                   and field = ${PROJECT_FIELD} and withdrawn_at is null
                 order by document_id, created_at desc, id desc) as newest
         where l.id = newest.id and l.superseded_by_id is not null`;
    },

    /** Withdraws the label in force. The one before it is in force again. Returns that one, or null if there is none. */
    withdraw: async (documentId: string, field: string, at: Date) => {
      const last = await tx.label.findFirst({
        where: { workspaceId, documentId, field, ...inForce },
        select: { id: true },
      });
      if (!last) return null;
      await tx.label.updateMany({
        where: { workspaceId, id: last.id },
        data: { withdrawnAt: at },
      });
      await tx.label.updateMany({
        where: { workspaceId, supersededById: last.id },
        data: { supersededById: null },
      });
      return tx.label.findFirst({
        where: { workspaceId, documentId, field, ...inForce },
        select: { value: true },
      });
    },

    /** Lists every label of a document's type and facts, newest first. */
    list: (documentId: string) =>
      tx.label.findMany({
        where: { workspaceId, documentId, field: { not: PROJECT_FIELD } },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        omit: { workspaceId: true },
      }),

    /** Lists the labels in force of a document whose fields begin in one way, oldest first, with who gave them. */
    listInForce: async (documentId: string, prefix: string) => {
      const rows = await tx.label.findMany({
        where: { workspaceId, documentId, field: { startsWith: prefix }, ...inForce },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        omit: { workspaceId: true },
      });
      const nameOf = await namesOf(rows.map(({ byId }) => byId));
      return rows.map((row) => ({ ...row, by: nameOf.get(row.byId) ?? null }));
    },

    /** Returns the people with these ids by id. */
    namesOf,

    /** Lists the newest labels in force of a field on documents other than this one that are not in the trash. */
    listOfOthers: async (
      documentId: string,
      field: string,
      limit: number,
    ): Promise<LabelledFeatures[]> => {
      const rows = await tx.label.findMany({
        where: {
          workspaceId,
          field,
          value: { not: null },
          documentId: { not: documentId },
          document: { trashedAt: null },
          ...inForce,
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: { documentId: true, value: true },
      });
      const features = await tx.documentFeatures.findMany({
        where: { workspaceId, documentId: { in: rows.map((row) => row.documentId) } },
        omit: { workspaceId: true },
      });
      const byId = new Map(features.map(({ documentId: id, ...each }) => [id, each]));
      return rows.flatMap((row) =>
        row.value === null
          ? []
          : [
              {
                documentId: row.documentId,
                value: row.value,
                features: byId.get(row.documentId) ?? null,
              },
            ],
      );
    },

    /** Returns who gave these documents the label in force of a field. */
    findAuthors: async (
      documentIds: readonly string[],
      field: string,
    ): Promise<Map<string, Person>> => {
      if (documentIds.length === 0) return new Map();
      const rows = await tx.label.findMany({
        where: { workspaceId, field, documentId: { in: [...documentIds] }, ...inForce },
        select: { documentId: true, byId: true },
      });
      const nameOf = await namesOf(rows.map(({ byId }) => byId));
      return new Map(
        rows.flatMap((row) => {
          const person = nameOf.get(row.byId);
          return person ? [[row.documentId, person] as const] : [];
        }),
      );
    },

    /** Replaces a value in all labels that were not withdrawn, as when a type is renamed. */
    replaceValue: async (field: string, from: string, to: string): Promise<void> => {
      await tx.label.updateMany({
        where: { workspaceId, field, value: from, withdrawnAt: null },
        data: { value: to },
      });
    },

    /** Withdraws all labels of one value. */
    withdrawValue: async (field: string, value: string, at: Date): Promise<void> => {
      await tx.label.updateMany({
        where: { workspaceId, field, value, withdrawnAt: null },
        data: { withdrawnAt: at },
      });
    },

    /** Counts the labels in force of a field, by value. */
    countByValue: async (field: string): Promise<Map<string, number>> => {
      const groups = await tx.label.groupBy({
        by: ["value"],
        where: {
          workspaceId,
          field,
          value: { not: null },
          document: { trashedAt: null },
          ...inForce,
        },
        _count: { _all: true },
      });
      return new Map(groups.map(({ value, _count }) => [value ?? "", _count._all]));
    },
  };
}
