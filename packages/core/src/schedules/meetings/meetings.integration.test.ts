import { createDatabase } from "@besunny/db/database";
import { freshDatabase } from "@besunny/db/test/fresh-database";
import { afterAll, beforeEach, expect, test } from "vitest";
import {
  aContext,
  aJobAcross,
  anEmail,
  anIdentityContext,
  password,
  signedIn,
} from "../../../test/contexts";
import { anIndex } from "../../../test/documents";
import { aMeeting } from "../../../test/meetings";
import { completeAction } from "../../actions/complete-action";
import { createAction } from "../../actions/create-action";
import type { WorkspaceContext } from "../../context";
import { signUp } from "../../identity/sign-up";
import { changeWishes } from "../../meetings/change-wishes";
import { getWishes } from "../../meetings/get-wishes";
import { listNotices } from "../../notifications/list-notices";
import { callerOf } from "../../operation/caller-of";
import type { Schedule } from "../schedule";
import { remindOfActions } from "./remind-of-actions";
import { understandMeetingsAgain } from "./understand-meetings-again";

const { index, close } = await anIndex();

let db: ReturnType<typeof createDatabase>;
let template: WorkspaceContext;
let now: Date;
beforeEach(async () => {
  const fresh = await freshDatabase();
  db = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
  template = await aContext({ index });
  now = new Date("2026-03-03T07:30:00Z");
  return async () => {
    await db.close();
    await fresh.drop();
  };
});
afterAll(close);

async function aPerson() {
  const { user, workspace } = await signUp(anIdentityContext({ db, clock: () => now }), {
    name: "Olive Owner",
    email: anEmail(),
    password,
    workspaceName: "Mill",
  });
  const given = { name: "Olive", role: "owner" as const, projects: [], groups: [], via: signedIn };
  const actor = { kind: "user" as const, id: user.id, ...given };
  return { ...template, db, clock: () => now, workspaceId: workspace.id, actor };
}

/** Works as the schedule does, if there is work. Returns whether there was. */
async function run(schedule: Schedule): Promise<boolean> {
  const ctx = aJobAcross({
    db,
    clock: () => now,
    asPerson: (workspaceId, actor) =>
      callerOf({ ...template, db, clock: () => now, workspaceId, actor, door: "job" }),
    inWorkspace: (workspaceId) =>
      callerOf({
        ...template,
        db,
        workspaceId,
        actor: { kind: "job", name: "run-schedule" },
        door: "job",
      }),
  });
  if ((await schedule.look(ctx)) === null) return false;
  for (let next: string | null = ""; next !== null; )
    next = (await schedule.work(ctx, next || null)).next;
  return true;
}
const notices = async (ctx: WorkspaceContext) =>
  (await listNotices(ctx, {})).items
    .filter(({ kind }) => kind === "action")
    .map(({ day, count, path }) => ({ day, count, path }));

test("a person is reminded once a day, at eight on their own clock, of what is overdue or due", async () => {
  const ctx = await aPerson();
  const mine = { ownerId: ctx.actor.id };
  await createAction(ctx, { text: "Late", dueOn: "2026-03-01", ...mine });
  await createAction(ctx, { text: "Today", dueOn: "2026-03-03", ...mine });
  await createAction(ctx, { text: "Tomorrow", dueOn: "2026-03-04", ...mine });
  await createAction(ctx, { text: "Some day", ...mine });
  await createAction(ctx, { text: "Somebody else", dueOn: "2026-03-01", ownerName: "Otto" });
  const { id } = await createAction(ctx, { text: "Done", dueOn: "2026-03-01", ...mine });
  await completeAction(ctx, { ids: [id] });

  expect(await run(remindOfActions)).toBe(false);
  await changeWishes(ctx, { zone: "Europe/Berlin" });
  expect(await run(remindOfActions)).toBe(true);
  expect(await run(remindOfActions)).toBe(false);
  expect(await notices(ctx)).toEqual([{ day: "2026-03-03", count: 2, path: "/actions" }]);

  now = new Date("2026-03-04T06:59:00Z");
  expect(await run(remindOfActions)).toBe(false);
  now = new Date("2026-03-04T07:00:00Z");
  expect(await run(remindOfActions)).toBe(true);
  expect(await notices(ctx)).toMatchObject([{ day: "2026-03-04", count: 3 }, { count: 2 }]);
});

test("who has switched reminders off, and who owes nothing, is not reminded", async () => {
  const ctx = await aPerson();
  const nobody = await aPerson();
  now = new Date("2026-03-03T12:00:00Z");
  await createAction(ctx, { text: "Late", dueOn: "2026-03-01", ownerId: ctx.actor.id });
  await createAction(nobody, { text: "Not yet", dueOn: "2026-03-04", ownerId: nobody.actor.id });
  await changeWishes(ctx, { isReminded: false });
  expect(await run(remindOfActions)).toBe(false);
  await changeWishes(ctx, { briefMinutes: null });
  expect(await getWishes(ctx, {})).toEqual({
    briefMinutes: null,
    isBriefedEvening: true,
    isReminded: false,
    zone: null,
  });
  await expect(changeWishes(ctx, { zone: "Moon/Sea" })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
  await changeWishes(ctx, { isReminded: true });
  expect(await run(remindOfActions)).toBe(true);
  expect(await notices(ctx)).toHaveLength(1);
  expect(await notices(nobody)).toEqual([]);
});

test("meetings that local models understood in place of a hosted one are asked for again, after a pause", async () => {
  const ctx = await aPerson();
  const said = ["Ann: Good morning, we talk about the rent.", "Ben: I will call the landlord."];
  const { id, documentId } = await aMeeting(ctx, said);
  const other = await aMeeting(ctx, [...said, "Ann: Good."]);
  const fallBack = (meetingId: string, fallbackCause: string, understoodAt: Date) =>
    db.write({ workspaceId: ctx.workspaceId, principals: ["all"] }, ({ meetings }) =>
      meetings.update(meetingId, {
        producer: { kind: "local", model: "a-test", release: "1", fallbackCause },
        understoodAt,
      }),
    );
  const asked = async () =>
    (await announcedIn(ctx)).filter(({ name }) => name === "meeting/understanding-asked");
  const before = (await asked()).length;
  await fallBack(other.id, "redaction", new Date("2026-03-01"));
  expect(await run(understandMeetingsAgain)).toBe(false);
  await fallBack(id, "provider", new Date("2026-03-03T06:00:00Z"));
  expect(await run(understandMeetingsAgain)).toBe(false);
  now = new Date("2026-03-03T10:00:00Z");
  expect(await run(understandMeetingsAgain)).toBe(true);
  expect((await asked()).slice(before).map(({ data }) => data)).toMatchObject([{ documentId }]);
});

function announcedIn({ workspaceId }: WorkspaceContext) {
  return db.read({ workspaceId, principals: ["all"] }, ({ outbox }) => outbox.listUnsent());
}
