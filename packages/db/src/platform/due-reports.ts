import { boolean, nullable, text } from "@besunny/sql/rows/column";

import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { StoredReport, StoredReportRun } from "../reports/reports";
import type { PlatformTx } from "./platform-tx";

/** Somebody whom a report names, and whether they may still see all that it tells. */
export type ReportPerson = {
  id: string;
  name: string;
  email: string;
  /** Their role in the report's workspace; null at a report of the platform, and where they left. */
  role: string | null;
  isPlatformAdmin: boolean;
};

const people = rawRows({
  id: text,
  name: text,
  email: text,
  role: nullable(text),
  isPlatformAdmin: boolean,
});
const RUNS_KEPT = 100;

/** Finds reports that are due in all workspaces, and keeps what was made of them. */
export function dueReportRepository(tx: PlatformTx) {
  return {
    listDue: (now: Date): Promise<StoredReport[]> =>
      tx.reportSchedule.findMany({
        where: {
          isPaused: false,
          dueAt: { lte: now },
          OR: [{ workspaceId: null }, { workspace: { suspendedAt: null } }],
        },
        orderBy: [{ dueAt: "asc" }, { id: "asc" }],
        take: 100,
        include: { owner: { select: { name: true } } },
      }),

    /** Returns the open runs whose next try has come. */
    listOpenRuns: (now: Date): Promise<StoredReportRun[]> =>
      tx.reportRun.findMany({
        where: { state: { in: ["due", "made"] }, tryAt: { lte: now } },
        orderBy: [{ tryAt: "asc" }, { id: "asc" }],
        take: 100,
      }),

    /**
     * Begins the run of a time, and moves the report to its next one. A second worker, and a second call, find that it was begun: the time has
     * passed on in the same statement.
     */
    begin: async (
      report: { id: string; workspaceId: string | null; dueAt: Date; format: string },
      { next, now }: { next: Date; now: Date },
    ): Promise<boolean> => {
      const { id, workspaceId, dueAt, format } = report;
      const { count } = await tx.reportSchedule.updateMany({
        where: { id, dueAt, isPaused: false },
        data: { dueAt: next },
      });
      if (count === 0) return false;
      await tx.reportRun.create({
        data: {
          id: newId("rrn"),
          reportId: id,
          workspaceId,
          state: "due",
          dueAt,
          format,
          tryAt: now,
          createdAt: now,
        },
        select: { id: true },
      });
      return true;
    },

    find: (id: string): Promise<StoredReport | null> =>
      tx.reportSchedule.findUnique({
        where: { id },
        include: { owner: { select: { name: true } } },
      }),

    findRun: (id: string): Promise<StoredReportRun | null> =>
      tx.reportRun.findUnique({ where: { id } }),

    /** Takes an open run until `until`, so that no other worker works at it meanwhile. */
    takeRun: async (id: string, now: Date, until: Date): Promise<StoredReportRun | null> => {
      const { count } = await tx.reportRun.updateMany({
        where: { id, state: { in: ["due", "made"] }, tryAt: { lte: now } },
        data: { tryAt: until, tries: { increment: 1 } },
      });
      return count > 0 ? tx.reportRun.findUnique({ where: { id } }) : null;
    },

    updateRun: async (
      id: string,
      changes: Partial<{
        state: string;
        asOf: Date;
        artefactKey: string;
        bytes: number;
        rowCounts: number[];
        sentTo: Prisma.InputJsonArray;
        error: string | null;
        fingerprint: string;
        tryAt: Date;
        finishedAt: Date;
      }>,
    ): Promise<void> => {
      await tx.reportRun.updateMany({ where: { id }, data: changes });
    },

    remember: async (reportId: string, lastFingerprint: string): Promise<void> => {
      await tx.reportSchedule.updateMany({ where: { id: reportId }, data: { lastFingerprint } });
    },

    pause: async (reportId: string, pauseReason: string, changedAt: Date): Promise<void> => {
      await tx.reportSchedule.updateMany({
        where: { id: reportId },
        data: { isPaused: true, pauseReason, changedAt },
      });
    },

    /** Deletes the oldest runs that are over. Returns the keys of their files. */
    forgetRuns: async (reportId: string): Promise<string[]> => {
      const old = await tx.reportRun.findMany({
        where: { reportId, state: { notIn: ["due", "made"] } },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        skip: RUNS_KEPT,
        select: { id: true, artefactKey: true },
      });
      await tx.reportRun.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
      return old.flatMap(({ artefactKey }) => artefactKey ?? []);
    },

    /** Returns these people as they stand to a workspace, or to the platform where it is null; without those who are suspended. */
    listPeople: (workspaceId: string | null, ids: readonly string[]): Promise<ReportPerson[]> =>
      people(tx)`
        select u.id, u.name, u.email, m.role, u.is_platform_admin as "isPlatformAdmin"
          from users u left join memberships m on m.user_id = u.id and m.workspace_id = ${workspaceId}
         where u.suspended_at is null and u.id = any(${[...ids]}::text[])
         order by u.name, u.id`,

    listPlatformAdmins: (): Promise<ReportPerson[]> =>
      people(tx)`
        select u.id, u.name, u.email, null::text as role, true as "isPlatformAdmin"
          from users u where u.is_platform_admin and u.suspended_at is null
         order by u.name, u.id limit 200`,
  };
}
