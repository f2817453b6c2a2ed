import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { PlatformTx } from "./platform-tx";

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
  subject: true,
  state: true,
  askedById: true,
  engineRunId: true,
  fingerprint: true,
  result: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} satisfies Prisma.ScheduleRunSelect;

/** The key of a schedule: its name and subject. The platform's own schedules have the subject "". */
export type ScheduleKey = { name: string; subject: string };

export type StoredSchedule = Prisma.ScheduleGetPayload<object>;
export type ScheduleRun = Prisma.ScheduleRunGetPayload<{ select: typeof columns }>;

/** Stores people's changes of schedules, and the schedule runs. The caller knows the list of schedules. */
export function scheduleRepository(tx: PlatformTx) {
  return {
    /** Returns the schedules of that subject. */
    list: (subject: string): Promise<StoredSchedule[]> =>
      tx.schedule.findMany({ where: { subject } }),

    /** Adds the schedules that are not stored yet. */
    add: async (
      schedules: readonly (ScheduleKey & { dueAt: Date; isPaused?: boolean })[],
    ): Promise<void> => {
      await tx.schedule.createMany({ data: [...schedules], skipDuplicates: true });
    },

    /** Locks the row until the transaction ends, so that two processes cannot begin a run of it at once. */
    lock: async (key: ScheduleKey): Promise<StoredSchedule | null> => {
      const { name, subject } = key;
      await tx.$executeRaw`select 1 from schedules where name = ${name} and subject = ${subject} for update`;
      return tx.schedule.findUnique({ where: { name_subject: key } });
    },

    update: async (key: ScheduleKey, changes: ScheduleChanges): Promise<void> => {
      const where = { name_subject: key };
      await tx.schedule.update({ where, data: changes, select: { name: true } });
    },

    findOpenRun: (key: ScheduleKey): Promise<ScheduleRun | null> =>
      tx.scheduleRun.findFirst({ where: { ...runsOf(key), state: open }, select: columns }),

    listOpenRuns: (): Promise<ScheduleRun[]> =>
      tx.scheduleRun.findMany({ where: { state: open }, select: columns }),

    beginRun: (
      key: ScheduleKey,
      run: { askedById: string | null; createdAt: Date },
    ): Promise<ScheduleRun> =>
      tx.scheduleRun.create({
        data: { id: newId("sch"), ...runsOf(key), ...run },
        select: columns,
      }),

    findRun: (id: string): Promise<ScheduleRun | null> =>
      tx.scheduleRun.findUnique({ where: { id }, select: columns }),

    /** Returns the newest run that succeeded, with the point from which it started. */
    findLastSuccess: (key: ScheduleKey): Promise<ScheduleRun | null> =>
      tx.scheduleRun.findFirst({
        where: { ...runsOf(key), state: "succeeded" },
        orderBy: newestFirst,
        select: columns,
      }),

    /** Changes a run that is not over. Returns false if it is over. */
    updateOpenRun: async (
      id: string,
      changes: Partial<Omit<ScheduleRun, "id" | "schedule" | "subject">>,
    ): Promise<boolean> => {
      const { count } = await tx.scheduleRun.updateMany({
        where: { id, state: open },
        data: changes,
      });
      return count > 0;
    },

    listRuns: (key: ScheduleKey, limit: number): Promise<ScheduleRun[]> =>
      tx.scheduleRun.findMany({
        where: runsOf(key),
        orderBy: newestFirst,
        take: limit,
        select: columns,
      }),

    /** Returns the newest run of each schedule of that subject. */
    listLastRuns: (subject: string): Promise<ScheduleRun[]> =>
      tx.scheduleRun.findMany({
        where: { subject },
        distinct: ["schedule"],
        orderBy: newestFirst,
        select: columns,
      }),

    /** Deletes old runs. Keeps the newest ones, and the last that succeeded. */
    forgetRuns: async ({ name, subject }: ScheduleKey, kept: number): Promise<number> =>
      tx.$executeRaw`
        delete from schedule_runs where schedule = ${name} and subject = ${subject} and state not in ('queued', 'running')
          and id not in (select id from schedule_runs where schedule = ${name} and subject = ${subject}
                         order by created_at desc, id desc limit ${kept})
          and id is distinct from (select id from schedule_runs where schedule = ${name} and subject = ${subject} and state = 'succeeded'
                                   order by created_at desc, id desc limit 1)`,
  };
}

function runsOf({ name, subject }: ScheduleKey) {
  return { schedule: name, subject };
}
