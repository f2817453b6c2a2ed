import { assured, integer, nullable, text, timestamp } from "@besunny/sql/rows/column";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const TWO_DAYS_MS = 2 * 86_400_000;

const columns = {
  id: true,
  name: true,
  kind: true,
  projectId: true,
  userId: true,
  entityId: true,
  query: true,
  reason: true,
  until: true,
  createdById: true,
  createdAt: true,
  releasedAt: true,
  releasedById: true,
  releaseReason: true,
} as const satisfies Prisma.LegalHoldSelect;

export type StoredHold = Prisma.LegalHoldGetPayload<{ select: typeof columns }>;

/** A hold on a project, a person (a member or an entity) or all that matches a query. */
export type NewHold = Pick<
  StoredHold,
  "name" | "kind" | "projectId" | "userId" | "entityId" | "query" | "reason" | "until"
>;

/** A document with a hold in force on it. */
export type HeldBy = {
  documentId: string;
  holdId: string;
  name: string;
  reason: string;
  until: Date | null;
};

/** Keeps holds, and the documents that were found for them, whether anybody may see these or not. */
export function legalHoldRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const inForce = (now: Date): Prisma.LegalHoldWhereInput => ({
    workspaceId,
    releasedAt: null,
    OR: [{ until: null }, { until: { gt: now } }],
  });
  return {
    create: (hold: NewHold, by: { byId: string; at: Date }): Promise<StoredHold> =>
      tx.legalHold.create({
        data: {
          id: newId("hld"),
          workspaceId,
          ...hold,
          createdById: by.byId,
          createdAt: by.at,
        },
        select: columns,
      }),

    find: (id: string): Promise<StoredHold | null> =>
      tx.legalHold.findFirst({ where: { workspaceId, id }, select: columns }),

    /** Lists all holds, those in force and the ended ones, the newest first, with the number of their documents. */
    list: async (limit: number): Promise<(StoredHold & { documents: number })[]> => {
      const rows = await tx.legalHold.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: { ...columns, _count: { select: { documents: true } } },
      });
      return rows.map(({ _count, ...hold }) => ({ ...hold, documents: _count.documents }));
    },

    listInForce: (now: Date): Promise<StoredHold[]> =>
      tx.legalHold.findMany({ where: inForce(now), orderBy: { id: "asc" }, select: columns }),

    change: async (
      id: string,
      changes: { until?: Date | null; reason?: string },
    ): Promise<void> => {
      await tx.legalHold.updateMany({ where: { workspaceId, id }, data: changes });
    },

    release: async (id: string, by: { byId: string; at: Date; reason: string }): Promise<void> => {
      await tx.legalHold.updateMany({
        where: { workspaceId, id, releasedAt: null },
        data: { releasedAt: by.at, releasedById: by.byId, releaseReason: by.reason },
      });
    },

    /** Adds the documents of the project, of the member, or that name the entity. Returns how many are new. */
    addFound: async (id: string): Promise<number> =>
      tx.$executeRaw`
        insert into held_documents (hold_id, document_id, workspace_id)
        select l.id, d.id, d.workspace_id from legal_holds l join documents d on d.workspace_id = l.workspace_id
         where l.id = ${id} and l.workspace_id = ${workspaceId} and (
           exists (select from document_projects p where p.document_id = d.id and p.project_id = l.project_id)
           or d.uploaded_by_id = l.user_id
           or exists (select from entity_mentions m join entities e on e.id = m.entity_id
                       where m.document_id = d.id and (e.id = l.entity_id or e.root_id = l.entity_id)))
        on conflict do nothing`,

    /** Adds these documents. Returns how many are new. */
    addMany: async (id: string, documentIds: readonly string[]): Promise<number> => {
      const { count } = await tx.heldDocument.createMany({
        data: documentIds.map((documentId) => ({ holdId: id, documentId, workspaceId })),
        skipDuplicates: true,
      });
      return count;
    },

    /** Returns the holds in force on these documents, found before. */
    heldAmong: (documentIds: readonly string[], now: Date): Promise<HeldBy[]> =>
      heldRows(tx)`
        select h.document_id as "documentId", l.id as "holdId", l.name, l.reason, l.until
          from held_documents h join legal_holds l on l.id = h.hold_id
         where h.document_id = any(${[...documentIds]}::text[]) and h.workspace_id = ${workspaceId}
           and l.released_at is null and (l.until is null or l.until > ${now}) order by 1, 2`,

    /** Returns documents that are held and that the principals see. */
    listHeldSeen: async (now: Date, limit: number): Promise<string[]> => {
      const rows = await heldIds(tx)`
        select distinct h.document_id as id
          from held_documents h join legal_holds l on l.id = h.hold_id join documents d on d.id = h.document_id
         where h.workspace_id = ${workspaceId} and d.access && ${[...principals]}::text[]
           and l.released_at is null and (l.until is null or l.until > ${now}) order by 1 limit ${limit}`;
      return rows.map(({ id }) => id);
    },

    /** Returns the hold in force on a person, or null. */
    onPerson: async (userId: string, now: Date): Promise<StoredHold | null> =>
      tx.legalHold.findFirst({ where: { ...inForce(now), userId }, select: columns }),

    /** Returns the hold in force on one of these entities, or null. */
    onEntity: async (entityIds: readonly string[], now: Date): Promise<StoredHold | null> =>
      tx.legalHold.findFirst({
        where: { ...inForce(now), entityId: { in: [...entityIds] } },
        select: columns,
      }),

    /** Lists the storage keys of all versions of documents that are held now, in order, after the given one. */
    listHeldKeys: async (page: { after: string; limit: number; now: Date }): Promise<string[]> => {
      const rows = await keyRows(tx)`
        select distinct v.storage_key as key from document_versions v
         where v.workspace_id = ${workspaceId} and v.storage_key > ${page.after} and exists (
           select from held_documents h join legal_holds l on l.id = h.hold_id
            where h.document_id = v.document_id and l.released_at is null and (l.until is null or l.until > ${page.now}))
         order by 1 limit ${page.limit}`;
      return rows.map(({ key }) => key);
    },

    /** Lists the storage keys of documents whose holds ended in the last two days, and that no hold in force keeps. */
    listFreedKeys: async (now: Date): Promise<string[]> => {
      const rows = await keyRows(tx)`
        select distinct v.storage_key as key from held_documents own join legal_holds o on o.id = own.hold_id
               join document_versions v on v.document_id = own.document_id
         where own.workspace_id = ${workspaceId} and coalesce(o.released_at, o.until) between ${new Date(now.getTime() - TWO_DAYS_MS)} and ${now}
           and not exists (
           select from held_documents h join legal_holds l on l.id = h.hold_id
            where h.document_id = own.document_id and l.released_at is null and (l.until is null or l.until > ${now}))
         order by 1`;
      return rows.map(({ key }) => key);
    },

    countHeld: async (now: Date): Promise<number> => {
      const [row] = await countRows(tx)`
        select count(distinct h.document_id)::int as held from held_documents h join legal_holds l on l.id = h.hold_id
         where h.workspace_id = ${workspaceId} and l.released_at is null and (l.until is null or l.until > ${now})`;
      return row?.held ?? 0;
    },
  };
}

const heldIds = rawRows({ id: text });
const heldRows = rawRows({
  documentId: text,
  holdId: text,
  name: text,
  reason: text,
  until: nullable(timestamp),
});
const keyRows = rawRows({ key: text });
const countRows = rawRows({ held: assured(integer) });
