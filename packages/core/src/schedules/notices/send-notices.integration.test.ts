import { createDatabase } from "@besunny/db/database";
import { freshDatabase } from "@besunny/db/test/fresh-database";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import {
  aContext,
  aJobAcross,
  anEmail,
  anIdentityContext,
  inBackground,
  password,
  signedIn,
} from "../../../test/contexts";
import {
  anIndex,
  anUnderstanding,
  aReadyDocument,
  runOf,
  uploadText,
} from "../../../test/documents";
import type { Role } from "../../access/actions";
import { addComment } from "../../comments/add-comment";
import type { PlatformContext, WorkspaceContext } from "../../context";
import { getMailSubscription } from "../../identity/mails/get-mail-subscription";
import { stopMails } from "../../identity/mails/stop-mails";
import { changeLanguage } from "../../identity/own/change-language";
import { changeTimeZone } from "../../identity/own/change-time-zone";
import { signUp } from "../../identity/sign-up";
import { changeNoticeSettings } from "../../notifications/change-notice-settings";
import { getNoticeSettings } from "../../notifications/get-notice-settings";
import { listNotices } from "../../notifications/list-notices";
import { markNoticesRead } from "../../notifications/mark-notices-read";
import { callerOf } from "../../operation/caller-of";
import { startRun } from "../../processing/runs/start-run";
import { failDocument } from "../../processing/stages/fail-document";
import { createProject } from "../../projects/create-project";
import { putProjectMember } from "../../projects/put-project-member";
import { shareDocument } from "../../sharing/share-document";
import { unshareDocument } from "../../sharing/unshare-document";
import { createView } from "../../views/create-view";
import { setViewHabits } from "../../views/set-view-habits";
import { sendNotices } from "./send-notices";

const { index, close } = await anIndex();

let fresh: Awaited<ReturnType<typeof freshDatabase>> | undefined;
let db: ReturnType<typeof createDatabase>;
let template: WorkspaceContext;
let now: Date;
let sent: { to: string; subject: string; text: string; id?: string }[];
let isServerDown: boolean;

beforeEach(async () => {
  fresh = await freshDatabase();
  const { appUrl, identityUrl, platformUrl, drop } = fresh;
  db = createDatabase({ app: appUrl, identity: identityUrl, platform: platformUrl });
  template = await aContext({ index });
  // Notices are made by the clock of PostgreSQL.
  now = new Date();
  now.setUTCHours(12, 0, 0, 0);
  now = new Date(now.getTime() + 86_400_000);
  sent = [];
  isServerDown = false;
  return async () => {
    await db.close();
    await drop();
  };
});
afterAll(close);

const minutes = (count: number) => {
  now = new Date(now.getTime() + count * 60_000);
};
const days = (count: number) => minutes(count * 24 * 60);
const identity = () => anIdentityContext({ db, clock: () => now });

async function anOwner() {
  const email = anEmail();
  const { user, workspace } = await signUp(identity(), {
    name: "Olive Owner",
    email,
    password,
    workspaceName: "Mill",
  });
  const actor = person(user.id, "owner");
  return { ...template, db, clock: () => now, workspaceId: workspace.id, actor, email };
}

async function aMember(owner: Awaited<ReturnType<typeof anOwner>>, role: Role = "member") {
  const other = await anOwner();
  await db.identity.access.addMember(owner.workspaceId, other.actor.id, role);
  return { ...owner, actor: person(other.actor.id, role), email: other.email };
}

function person(id: string, role: Role) {
  return {
    kind: "user" as const,
    id,
    name: "Olive",
    role,
    projects: [],
    groups: [],
    via: signedIn,
  };
}

function upkeep(isConfigured: boolean): PlatformContext {
  return aJobAcross({
    db,
    clock: () => now,
    webUrl: "https://docs.example",
    mail: {
      isConfigured,
      verify: async () => undefined,
      send: async (message) => {
        if (isServerDown) throw new Error("The server is down");
        sent.push(message);
        return true;
      },
    },
    asPerson: (workspaceId, actor) =>
      callerOf({ ...template, db, clock: () => now, workspaceId, actor, door: "job" }),
  });
}

