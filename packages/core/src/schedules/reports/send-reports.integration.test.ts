import { createDatabase } from "@besunny/db/database";
import { freshDatabase, queryOnce } from "@besunny/db/test/fresh-database";
import { createReportFiles } from "@besunny/reports/make-report-file";
import { fonts } from "@besunny/reports/test/fonts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import {
  aContext,
  actingIn,
  aJobAcross,
  anEmail,
  anIdentityContext,
  aPlatformContext,
  password,
  signedIn,
} from "../../../test/contexts";
import type { Role } from "../../access/actions";
import type { PlatformContext } from "../../context";
import { signUp } from "../../identity/sign-up";
import { readMetrics } from "../../metrics/read-metrics";
import { listNotices } from "../../notifications/list-notices";
import { callerOf } from "../../operation/caller-of";
import { changeReport } from "../../platform/reports/change-report";
import { createReport } from "../../platform/reports/create-report";
import { getReportFile } from "../../platform/reports/get-report-file";
import { listReportRuns } from "../../platform/reports/list-report-runs";
import { listReports } from "../../platform/reports/list-reports";
import { pauseReport } from "../../platform/reports/pause-report";
import { removeReport } from "../../platform/reports/remove-report";
import { sendReport } from "../../platform/reports/send-report";
import { rangeOf } from "../../reports/contract/range-of";
import { createReport as createInWorkspace } from "../../reports/create-report";
import { getReportFile as getFileInWorkspace } from "../../reports/get-report-file";
import { listReportRuns as listRunsInWorkspace } from "../../reports/list-report-runs";
import { sendReports } from "./send-reports";

