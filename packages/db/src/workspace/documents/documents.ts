import { announcementOf } from "../../announcing";
import type { Page } from "../../cursor";
import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { SeqRange } from "../../seq-range";
import { type FieldOrder, listByField } from "../fields/field-order";
import type { Tx } from "../tx";
import { documentCounts } from "./counting/document-counts";
import { type DocumentFilter, documentWhere } from "./document-filter";
import { type DocumentFamily, documentLinks, documentSurroundings } from "./document-links";
import { type DocumentOrder, listByColumn, ordered } from "./document-order";
import { columns, type Document, type Row, toDocument } from "./document-row";
import { documentSets } from "./document-sets";
import { idleDocuments } from "./idle-documents";
import { lookedUp } from "./looked-up";

export type NewDocument = Pick<
  Document,
  | "title"
  | "fileName"
  | "mediaType"
  | "size"
  | "contentHash"
  | "storageKey"
  | "source"
  | "access"
  | "parentId"
  | "uploadedById"
> & {
  folder?: string | null | undefined;
  visibility?: string | null;
  grantees?: string[];
  sourceItemId?: string;
  sourceTitle?: string;
};

/** The file of a version. `number` counts from 1. */
export type NewVersion = Pick<
  NewDocument,
  "fileName" | "mediaType" | "size" | "contentHash" | "storageKey"
> & { number: number; createdById: string | null };

export type DocumentChanges = Partial<
  Pick<
    Document,
    | "title"
    | "mediaType"
    | "format"
    | "modelKey"
    | "readingRelease"
    | "version"
    | "status"
    | "stage"
    | "type"
    | "typeConfidence"
    | "isTypeCorrected"
    | "language"
    | "pageCount"
    | "piecesDone"
    | "piecesTotal"
    | "access"
    | "errorCode"
    | "errorMessage"
    | "errorRemedy"
    | "typedAt"
    | "readyAt"
  >
> & {
  /** The kinds of personal details that it holds. */
  personalKinds?: string[];
  datedOn?: Date;
};

