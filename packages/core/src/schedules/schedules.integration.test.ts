import { createDatabase } from "@besunny/db/database";
import { freshDatabase } from "@besunny/db/test/fresh-database";
import type { RunDetail } from "@besunny/engine/console/console-types";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { aJobAcross, aPlatformContext } from "../../test/contexts";
import { relayOutbox } from "../platform/relay-outbox";
import { beginScheduleRun } from "./begin-schedule-run";
import { changeSchedule } from "./change-schedule";
import { keyOf, scheduleNames } from "./contract";
import { endScheduleRun } from "./end-schedule-run";
import { listScheduleRuns, RUNS_KEPT } from "./list-schedule-runs";
import { listSchedules } from "./list-schedules";
import { pauseSchedule } from "./pause-schedule";
import { previewTiming } from "./preview-timing";
import { resumeSchedule } from "./resume-schedule";
import { startDueSchedules } from "./start-due-schedules";
import { startSchedule } from "./start-schedule";
import { workSchedule } from "./work-schedule";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const name = "empty-trash";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: ReturnType<typeof createDatabase>;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  await db?.close();
  await fresh.drop();
  fresh = await freshDatabase();
  db = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
  return () => db.close();
});

const start = new Date("2026-11-20T12:00:00Z");
const at = (milliseconds: number) => () => new Date(start.getTime() + milliseconds);
const admin = (clock = at(0)) => aPlatformContext({ db, clock });
type Given = Parameters<typeof aJobAcross>[0];
const worker = (given: Given = {}) => aJobAcross({ db, clock: at(0), ...given });
const ticker = (given: Given = {}) => aJobAcross({ db, clock: at(0), ...given }, "tick-schedules");
const tick = (milliseconds: number) => startDueSchedules(ticker({ clock: at(milliseconds) }), {});
const rows = async (limit = 10) => (await db.platform.audit.list({}, { limit })).items;

async function schedule(clock = at(0)) {
  const { schedules } = await listSchedules(admin(clock), {});
  const found = schedules.find((each) => each.name === name);
  if (!found) throw new Error(`There is no schedule ${name}`);
  return found;
}

function anEngineRun(given: Partial<RunDetail>): RunDetail {
  return {
    id: "engine-run",
    functionId: "run-schedule",
    tenant: null,
    state: "running",
    eventId: "evt_1",
    eventName: "schedule/run-asked",
    attempt: 0,
    maxAttempts: 4,
    error: null,
    fingerprint: null,
    parentRunId: null,
    replayOf: null,
    createdAt: start,
    startedAt: start,
    finishedAt: null,
    events: [],
    output: null,
    steps: [],
    failedAttempts: [],
    worker: null,
    takeovers: 0,
    stateBytes: 0,
    replays: [],
    waitingFor: null,
    ...given,
  };
}

async function events() {
  const sent: { id: string; name: string; data: unknown }[] = [];
  await relayOutbox(aJobAcross({ db }, "relay-outbox"), {
    send: async (batch) => void sent.push(...batch),
  });
  return sent;
}