type Sent = { to: string; subject: string; id?: string; attachments?: readonly Attached[] };
type Attached = { filename: string; content: Uint8Array };

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: ReturnType<typeof createDatabase>;
let now: Date;
let sent: Sent[];
let isServerDown: boolean;
let warnings: object[];
let admin: { id: string; email: string };
let fellow: { id: string; email: string };
let stranger: { id: string; email: string; workspaceId: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  const { appUrl, identityUrl, platformUrl } = fresh;
  db = createDatabase({ app: appUrl, identity: identityUrl, platform: platformUrl });
  admin = await aPerson(true);
  fellow = await aPerson(true);
  stranger = await aPerson(false);
  await sql(`insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access, created_at)
    select 'doc_' || n, '${stranger.workspaceId}', 'Lease', 'lease.txt', 'text/plain', 1, 'h' || n, 'k' || n, '{all,ws}',
           timestamptz '2026-03-23 10:00:00Z' + n * interval '1 hour' from generate_series(0, 29) n`);
});
beforeEach(async () => {
  await sql("delete from report_schedules");
  now = new Date("2026-03-25T05:00:00.000Z");
  sent = [];
  isServerDown = false;
  warnings = [];
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const sql = (text: string) => queryOnce(fresh.superuserUrl, text);

async function aPerson(isPlatformAdmin: boolean) {
  const email = anEmail();
  const { user, workspace } = await signUp(anIdentityContext({ db }), {
    name: `Pat ${email.slice(0, 4)}`,
    email,
    password,
    workspaceName: "Their own",
  });
  await sql(`update users set is_platform_admin = ${isPlatformAdmin} where id = '${user.id}'`);
  return { id: user.id, email, workspaceId: workspace.id };
}

function asAdmin(id = admin.id): PlatformContext {
  return aPlatformContext({
    db,
    clock: () => now,
    actor: { kind: "platformAdmin", id, confirmedAt: new Date() },
  });
}

function worker(): PlatformContext {
  return aJobAcross({
    db,
    log: { info() {}, warn: (fields) => warnings.push(fields), error() {} },
    clock: () => now,
    reportFiles: createReportFiles({ fonts }),
    mail: {
      isConfigured: true,
      verify: async () => undefined,
      send: async (message) => {
        if (isServerDown) throw new Error("The server is down");
        sent.push(message);
        return true;
      },
    },
  });
}

async function tick(ctx = worker()): Promise<void> {
  if ((await sendReports.look(ctx)) === null) return;
  for (let next: string | null = null; ; ) {
    const part = await sendReports.work(ctx, next);
    next = part.next;
    if (next === null) return;
  }
}

const choices = (given: object = {}) => ({
  title: "Received each week",
  cron: "0 6 * * *",
  timeZone: "Europe/Berlin",
  range: "last7Days" as const,
  format: "csv" as const,
  channels: ["mail" as const],
  recipientIds: [admin.id, fellow.id],
  tiles: [
    { metric: "documents.received", grain: "day" as const },
    { metric: "documents.ready" },
    { metric: "gone.metric" },
  ],
  ...given,
});

async function theRuns(id: string) {
  return (await listReportRuns(asAdmin(), { id })).items;
}

describe("a report on all workspaces", () => {
  test("is made once at its time, and goes to those who may see it, with the figures of the screen", async () => {
    const { id } = await createReport(
      asAdmin(),
      choices({ recipientIds: [admin.id, stranger.id] }),
    );
    await tick();
    expect(await theRuns(id)).toEqual([]);

    now = new Date("2026-03-26T05:00:10.000Z");
    await Promise.all([tick(), tick()]);
    await tick();

    const [run, ...more] = await theRuns(id);
    expect(more).toEqual([]);
    expect(run).toMatchObject({ state: "sent", isAsked: false, hasFile: true, problem: null });
    expect(run?.deliveries).toEqual([
      expect.objectContaining({ userId: admin.id, channel: "mail", outcome: "sent" }),
      expect.objectContaining({ userId: stranger.id, outcome: "noRight" }),
    ]);
    expect(sent.map(({ to }) => to)).toEqual([admin.email]);
    const [attached] = sent[0]?.attachments ?? [];
    const csv = Buffer.from(attached?.content ?? []).toString();
    expect(attached?.filename).toBe("received-each-week-2026-03-26.csv");
    const lines = csv.split("\r\n").filter((line) => line.includes("Documents received"));
    // 14 documents of 23 March, 16 of the day after, in Berlin, where the day begins an hour before that of UTC.
    expect(lines.map((line) => line.split(",").slice(-6))).toEqual([
      ["", "", "", "30", "30", ""],
      ["2026-03-19", "", "", "0", "0", ""],
      ["2026-03-20", "", "", "0", "0", ""],
      ["2026-03-21", "", "", "0", "0", ""],
      ["2026-03-22", "", "", "0", "0", ""],
      ["2026-03-23", "", "", "13", "13", ""],
      ["2026-03-24", "", "", "17", "17", ""],
      ["2026-03-25", "", "", "0", "0", ""],
    ]);
    expect(csv).toContain("gone.metric");

    const file = await getReportFile(asAdmin(fellow.id), { id: run?.id ?? "" });
    expect(Buffer.from(file.base64, "base64").toString()).toBe(csv);
    expect((await listReports(asAdmin(), {})).items).toEqual([
      expect.objectContaining({
        id,
        nextAt: new Date("2026-03-27T05:00:00.000Z"),
        ownerId: admin.id,
      }),
    ]);
  });

  test("is kept while the mail server is down, and then reaches only those who lack it", async () => {
    const { id } = await createReport(asAdmin(), choices());
    await sendReport(asAdmin(), { id });
    await expect(sendReport(asAdmin(), { id })).rejects.toMatchObject({ code: "CONFLICT" });
    const taken = worker();
    await tick({
      ...taken,
      mail: {
        ...taken.mail,
        send: async (message) => {
          if (message.to === fellow.email) throw new Error("The mailbox is full");
          return taken.mail.send(message);
        },
      },
    });
    expect(await theRuns(id)).toMatchObject([
      { state: "made", hasFile: true, problem: "The mail server did not take it." },
    ]);
    expect(sent.map(({ to }) => to)).toEqual([admin.email]);

    await tick();
    expect(sent).toHaveLength(1);
    now = new Date(now.getTime() + 16 * 60_000);
    await tick();
    await tick();
    expect(sent.map(({ to }) => to)).toEqual([admin.email, fellow.email]);
    expect(await theRuns(id)).toMatchObject([{ state: "sent", problem: null, isAsked: true }]);

    isServerDown = true;
    await pauseReport(asAdmin(), { id, isPaused: true });
    await sendReport(asAdmin(), { id });
    await tick();
    now = new Date(now.getTime() + 4 * 86_400_000);
    await tick();
    const [late] = await theRuns(id);
    expect(late).toMatchObject({ state: "failed", hasFile: true });
    expect(late?.problem).toContain("not delivered");
  });

  test("pauses and says why when its owner may not see its figures any more", async () => {
    const owner = await aPerson(true);
    const { id } = await createReport(asAdmin(owner.id), choices());
    await sql(`update users set is_platform_admin = false where id = '${owner.id}'`);
    now = new Date("2026-03-26T05:00:10.000Z");
    await tick();

    expect(sent).toEqual([]);
    const [run] = await theRuns(id);
    expect(run).toMatchObject({ state: "failed", hasFile: false });
    expect((await listReports(asAdmin(), {})).items).toMatchObject([
      { id, isPaused: true, nextAt: null, pauseReason: run?.problem },
    ]);
  });

  test("is left out if its figures have not changed, where that is wished, but not if it is asked for", async () => {
    const { id } = await createReport(
      asAdmin(),
      choices({ skipsUnchanged: true, tiles: [{ metric: "documents.received" }] }),
    );
    for (const day of [26, 27]) {
      now = new Date(`2026-03-${day}T05:00:10.000Z`);
      await tick();
    }
    await sendReport(asAdmin(), { id });
    await tick();
    expect((await theRuns(id)).map(({ state }) => state)).toEqual(["sent", "skipped", "sent"]);
    expect(sent).toHaveLength(4);
  });

  test("is made exactly once each night at 02:30, also when the clock jumps", async () => {
    for (const [from, nights] of [
      ["2026-03-27T12:00:00.000Z", ["28", "29", "30"]],
      ["2026-10-23T12:00:00.000Z", ["24", "25", "26"]],
    ] as const) {
      now = new Date(from);
      const { id } = await createReport(
        asAdmin(),
        choices({
          cron: "30 2 * * *",
          recipientIds: [admin.id],
          tiles: [{ metric: "documents.received" }],
        }),
      );
      for (let quarter = 0; quarter < 3 * 96; quarter += 1) {
        now = new Date(now.getTime() + 15 * 60_000);
        await tick();
      }
      const days = (await theRuns(id)).map(({ createdAt }) =>
        createdAt.toLocaleDateString("en-CA", { timeZone: "Europe/Berlin" }).slice(-2),
      );
      expect(days.toReversed()).toEqual(nights);
      await removeReport(asAdmin(), { id });
    }
  });

  test("makes up for missed times with one report, and none while it is paused", async () => {
    const { id } = await createReport(asAdmin(), choices());
    now = new Date("2026-03-30T12:00:00.000Z");
    await tick();
    expect(await theRuns(id)).toHaveLength(1);
    await pauseReport(asAdmin(), { id, isPaused: true });
    now = new Date("2026-04-02T12:00:00.000Z");
    await tick();
    expect(await theRuns(id)).toHaveLength(1);
    await pauseReport(asAdmin(), { id, isPaused: false });
    await tick();
    expect(await theRuns(id)).toHaveLength(1);
  });

  test("is changed by one of two people at a time, and goes by mail alone", async () => {
    const { id } = await createReport(asAdmin(), choices());
    const change = { id, version: 1, choices: choices({ title: "Another" }) };
    await changeReport(asAdmin(), change);
    await expect(changeReport(asAdmin(fellow.id), change)).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(createReport(asAdmin(), choices({ channels: ["inbox"] }))).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect((await listReports(asAdmin(), {})).items).toMatchObject([
      { title: "Another", version: 2 },
    ]);
  });
});

describe("a report of a workspace", () => {
  test("goes to its owners and admins, into the inbox too, and to nobody who sees less", async () => {
    const template = await aContext();
    const { workspaceId } = stranger;
    const as = (id: string, role: Role) =>
      callerOf({
        ...template,
        db,
        clock: () => now,
        workspaceId,
        actor: { kind: "user", id, name: "Pat", role, projects: [], via: signedIn },
      });
    for (const [person, role] of [
      [admin, "member"],
      [fellow, "admin"],
    ] as const)
      await sql(
        `insert into memberships (workspace_id, user_id, role) values ('${workspaceId}', '${person.id}', '${role}')`,
      );
    const owner = as(stranger.id, "owner");
    const { id } = await createInWorkspace(
      owner,
      choices({
        channels: ["mail", "inbox"],
        recipientIds: [stranger.id, admin.id, fellow.id],
        tiles: [{ metric: "documents.received" }],
      }),
    );
    now = new Date("2026-03-26T05:00:10.000Z");
    const ctx = worker();
    const tools = { ...template, db, clock: () => now };
    const working: PlatformContext = {
      ...ctx,
      inWorkspace: actingIn(tools, ctx.actor),
      asPerson: (place, person) => callerOf({ ...tools, workspaceId: place, actor: person }),
    };
    await tick(working);
    await tick(working);

    expect(warnings).toEqual([]);
    expect(sent.map(({ to }) => to).toSorted()).toEqual([stranger.email, fellow.email].toSorted());
    const { items } = await listRunsInWorkspace(owner, { id });
    expect(items).toMatchObject([{ state: "sent" }]);
    expect(items[0]?.deliveries.filter(({ outcome }) => outcome === "noRight")).toHaveLength(2);
    for (const [person, role, count] of [
      [stranger, "owner", 1],
      [fellow, "admin", 1],
      [admin, "member", 0],
    ] as const) {
      const inbox = await listNotices(as(person.id, role), {});
      const told = inbox.items.filter(({ kind }) => kind === "report");
      expect(told).toHaveLength(count);
      if (told[0]) expect(told[0]).toMatchObject({ title: "Received each week" });
    }

    const range = rangeOf("last7Days", now, "Europe/Berlin");
    const { outcomes } = await readMetrics(owner, {
      queries: [{ metric: "documents.received", ...range, timeZone: "Europe/Berlin" }],
    });
    const file = await getFileInWorkspace(owner, { id: items[0]?.id ?? "" });
    const csv = Buffer.from(file.base64, "base64").toString();
    const [outcome] = outcomes;
    expect(outcome?.ok && outcome.answer.total).toBe(30);
    expect(csv).toContain(",30,30,");
    await expect(
      getFileInWorkspace(as(admin.id, "member"), { id: items[0]?.id ?? "" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getReportFile(asAdmin(), { id: items[0]?.id ?? "" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