/** Works as the schedule does, if there is work. */
async function run({ isConfigured = true } = {}): Promise<boolean> {
  const ctx = upkeep(isConfigured);
  if ((await sendNotices.look(ctx)) === null) return false;
  for (let next: string | null = ""; next !== null; )
    next = (await sendNotices.work(ctx, next || null)).next;
  return true;
}

const to = (email: string) => sent.filter((mail) => mail.to === email);
const kindsOf = async (ctx: WorkspaceContext) =>
  (await listNotices(ctx, {})).items.map(({ kind }) => kind);

async function fail(ctx: WorkspaceContext) {
  const { document } = await uploadText(ctx, crypto.randomUUID(), { title: "Torn page" });
  const work = inBackground(ctx);
  const given = await runOf(ctx, document.id);
  await startRun(work, given);
  await failDocument(work, { ...given, code: "CORRUPT", message: "Damaged.", remedy: "Save." });
  await failDocument(work, { ...given, code: "CORRUPT", message: "Damaged.", remedy: "Save." });
}

describe("the daily digest", () => {
  test("is one mail a day with links, however often the schedule runs", async () => {
    const owner = await anOwner();
    await run();
    await fail(owner);
    expect(await kindsOf(owner)).toEqual(["failure"]);
    days(1);
    await run();
    await run();
    minutes(60);
    expect(await run()).toBe(false);

    expect(to(owner.email)).toHaveLength(1);
    expect(to(owner.email)[0]).toMatchObject({
      subject: "Torn page could not be read (Mill)",
      text: expect.stringContaining("https://docs.example/documents/doc_"),
    });
    days(1);
    await run();
    expect(to(owner.email)).toHaveLength(1);
  });

  test("is written in the language that the person chose", async () => {
    const owner = await anOwner();
    await changeLanguage(identity(), { userId: owner.actor.id, language: "de" });
    await run();
    await fail(owner);
    days(1);
    await run();

    expect(to(owner.email)).toMatchObject([
      {
        subject: "Torn page konnte nicht gelesen werden (Mill)",
        text: expect.stringMatching(/^Ihr Tag in Mill:[\s\S]*Diese E-Mails abbestellen: https:/),
      },
    ]);
  });

  test("comes in the morning of the person's own time zone", async () => {
    const owner = await anOwner();
    await run();
    await changeTimeZone(identity(), { userId: owner.actor.id, timeZone: "Asia/Tokyo" });
    await fail(owner);
    now.setUTCHours(21, 55);
    await run();
    expect(to(owner.email)).toHaveLength(0);
    minutes(10);
    await run();
    expect(to(owner.email)).toHaveLength(1);
  });

  test("tells of dates, each once, at the words that state them", async () => {
    const owner = await anOwner();
    const soon = new Date(now.getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
    await aReadyDocument(owner, "Pay by then.", {
      title: "Invoice 7",
      understanding: anUnderstanding({
        facts: [
          { name: "due date", value: soon, normalised: soon, confidence: 0.9, evidence: [[0, 8]] },
        ],
      }),
    });
    await run();
    days(1);
    await run();

    const [first, ...others] = to(owner.email);
    expect(first?.text).toContain(`Invoice 7: ${soon}`);
    expect(first?.text).toMatch(/documents\/doc_\w+\?span=0-8/);
    expect(others).toEqual([]);
    expect((await kindsOf(owner)).filter((kind) => kind === "due")).toHaveLength(1);
  });

  test("tells of new documents in a watched view, and again only when there are more", async () => {
    const owner = await anOwner();
    const { id } = await createView(owner, { name: "Leases", query: "lease" });
    await setViewHabits(owner, { id, isAlerting: true });
    minutes(1);
    await aReadyDocument(owner, "The lease.", { title: "Lease one" });
    const isTold = async () => {
      days(1);
      await run();
      return (await kindsOf(owner)).filter((kind) => kind === "view").length;
    };
    expect(await isTold()).toBe(1);
    expect(await isTold()).toBe(1);
    await aReadyDocument(owner, "Another lease.", { title: "Lease two" });
    expect(await isTold()).toBe(2);
    expect(to(owner.email).at(-1)?.text).toContain("2 new documents in Leases");
  });

  test("loses nothing while no mails can be sent", async () => {
    const owner = await anOwner();
    await fail(owner);
    await run({ isConfigured: false });
    expect(sent).toEqual([]);
    expect(await kindsOf(owner)).toEqual(["failure"]);
    days(1);
    await run();
    expect(to(owner.email)).toHaveLength(1);
  });

  test("is sent again when the mail server comes back", async () => {
    const owner = await anOwner();
    await fail(owner);
    isServerDown = true;
    await run();
    isServerDown = false;
    expect(await run()).toBe(false);
    minutes(16);
    await run();
    minutes(16);
    await run();
    expect(to(owner.email)).toHaveLength(1);
  });
});

describe("a mail at once", () => {
  test("tells once of what was shared, and holds what belongs together", async () => {
    const owner = await anOwner();
    const member = await aMember(owner);
    const { id } = await aReadyDocument(owner, "The rent.", { title: "Lease" });
    await run();
    await shareDocument(owner, { id, with: [{ userId: member.actor.id }] });
    await addComment(owner, { documentId: id, text: "Look", mentionedIds: [member.actor.id] });
    await run();
    await run();

    const mails = to(member.email).filter(({ subject }) => subject.includes("Mill"));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("shared Lease with you");
    expect(mails[0]?.text).toContain('"Look"');
    expect(mails[0]?.id).toMatch(/^nml_/);
  });

  test("waits for the end of quiet hours", async () => {
    const owner = await anOwner();
    const member = await aMember(owner);
    const { id } = await createProject(owner, { name: "Move" });
    await run();
    await changeNoticeSettings(member, { quiet: { from: 11 * 60, to: 13 * 60 } });
    await putProjectMember(owner, { id, userId: member.actor.id, role: "reader" });
    await run();
    expect(to(member.email)).toEqual([]);
    minutes(61);
    await run();
    expect(to(member.email)[0]?.text).toContain("added you to the project Move");
  });

  test("does not tell of what its person may not see any more, nor of what they have read", async () => {
    const owner = await anOwner();
    const member = await aMember(owner);
    const { id: projectId } = await createProject(owner, { name: "Secret", isRestricted: true });
    const given = { title: "Salaries", projectIds: [projectId] };
    const { id } = await aReadyDocument(owner, "Money.", given);
    await run();
    const withMember = { userId: member.actor.id };
    await shareDocument(owner, { id, with: [withMember] });
    await unshareDocument(owner, { id, with: withMember });
    await run();
    const { id: open } = await createProject(owner, { name: "Open" });
    await putProjectMember(owner, { id: open, userId: member.actor.id, role: "reader" });
    await markNoticesRead(member, {});
    await run();
    expect(to(member.email)).toEqual([]);
  });

  test("is not for who switched the topic off, and the inbox is not either", async () => {
    const owner = await anOwner();
    const member = await aMember(owner);
    await changeNoticeSettings(member, { channels: { project: "off" } });
    const { id } = await createProject(owner, { name: "Move" });
    await putProjectMember(owner, { id, userId: member.actor.id, role: "reader" });
    await run();
    expect(await kindsOf(member)).toEqual([]);
    expect(to(member.email)).toEqual([]);
    expect((await getNoticeSettings(member, {})).channels).toMatchObject({
      project: "off",
      share: "mail",
    });
  });
});

test("the link of any mail stops all mails of the workspace, and the inbox goes on", async () => {
  const owner = await anOwner();
  await fail(owner);
  await run();
  const token = /unsubscribe\/(\S+)/.exec(to(owner.email)[0]?.text ?? "")?.[1] ?? "";
  expect(await getMailSubscription(identity(), { token })).toEqual({
    email: owner.email,
    workspaceName: "Mill",
  });
  await stopMails(identity(), { token });
  await stopMails(identity(), { token });
  await fail(owner);
  days(1);
  await run();
  expect(to(owner.email)).toHaveLength(1);
  expect(await kindsOf(owner)).toEqual(["failure", "failure"]);
  expect(await getNoticeSettings(owner, {})).toMatchObject({ isMailed: false });

  days(91);
  expect(await getMailSubscription(identity(), { token })).toBeNull();
  await expect(stopMails(identity(), { token: "unknown-token" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
