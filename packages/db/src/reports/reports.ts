import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Tx } from "../workspace/tx";

/** The choices that people make of a report. */
export type ReportChoices = {
  title: string;
  cron: string;
  timeZone: string;
  format: string;
  range: string;
  compare: string;
  filters: object[];
  tiles: object[];
  channels: string[];
  recipientIds: string[];
  skipsUnchanged: boolean;
};

export type StoredReport = Prisma.ReportScheduleGetPayload<{
  include: { owner: { select: { name: true } } };
}>;
export type StoredReportRun = Prisma.ReportRunGetPayload<object>;

const withOwner = { owner: { select: { name: true } } } as const;
const newestFirst = [
  { createdAt: "desc" },
  { id: "desc" },
] satisfies Prisma.ReportRunOrderByWithRelationInput[];
/** Runs that are kept of each report. */
const RUNS_KEPT = 100;

/** Reads and writes the reports of a workspace, or those of the platform where it is null, with their runs. */
export function reportRepository(tx: Tx, workspaceId: string | null) {
  return {
    list: (): Promise<StoredReport[]> =>
      tx.reportSchedule.findMany({
        where: { workspaceId },
        orderBy: [{ title: "asc" }, { id: "asc" }],
        take: 200,
        include: withOwner,
      }),

    count: (): Promise<number> => tx.reportSchedule.count({ where: { workspaceId } }),

    find: (id: string): Promise<StoredReport | null> =>
      tx.reportSchedule.findFirst({ where: { workspaceId, id }, include: withOwner }),

    add: async (given: {
      ownerId: string;
      choices: ReportChoices;
      dueAt: Date;
      at: Date;
    }): Promise<string> => {
      const { ownerId, choices, dueAt, at } = given;
      const { id } = await tx.reportSchedule.create({
        data: {
          id: newId("rpt"),
          workspaceId,
          ownerId,
          ...choices,
          dueAt,
          createdAt: at,
          changedAt: at,
        },
        select: { id: true },
      });
      return id;
    },

    /** Changes a report if it still has this version. Returns false if somebody changed it meanwhile, or if it is gone. */
    change: async (
      { id, version }: { id: string; version: number },
      changes: ReportChoices & { dueAt: Date; changedAt: Date },
    ): Promise<boolean> => {
      const { count } = await tx.reportSchedule.updateMany({
        where: { workspaceId, id, version },
        data: { ...changes, lastFingerprint: null, version: { increment: 1 } },
      });
      return count > 0;
    },

    pause: async (
      id: string,
      changes: { isPaused: boolean; pauseReason: string | null; dueAt?: Date; changedAt: Date },
    ): Promise<void> => {
      await tx.reportSchedule.updateMany({ where: { workspaceId, id }, data: changes });
    },

    remove: async (id: string): Promise<boolean> => {
      const { count } = await tx.reportSchedule.deleteMany({ where: { workspaceId, id } });
      return count > 0;
    },

    /** Adds a run that somebody asked for. Returns its id. */
    addRun: async (given: {
      reportId: string;
      format: string;
      askedById: string;
      at: Date;
    }): Promise<string> => {
      const { reportId, format, askedById, at } = given;
      const { id } = await tx.reportRun.create({
        data: {
          id: newId("rrn"),
          reportId,
          workspaceId,
          state: "due",
          dueAt: at,
          askedById,
          format,
          tryAt: at,
          createdAt: at,
        },
        select: { id: true },
      });
      return id;
    },

    hasOpenRun: async (reportId: string): Promise<boolean> =>
      (await tx.reportRun.count({ where: { workspaceId, reportId, state: "due" } })) > 0,

    listRuns: (reportId: string): Promise<StoredReportRun[]> =>
      tx.reportRun.findMany({
        where: { workspaceId, reportId },
        orderBy: newestFirst,
        take: RUNS_KEPT,
      }),

    listLastRuns: (): Promise<StoredReportRun[]> =>
      tx.reportRun.findMany({
        where: { workspaceId },
        distinct: ["reportId"],
        orderBy: newestFirst,
      }),

    findRun: (id: string): Promise<StoredReportRun | null> =>
      tx.reportRun.findFirst({ where: { workspaceId, id } }),
  };
}

export type ReportRepository = ReturnType<typeof reportRepository>;