describe("startDueSchedules", () => {
  test("begins nothing of what it sees for the first time, and says when it is due", async () => {
    expect(await tick(0)).toEqual([]);

    const { schedules } = await listSchedules(admin(), {});
    expect(schedules.map((each) => each.name)).toEqual(scheduleNames);
    expect(schedules.filter(({ isPaused }) => isPaused).map((each) => each.name)).toEqual([
      "read-again",
    ]);
    for (const { isPaused, nextAt, last } of schedules) {
      if (isPaused) expect(nextAt).toBeNull();
      else expect(nextAt?.getTime()).toBeGreaterThan(start.getTime());
      expect(last).toBeNull();
    }
  });

  test("begins each moment once, though several look at once", async () => {
    await changeSchedule(admin(), { name, cron: "5 * * * *", timeZone: "UTC" });
    await tick(0);
    await pauseSchedule(admin(), { name: "send-notices" });
    await pauseSchedule(admin(), { name: "look-at-experiments" });
    await pauseSchedule(admin(), { name: "send-reports" });
    await pauseSchedule(admin(), { name: "prepare-briefs" });
    await pauseSchedule(admin(), { name: "remind-of-actions" });
    await pauseSchedule(admin(), { name: "check-watches" });
    await pauseSchedule(admin(), { name: "send-usage" });
    await pauseSchedule(admin(), { name: "begin-automations" });

    const begun = await Promise.all(Array.from({ length: 4 }, () => tick(5 * MINUTE_MS)));

    expect(begun.flat()).toEqual([name]);
    const [run] = await listScheduleRuns(admin(), { name });
    expect(await events()).toMatchObject([
      { name: "schedule/run-asked", data: { schedule: name, scheduleRunId: run?.id } },
    ]);
    expect((await schedule()).nextAt).toEqual(at(65 * MINUTE_MS)());
  });

  test("makes up for all that was missed by one run", async () => {
    await changeSchedule(admin(), { name, cron: "5 * * * *", timeZone: "UTC" });
    await tick(0);

    expect(await tick(3 * DAY_MS)).toContain(name);

    expect(await listScheduleRuns(admin(), { name })).toHaveLength(1);
    expect((await schedule()).nextAt).toEqual(at(3 * DAY_MS + 5 * MINUTE_MS)());
  });

  test("begins none while one is under way", async () => {
    await changeSchedule(admin(), { name, cron: "* * * * *", timeZone: "UTC" });
    await pauseSchedule(admin(), { name: "look-at-experiments" });
    await pauseSchedule(admin(), { name: "begin-automations" });
    await pauseSchedule(admin(), { name: "send-reports" });
    await pauseSchedule(admin(), { name: "prepare-briefs" });
    expect(await tick(MINUTE_MS)).toEqual([name]);

    expect(await tick(2 * MINUTE_MS)).toEqual([]);

    expect(await listScheduleRuns(admin(), { name })).toHaveLength(1);
  });

  test.each([
    ["was cancelled", { state: "cancelled" }, "Its run was cancelled."],
    ["failed", { state: "failed", error: { name: "Error", message: "no disk" } }, "no disk"],
    ["is forgotten", null, "Its run is not known any more."],
  ] as const)(
    "gives up a run that %s, so that the next can begin",
    async (_, engineRun, result) => {
      await changeSchedule(admin(), { name, cron: "* * * * *", timeZone: "UTC" });
      const { id } = await startSchedule(admin(), { name });
      await beginScheduleRun(worker(), { name, id, engineRunId: "engine-run" });
      const runs = { getRun: async () => engineRun && anEngineRun(engineRun) };

      const begun = await startDueSchedules(ticker({ clock: at(MINUTE_MS), runs }), {});

      expect(begun).toEqual([name]);
      expect((await listScheduleRuns(admin(), { name })).at(-1)).toMatchObject({
        id,
        state: "failed",
        result,
      });
    },
  );

  test("gives up after six hours a run that nothing reports on", async () => {
    const { id } = await startSchedule(admin(), { name });
    await tick(5 * 60 * MINUTE_MS);
    expect((await schedule()).last).toMatchObject({ id, state: "queued" });

    await tick(7 * 60 * MINUTE_MS);

    expect((await schedule()).last).toMatchObject({ id, state: "failed" });
  });
});

