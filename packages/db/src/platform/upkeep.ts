import { integer } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import { type ReadingRelease, readBefore } from "../workspace/documents/document-filter";
import type { PlatformClient } from "./platform-tx";

/** A mark of all documents: `seq` grows with every change, `count` changes with every added or deleted document. */
export type DocumentsMark = { seq: number; count: number };

/** The ages beyond which rows have expired. */
export type ExpiredBefore = { answersBefore: Date; searchesBefore: Date; now: Date };

/** Reads across workspaces for sweeps, and deletes rows by their age. */
export function upkeepRepository(prisma: PlatformClient) {
  return {
    /** Returns the mark of all documents, or of those that have not changed since `before`. */
    markOfDocuments: async (before?: Date): Promise<DocumentsMark> => {
      const { _max, _count } = await prisma.document.aggregate({
        ...(before && { where: { updatedAt: { lt: before } } }),
        _max: { seq: true },
        _count: { _all: true },
      });
      return { seq: Number(_max.seq ?? 0), count: _count._all };
    },

    /** A mark of all types that people said: it changes when one is said or taken back. */
    markOfLabels: async (): Promise<{ count: number; newest: string }> => {
      const { _max, _count } = await prisma.label.aggregate({
        where: { field: "type", supersededById: null, withdrawnAt: null },
        _max: { createdAt: true },
        _count: { _all: true },
      });
      return { count: _count._all, newest: _max.createdAt?.toISOString() ?? "" };
    },

    /** Counts the documents whose passages the index must hold, if they have any. */
    countIndexed: (): Promise<number> =>
      prisma.document.count({ where: { stage: "indexed", trashedAt: null } }),

    /** Lists workspace ids in order, after the given one. */
    listWorkspaceIds: async (page: { after: string; limit: number }): Promise<string[]> => {
      const rows = await prisma.workspace.findMany({
        where: { id: { gt: page.after } },
        orderBy: { id: "asc" },
        take: page.limit,
        select: { id: true },
      });
      return rows.map(({ id }) => id);
    },

    /** Lists workspaces with holds in order, after the given one. */
    listHoldingWorkspaces: async (page: { after: string; limit: number }): Promise<string[]> => {
      const rows = await prisma.legalHold.findMany({
        where: { workspaceId: { gt: page.after } },
        distinct: ["workspaceId"],
        orderBy: { workspaceId: "asc" },
        take: page.limit,
        select: { workspaceId: true },
      });
      return rows.map((row) => row.workspaceId);
    },

    /** Returns the next workspaces with receipts that name something whose day has come. */
    listWithReceiptsToConfirm: async ({
      after,
      now,
      limit,
    }: {
      after: string;
      now: Date;
      limit: number;
    }): Promise<string[]> => {
      const rows = await prisma.privacyReceipt.findMany({
        where: { workspaceId: { gt: after }, confirmAt: { lte: now } },
        distinct: ["workspaceId"],
        orderBy: { workspaceId: "asc" },
        take: limit,
        select: { workspaceId: true },
      });
      return rows.map((row) => row.workspaceId);
    },

    /** Returns the next workspaces that have rules of retention. */
    listRetainingWorkspaces: async (page: { after: string; limit: number }): Promise<string[]> => {
      const rows = await prisma.retentionRule.findMany({
        where: { workspaceId: { gt: page.after } },
        distinct: ["workspaceId"],
        orderBy: { workspaceId: "asc" },
        take: page.limit,
        select: { workspaceId: true },
      });
      return rows.map((row) => row.workspaceId);
    },

    countTrashedBefore: (before: Date, now: Date): Promise<number> =>
      prisma.document.count({ where: trashed(before, now) }),

    /** Lists documents in the trash that no hold keeps, the longest there first. */
    listTrashedBefore: (
      before: Date,
      now: Date,
      limit: number,
    ): Promise<{ id: string; workspaceId: string }[]> =>
      prisma.document.findMany({
        where: trashed(before, now),
        orderBy: [{ trashedAt: "asc" }, { id: "asc" }],
        take: limit,
        select: { id: true, workspaceId: true },
      }),

    /** Counts documents outside the trash that earlier releases of the reader read, by workspace, in order of the workspaces' ids. */
    countReadBefore: async (
      releases: readonly ReadingRelease[],
    ): Promise<{ workspaceId: string; count: number }[]> => {
      const groups = await prisma.document.groupBy({
        by: ["workspaceId"],
        where: { ...readBefore(releases), trashedAt: null },
        orderBy: { workspaceId: "asc" },
        _count: { _all: true },
      });
      return groups.map(({ workspaceId, _count }) => ({ workspaceId, count: _count._all }));
    },

    /** Returns those of these storage keys that a version of a document names. */
    listNamedKeys: async (keys: readonly string[]): Promise<string[]> => {
      const rows = await prisma.documentVersion.findMany({
        where: { storageKey: { in: [...keys] } },
        select: { storageKey: true },
      });
      return rows.map(({ storageKey }) => storageKey);
    },

    /** Returns those of these storage keys that a training names. */
    listTrainedKeys: async (keys: readonly string[]): Promise<string[]> => {
      const rows = await prisma.trainingRun.findMany({
        where: { artefactKey: { in: [...keys] } },
        select: { artefactKey: true },
      });
      return rows.flatMap(({ artefactKey }) => artefactKey ?? []);
    },

    /** Returns those of these documents that exist, with the key of their last parsed document and their status. */
    listKnown: async (ids: readonly string[]) => {
      const rows = await prisma.document.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, modelKey: true, status: true },
      });
      return rows;
    },

    /**
     * Counts expired rows: stored answers of repeated requests, sessions, counters of attempts, mailed links, sign-up requests, devices
     * and recorded searches.
     */
    countExpired: async ({ answersBefore, searchesBefore, now }: ExpiredBefore) => {
      const [row] = await expired(prisma)`
        select (select count(*) from idempotency_keys where created_at < ${answersBefore})::int
             + (select count(*) from sessions where expires_at < ${now} or revoked_at < ${answersBefore})::int
             + (select count(*) from rate_limits where expire < ${now.getTime()})::int
             + (select count(*) from password_resets where expires_at < ${answersBefore})::int
             + (select count(*) from address_proofs where expires_at < ${answersBefore})::int
             + (select count(*) from sign_in_challenges where expires_at < ${answersBefore})::int
             + (select count(*) from sso_attempts where expires_at < ${answersBefore})::int
             + (select count(*) from sso_used_ids where expires_at < ${answersBefore})::int
             + (select count(*) from sign_up_requests where expires_at < ${answersBefore})::int
             + (select count(*) from search_log where created_at < ${searchesBefore})::int
             + (select count(*) from known_devices where last_seen_at < ${devicesBefore(now)})::int as count`;
      return row?.count ?? 0;
    },

    removeExpired: async ({ answersBefore, searchesBefore, now }: ExpiredBefore) => ({
      answers:
        await prisma.$executeRaw`delete from idempotency_keys where created_at < ${answersBefore}`,
      sessions:
        await prisma.$executeRaw`delete from sessions where expires_at < ${now} or revoked_at < ${answersBefore}`,
      attempts: await prisma.$executeRaw`delete from rate_limits where expire < ${now.getTime()}`,
      resets:
        (await prisma.$executeRaw`delete from password_resets where expires_at < ${answersBefore}`) +
        (await prisma.$executeRaw`delete from address_proofs where expires_at < ${answersBefore}`) +
        (await prisma.$executeRaw`delete from sign_in_challenges where expires_at < ${answersBefore}`) +
        (await prisma.$executeRaw`delete from sso_attempts where expires_at < ${answersBefore}`) +
        (await prisma.$executeRaw`delete from sso_used_ids where expires_at < ${answersBefore}`),
      requests:
        await prisma.$executeRaw`delete from sign_up_requests where expires_at < ${answersBefore}`,
      searches:
        await prisma.$executeRaw`delete from search_log where created_at < ${searchesBefore}`,
      devices:
        await prisma.$executeRaw`delete from known_devices where last_seen_at < ${devicesBefore(now)}`,
    }),
  };
}

/**
 * Returns the time before which devices are expired. A browser keeps its cookie for 400 days after the last sign-in, so no older cookie
 * comes.
 */
function devicesBefore(now: Date): Date {
  return new Date(now.getTime() - 400 * 86_400_000);
}

const expired = rawRows({ count: integer });

function trashed(before: Date, now: Date) {
  const inForce = { releasedAt: null, OR: [{ until: null }, { until: { gt: now } }] };
  return {
    trashedAt: { lt: before },
    holds: { none: { hold: inForce } },
    NOT: { access: { has: "restricted" } },
  };
}
