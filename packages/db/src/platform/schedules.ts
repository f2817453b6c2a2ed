import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { PlatformTx } from "./platform-database";

export type ScheduleChanges = Partial<{
  cron: string;
  timeZone: string;
  isPaused: boolean;
  dueAt: Date;
  changedById: string;
  changedAt: Date;
}>;

const open = { in: ["queued", "running"] };
const newestFirst = [
  { createdAt: "desc" },
  { id: "desc" },
] satisfies Prisma.ScheduleRunOrderByWithRelationInput[];
const columns = {
  id: true,
  schedule: true,
  state: true,
  askedById: true,
  engineRunId: true,
  fingerprint: true,
  result: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} satisfies Prisma.ScheduleRunSelect;

export type StoredSchedule = Prisma.ScheduleGetPayload<object>;
export type ScheduleRun = Prisma.ScheduleRunGetPayload<{ select: typeof columns }>;

/** What people changed of schedules, and their runs. Which schedules there are says the caller. */
export function scheduleRepository(tx: PlatformTx) {
  return {
    list: (): Promise<StoredSchedule[]> => tx.schedule.findMany(),

    /** Adds those that were never seen before. */
    add: async (schedules: readonly { name: string; dueAt: Date }[]): Promise<void> => {
      await tx.schedule.createMany({ data: [...schedules], skipDuplicates: true });
    },

    /** Locks the row until the transaction ends, so that two who would begin a run of it take turns. */
    lock: async (name: string): Promise<StoredSchedule | null> => {
      await tx.$executeRaw`select 1 from schedules where name = ${name} for update`;
      return tx.schedule.findUnique({ where: { name } });
    },

    update: async (name: string, changes: ScheduleChanges): Promise<void> => {
      await tx.schedule.update({ where: { name }, data: changes, select: { name: true } });
    },

    findOpenRun: (schedule: string): Promise<ScheduleRun | null> =>
      tx.scheduleRun.findFirst({ where: { schedule, state: open }, select: columns }),

    listOpenRuns: (): Promise<ScheduleRun[]> =>
      tx.scheduleRun.findMany({ where: { state: open }, select: columns }),

    beginRun: (run: {
      schedule: string;
      askedById: string | null;
      createdAt: Date;
    }): Promise<ScheduleRun> =>
      tx.scheduleRun.create({ data: { id: newId("sch"), ...run }, select: columns }),

    findRun: (id: string): Promise<ScheduleRun | null> =>
      tx.scheduleRun.findUnique({ where: { id }, select: columns }),

    /** The newest run that did its work, for what it started from. */
    findLastSuccess: (schedule: string): Promise<ScheduleRun | null> =>
      tx.scheduleRun.findFirst({
        where: { schedule, state: "succeeded" },
        orderBy: newestFirst,
        select: columns,
      }),

    /** Changes a run that is not over. False when it is. */
    updateOpenRun: async (
      id: string,
      changes: Partial<Omit<ScheduleRun, "id" | "schedule">>,
    ): Promise<boolean> => {
      const { count } = await tx.scheduleRun.updateMany({
        where: { id, state: open },
        data: changes,
      });
      return count > 0;
    },

    listRuns: (schedule: string, limit: number): Promise<ScheduleRun[]> =>
      tx.scheduleRun.findMany({
        where: { schedule },
        orderBy: newestFirst,
        take: limit,
        select: columns,
      }),

    /** The newest run of each schedule. */
    listLastRuns: (): Promise<ScheduleRun[]> =>
      tx.scheduleRun.findMany({
        distinct: ["schedule"],
        orderBy: newestFirst,
        select: columns,
      }),

    /** Keeps the newest ones, and the last that succeeded. */
    forgetRuns: async (schedule: string, kept: number): Promise<number> =>
      tx.$executeRaw`
        delete from schedule_runs where schedule = ${schedule} and state not in ('queued', 'running')
          and id not in (select id from schedule_runs where schedule = ${schedule} order by created_at desc, id desc limit ${kept})
          and id is distinct from (select id from schedule_runs where schedule = ${schedule} and state = 'succeeded'
                                   order by created_at desc, id desc limit 1)`,
  };
}