describe("startSchedule", () => {
  test("runs it now, also while it is paused, and keeps who asked", async () => {
    await pauseSchedule(admin(), { name });

    const { id } = await startSchedule(admin(), { name });

    expect((await schedule()).last).toMatchObject({ id, state: "queued", isAsked: true });
    expect(await events()).toMatchObject([{ data: { scheduleRunId: id } }]);
    expect(await rows()).toMatchObject([
      {
        operation: "schedules.start-schedule",
        actorId: "usr_admin",
        door: "admin",
        subjects: [name, id],
        input: { name },
        outcome: "ok",
      },
      {
        operation: "schedules.pause-schedule",
        actorId: "usr_admin",
        subjects: [name],
        input: { name },
        changes: [{ subject: name, before: { isPaused: false }, after: { isPaused: true } }],
      },
    ]);
  });

  test("runs it once, though several ask at once", async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 3 }, () => startSchedule(admin(), { name })),
    );

    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(asked.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "CONFLICT" },
    });
    expect(await listScheduleRuns(admin(), { name })).toHaveLength(1);
  });

  test("leaves nothing behind when it is refused", async () => {
    await startSchedule(admin(), { name });
    await expect(startSchedule(admin(), { name })).rejects.toMatchObject({ code: "CONFLICT" });

    expect(await events()).toHaveLength(1);
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(["failed", "ok"]);
  });

  test("knows no other schedules than there are", async () => {
    await expect(
      startSchedule(admin(), { name: "format-disk" as typeof name }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

describe("pauseSchedule and resumeSchedule", () => {
  test("nothing begins by the clock while it is paused, and what was missed is not made up for", async () => {
    await changeSchedule(admin(), { name, cron: "5 * * * *", timeZone: "UTC" });
    await pauseSchedule(admin(), { name });
    expect(await tick(DAY_MS - MINUTE_MS * 30)).not.toContain(name);
    expect(await schedule()).toMatchObject({ isPaused: true, nextAt: null, last: null });

    await resumeSchedule(admin(at(DAY_MS)), { name });

    expect(await tick(DAY_MS + MINUTE_MS)).not.toContain(name);
    expect(await schedule()).toMatchObject({
      isPaused: false,
      nextAt: at(DAY_MS + 5 * MINUTE_MS)(),
    });
    expect(await rows(1)).toMatchObject([
      {
        operation: "schedules.resume-schedule",
        subjects: [name],
        changes: [{ subject: name, before: { isPaused: true }, after: { isPaused: false } }],
      },
    ]);
    expect(await tick(DAY_MS + 6 * MINUTE_MS)).toContain(name);
  });

  test("resuming what is not paused does not lose the moment that is due", async () => {
    await changeSchedule(admin(), { name, cron: "5 * * * *", timeZone: "UTC" });

    await resumeSchedule(admin(at(DAY_MS)), { name });

    expect(await tick(DAY_MS)).toContain(name);
  });
});

describe("changeSchedule", () => {
  test("it is due by the new times, in the given zone, and the change is audited", async () => {
    await changeSchedule(admin(), { name, cron: "30 8 * * 1", timeZone: "Asia/Tokyo" });

    expect(await schedule()).toMatchObject({
      cron: "30 8 * * 1",
      timeZone: "Asia/Tokyo",
      nextAt: new Date("2026-11-22T23:30:00Z"),
      changedAt: start,
    });
    expect(await rows(1)).toMatchObject([
      {
        operation: "schedules.change-schedule",
        subjects: [name],
        input: { name, cron: "30 8 * * 1", timeZone: "Asia/Tokyo" },
        changes: [
          {
            subject: name,
            before: { cron: "50 2 * * *", timeZone: "UTC" },
            after: { cron: "30 8 * * 1", timeZone: "Asia/Tokyo" },
          },
        ],
      },
    ]);
  });

  test("refuses what is no time, and leaves the schedule as it was", async () => {
    const before = await schedule();

    await expect(
      changeSchedule(admin(), { name, cron: "0 0 31 2 *", timeZone: "UTC" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT", errors: [{ path: "cron" }] });

    expect(await schedule()).toEqual(before);
  });

  test("the next five times can be seen before", async () => {
    const { times } = await previewTiming(admin(), { cron: "0 3 * * *", timeZone: "UTC" });
    expect(times.map((time) => time.toISOString())).toEqual(
      [21, 22, 23, 24, 25].map((day) => `2026-11-${day}T03:00:00.000Z`),
    );
  });
});

describe("a run of a schedule", () => {
  const sweep = "remove-leftover-uploads";
  const incoming = { count: async () => 0, removeAbandoned: async () => 0 };

  /** Begins it by the clock on that day, and does it unless it is skipped. */
  async function runOn(day: number, given: Given = {}) {
    const clock = at(day * DAY_MS);
    const ctx = worker({ clock, incoming, ...given });
    expect(await startDueSchedules(ctx, {})).toContain(sweep);
    const [run] = await listScheduleRuns(admin(clock), { name: sweep });
    const id = run?.id ?? "";
    const { isWanted } = await beginScheduleRun(ctx, { name: sweep, id, engineRunId: `e${day}` });
    if (isWanted) await endScheduleRun(ctx, { name: sweep, id, counts: { files: 2, uploads: 0 } });
    for (const other of scheduleNames.filter((each) => each !== sweep)) {
      const [open] = await listScheduleRuns(admin(clock), { name: other });
      if (open) await endScheduleRun(ctx, { name: other, id: open.id, counts: {} });
    }
    const [after] = await listScheduleRuns(admin(clock), { name: sweep });
    return after;
  }

  test("is skipped while nothing has changed since it last did its work, but not without end", async () => {
    await tick(0);

    expect(await runOn(1)).toMatchObject({
      state: "succeeded",
      engineRunId: "e1",
      result: "Removed no unfinished uploads and 2 files of no document.",
    });
    expect(await runOn(2)).toMatchObject({
      state: "skipped",
      result: "Nothing has changed since it last did its work.",
    });
    expect(await runOn(3, { incoming: { ...incoming, count: async () => 1 } })).toMatchObject({
      state: "succeeded",
    });
    expect(await runOn(9)).toMatchObject({ state: "succeeded" });
    expect(await runOn(10)).toMatchObject({ state: "skipped" });
    expect(await runOn(17)).toMatchObject({ state: "succeeded" });
  });

  test("is done when a person asks for it, whether or not something has changed", async () => {
    await tick(0);
    await runOn(1);
    const { id } = await startSchedule(admin(), { name: sweep });

    const begun = await beginScheduleRun(worker({ incoming }), {
      name: sweep,
      id,
      engineRunId: "asked",
    });

    expect(begun).toEqual({ isWanted: true });
  });

  test("is skipped where there is nothing to do", async () => {
    await changeSchedule(admin(), { name, cron: "5 * * * *", timeZone: "UTC" });
    await tick(5 * MINUTE_MS);
    const [run] = await listScheduleRuns(admin(), { name });

    await beginScheduleRun(worker(), { name, id: run?.id ?? "", engineRunId: "e" });

    expect((await schedule()).last).toMatchObject({
      state: "skipped",
      result: "There was nothing to do.",
    });
  });

  test("stays as it ended, when its steps run twice", async () => {
    const { id } = await startSchedule(admin(), { name });
    const step = { name, id, engineRunId: "e" } as const;
    await beginScheduleRun(worker(), step);
    await beginScheduleRun(worker({ clock: at(MINUTE_MS) }), step);
    const ended = { name, id, counts: { documents: 3 } } as const;
    expect(await endScheduleRun(worker({ clock: at(2 * MINUTE_MS) }), ended)).toEqual({
      changed: true,
      summary: "Deleted 3 documents from the trash.",
    });
    const { last } = await schedule();

    await endScheduleRun(worker({ clock: at(3 * MINUTE_MS) }), { ...ended, counts: {} });
    await endScheduleRun(worker({ clock: at(3 * MINUTE_MS) }), { name, id, error: "too late" });

    expect(await beginScheduleRun(worker(), step)).toEqual({ isWanted: false });
    expect((await schedule()).last).toEqual(last);
    expect(last).toMatchObject({ startedAt: start, durationMs: 2 * MINUTE_MS });
  });

  test("says why it failed", async () => {
    const { id } = await startSchedule(admin(), { name });

    await endScheduleRun(worker(), { name, id, error: "The disk does not answer" });

    expect((await schedule()).last).toMatchObject({
      state: "failed",
      result: "The disk does not answer",
    });
  });

  test("is deleted after fifty others, except the last that did its work", async () => {
    const ids: string[] = [];
    for (let turn = 0; turn < RUNS_KEPT + 3; turn++) {
      const { id } = await startSchedule(admin(at(turn * MINUTE_MS)), { name });
      const ending = turn === 0 ? { counts: {} } : { error: "no" };
      await endScheduleRun(worker(), { name, id, ...ending });
      ids.push(id);
    }

    const kept = await listScheduleRuns(admin(), { name });

    expect(kept.map(({ id }) => id)).toEqual(ids.slice(3).reverse());
    expect(await db.platform.schedules.findLastSuccess(keyOf(name))).toMatchObject({ id: ids[0] });
    expect(await db.platform.schedules.findRun(ids[1] ?? "")).toBeNull();
  });
});

describe("who may", () => {
  const timing = { cron: "5 * * * *", timeZone: "UTC" };

  test.each([
    ["schedules.change-schedule", () => changeSchedule(worker(), { name, ...timing })],
    ["schedules.pause-schedule", () => pauseSchedule(worker(), { name })],
    ["schedules.resume-schedule", () => resumeSchedule(worker(), { name })],
    ["schedules.start-schedule", () => startSchedule(worker(), { name })],
  ])("a job is refused %s, and the refusal is recorded", async (operation, call) => {
    await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });

    expect(await rows()).toMatchObject([
      {
        operation,
        actorKind: "job",
        actorId: "run-schedule",
        door: "job",
        outcome: "refused",
        errorCode: "FORBIDDEN",
      },
    ]);
    expect(await schedule()).toMatchObject({ isPaused: false, changedAt: null, last: null });
  });

  test("an admin and another job are refused the work itself", async () => {
    const { id } = await startSchedule(admin(), { name });
    for (const ctx of [admin(), aJobAcross({ db }, "relay-outbox")])
      for (const call of [
        () => startDueSchedules(ctx, {}),
        () => beginScheduleRun(ctx, { name, id, engineRunId: "e" }),
        () => workSchedule(ctx, { name, from: null }),
        () => endScheduleRun(ctx, { name, id, counts: {} }),
      ])
        await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });

    expect((await schedule()).last).toMatchObject({ id, state: "queued" });
  });
});

test("schedules of one name and several subjects are apart, and those of a subject are not the platform's", async () => {
  const { schedules } = db.platform;
  const [own, mill] = [keyOf(name), { name, subject: "ws_mill" }];
  await schedules.add([own, mill].map((key) => ({ ...key, dueAt: start })));
  await schedules.update(mill, { isPaused: true });
  const run = await schedules.beginRun(mill, { askedById: null, createdAt: start });

  expect(await schedule()).toMatchObject({ isPaused: false, last: null });
  expect(await schedules.list("ws_mill")).toMatchObject([{ ...mill, isPaused: true }]);
  expect(await schedules.findOpenRun(own)).toBeNull();
  expect(await schedules.findOpenRun(mill)).toMatchObject({ id: run.id, subject: "ws_mill" });
  expect(await listScheduleRuns(admin(), { name })).toEqual([]);
  expect(await tick(0)).toContain(name);
});