export function documentRepository(tx: Tx, scope: Scope) {
  const { workspaceId, principals } = scope;
  const visible: Prisma.DocumentWhereInput = {
    workspaceId,
    access: { hasSome: [...principals] },
  };
  const links = documentLinks(tx, workspaceId);
  const seenAll = async (rows: readonly Row[]): Promise<Document[]> => {
    const linksOf = await links(rows.map(({ id }) => id));
    return rows.map((row) => toDocument(row, linksOf(row.id), principals));
  };
  const seen = async (row: Row): Promise<Document> => {
    const linksOf = await links([row.id]);
    return toDocument(row, linksOf(row.id), principals);
  };
  const surroundings = documentSurroundings(tx, scope);
  const findMany = async (ids: readonly string[]): Promise<Document[]> => {
    const rows = await tx.document.findMany({
      where: { ...visible, id: { in: [...ids] } },
      select: columns,
    });
    return seenAll(rows);
  };

  return {
    ...documentSets(tx, scope),
    ...idleDocuments(tx, scope),

    find: async (id: string): Promise<Document | null> => {
      const row = await tx.document.findFirst({ where: { ...visible, id }, select: columns });
      return row && seen(row);
    },

    /** Returns the document with its versions, its visible parent and its visible attachments, or null. */
    findWithFamily: async (
      id: string,
    ): Promise<{
      document: Document;
      versions: DocumentFamily["versions"];
      parent: DocumentFamily["parent"];
      attachments: Document[];
    } | null> => {
      const row = await tx.document.findFirst({ where: { ...visible, id }, select: columns });
      const around = row && (await surroundings(id));
      if (!around) return null;
      const { versions, parent, attachmentIds, ...links } = around;
      const attachments = attachmentIds.length > 0 ? await findMany(attachmentIds) : [];
      return {
        document: toDocument(row, links, principals),
        versions,
        parent,
        attachments: attachmentIds.flatMap(
          (each) => attachments.find(({ id }) => id === each) ?? [],
        ),
      };
    },

    findMany,

    /** Returns the documents outside the trash whose title or file name is one of these, in any case of letters. */
    findNamed: async (names: readonly string[], limit: number): Promise<Document[]> => {
      const among = { in: [...names], mode: "insensitive" as const };
      const rows = await tx.document.findMany({
        where: { ...visible, trashedAt: null, OR: [{ title: among }, { fileName: among }] },
        orderBy: { id: "asc" },
        take: limit,
        select: columns,
      });
      return seenAll(rows);
    },

    /** Returns the visible document with this hash that no source keeps, or null. Until the transaction ends nobody else can add a file with this hash. */
    findByHash: async (contentHash: string): Promise<Document | null> => {
      await takeTurns(`${workspaceId}/${contentHash}`);
      const row = await tx.document.findFirst({
        where: {
          ...visible,
          contentHash,
          trashedAt: null,
          parentId: null,
          visibility: null,
          sourceItemId: null,
        },
        orderBy: { createdAt: "asc" },
        select: columns,
      });
      return row && seen(row);
    },

    list: async (
      filter: DocumentFilter,
      page: {
        limit: number;
        cursor?: string | undefined;
        order?: DocumentOrder | FieldOrder | undefined;
      },
    ): Promise<Page<Document>> => {
      const wanted = await lookedUp(tx, scope, filter);
      const where = { AND: [visible, documentWhere(wanted, principals)] };
      const { limit, cursor, order = "newest" } = page;
      const found =
        typeof order === "object"
          ? await listByField(tx, scope, where, { limit, cursor, order })
          : await listByColumn(tx, where, { limit, cursor, order });
      return { ...found, items: await seenAll(found.items) };
    },

    /** Returns the attachment with this hash and name, or null, so that reading a mail twice does not duplicate it. */
    findAttachment: async (
      parentId: string,
      contentHash: string,
      fileName: string,
    ): Promise<Document | null> => {
      await takeTurns(`${workspaceId}/${parentId}/${contentHash}`);
      const row = await tx.document.findFirst({
        where: { ...visible, parentId, contentHash, fileName },
        select: columns,
      });
      return row && seen(row);
    },

    ...documentCounts(tx, scope),

    /** Returns the ids of the visible documents of a filter, newest first. */
    listIds: async (filter: DocumentFilter, limit: number): Promise<string[]> => {
      const wanted = await lookedUp(tx, scope, filter);
      const rows = await tx.document.findMany({
        where: { AND: [visible, documentWhere(wanted, principals)] },
        orderBy: ordered("newest").orderBy,
        take: limit,
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    create: async (document: NewDocument): Promise<Document> => {
      const id = newId("doc");
      const row = await tx.document.create({
        data: {
          id,
          workspaceId,
          ...document,
          folder: document.folder ?? null,
          size: BigInt(document.size),
        },
        select: columns,
      });
      await tx.documentVersion.createMany({
        data: [
          {
            id: `${id}_1`,
            workspaceId,
            documentId: id,
            number: 1,
            fileName: document.fileName,
            size: BigInt(document.size),
            contentHash: document.contentHash,
            storageKey: document.storageKey,
            createdById: document.uploadedById,
          },
        ],
      });
      await announce(row);
      return seen(row);
    },

    /** Adds a version of the file of a document, which is the present one from then on and was not read yet. */
    addVersion: async (id: string, { number, createdById, ...file }: NewVersion): Promise<void> => {
      const own = { ...file, size: BigInt(file.size) };
      const { mediaType, ...kept } = own;
      await tx.documentVersion.createMany({
        data: [
          { id: `${id}_${number}`, workspaceId, documentId: id, number, ...kept, createdById },
        ],
      });
      await tx.document.updateMany({
        where: { id, workspaceId },
        data: { ...kept, mediaType, version: number, format: null },
      });
    },

    /** Returns a version of the file of a document that the actor may see, or null. */
    findVersion: (documentId: string, number: number) =>
      tx.documentVersion.findFirst({
        where: { workspaceId, documentId, number, document: visible },
        select: { fileName: true, size: true, contentHash: true, storageKey: true },
      }),

    /** Changes a document, raises its `seq` and announces the change to watchers of the workspace. */
    update: async (id: string, changes: DocumentChanges): Promise<Document> => {
      await tx.$executeRaw`update documents set seq = nextval('documents_seq_seq') where id = ${id} and workspace_id = ${workspaceId}`;
      const row = await tx.document.update({
        where: { id, workspaceId },
        data: changes,
        select: columns,
      });
      await announce(row);
      return seen(row);
    },

    /** Locks the rows until the transaction ends, so that two commands cannot change one document at once. */
    lock: async (ids: readonly string[]): Promise<void> => {
      await tx.$executeRaw`select 1 from documents where id = any(${[...ids]}) and workspace_id = ${workspaceId} order by id for update`;
    },

    /** Lists visible documents that belong in the index, by id, after the given one. */
    listIndexed: async (page: { after: string; limit: number }): Promise<Document[]> => {
      const rows = await tx.document.findMany({
        where: { ...visible, id: { gt: page.after }, stage: "indexed", trashedAt: null },
        orderBy: { id: "asc" },
        take: page.limit,
        select: columns,
      });
      return seenAll(rows);
    },

    /** Lists the visible documents of a range, in the order of their sequence numbers. */
    listInRange: async (
      { fromSeq, toSeq }: SeqRange,
      limit: number,
    ): Promise<{ id: string; indexSeq: number }[]> => {
      const rows = await tx.document.findMany({
        where: {
          workspaceId,
          // The index drops a restricted document, which nobody sees.
          access: { hasSome: [...principals, "restricted"] },
          indexSeq: { gte: BigInt(fromSeq), lte: BigInt(toSeq) },
        },
        orderBy: { indexSeq: "asc" },
        take: limit,
        select: { id: true, indexSeq: true },
      });
      return rows.map(({ id, indexSeq }) => ({ id, indexSeq: Number(indexSeq) }));
    },

    /** Lists visible documents that changed after `seq`, oldest change first, to catch up after a lost connection. */
    listChangedSince: async (seq: number, limit: number): Promise<Document[]> => {
      const rows = await tx.document.findMany({
        where: { ...visible, seq: { gt: BigInt(seq) } },
        orderBy: { seq: "asc" },
        take: limit,
        select: columns,
      });
      return seenAll(rows);
    },

    latestSeq: async (): Promise<number> => {
      const { _max } = await tx.document.aggregate({ where: visible, _max: { seq: true } });
      return Number(_max.seq ?? 0);
    },
  };

  /** Makes others who use the same name wait until the transaction ends. */
  async function takeTurns(name: string): Promise<void> {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
  }

  async function announce({ id, seq }: { id: string; seq: bigint }): Promise<void> {
    const announcement = announcementOf(workspaceId, id, Number(seq));
    await tx.$executeRaw`select pg_notify('besunny_changes', ${announcement})`;
  }
}
