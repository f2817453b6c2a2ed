import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aCalendar, type Calendar, invited, putEvents } from "../../test/calendar";
import { aColleague, aContext } from "../../test/contexts";
import { anIndex, aReadyDocument } from "../../test/documents";
import { aMeeting, connect } from "../../test/meetings";
import type { WorkspaceContext } from "../context";
import { trashDocuments } from "../documents/trash-documents";
import { listNotices } from "../notifications/list-notices";
import { getBrief } from "./get-brief";
import { listUpcoming } from "./list-upcoming";
import { prepareBriefs } from "./prepare-briefs";

const lines = [
  "Ann Berg: Good morning, let us talk about the rent of the office in Hamburg and the lease.",
  "Ben Cole: The landlord wants four percent more from April, which is a lot of money for us.",
  "Ann Berg: I will call the landlord by Friday and ask for two percent instead.",
  "Ben Cole: Good. So we agreed to stay in the office for another two years, that is decided.",
];
const absent = { code: "NOT_FOUND" };
const beganAt = new Date("2026-03-10T09:00:00Z");
const both = [invited("ann.berg@mill.test", "Ann Berg"), invited("ben@mill.test", "Cole, Ben")];

let index: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  index = await anIndex();
});
afterAll(() => index.close());

/** Somebody with a calendar. The clock shows half an hour before the meeting unless the test moves it. */
async function aGuest() {
  const owner = await aContext({ role: "owner", index: index.index });
  const calendar = await aCalendar(owner, { address: "ann.berg@mill.test" });
  return { owner, calendar };
}

const at = <Ctx extends WorkspaceContext>(ctx: Ctx, now = "2026-03-10T08:30:00Z"): Ctx => ({
  ...ctx,
  clock: () => new Date(now),
});
const prepare = (ctx: WorkspaceContext, now?: string) =>
  prepareBriefs(at(ctx, now), { timeZone: "UTC" });
const briefsOf = async (ctx: WorkspaceContext, now?: string) =>
  (await listUpcoming(at(ctx, now), {})).items;
const noticesOf = async (ctx: WorkspaceContext) =>
  (await listNotices(ctx, {})).items.filter(({ kind }) => kind === "brief").length;
const plan = (calendar: Calendar, given = {}) =>
  putEvents(calendar, [{ id: "board", title: "Board", beganAt, attendees: both, ...given }]);

describe("a brief", () => {
  test("says who is there, the last time together, what is open and what was decided, each with its source", async () => {
    const { owner, calendar } = await aGuest();
    const { id, documentId } = await aMeeting(owner, lines);
    await connect(owner, documentId);
    await plan(calendar);
    expect(await prepare(owner)).toEqual({ made: 1, withdrawn: 0 });
    const [brief] = await briefsOf(owner);
    expect(brief).toMatchObject({
      title: "Board",
      beganAt,
      hasNothing: false,
      sentence: null,
      content: {
        people: [{ name: "Cole, Ben", userId: null }],
        lastTime: { meetingId: id, source: { documentId } },
        actions: [
          {
            owner: "Ann Berg",
            dueOn: "2026-03-06",
            isConfirmed: false,
            source: { documentId, quote: expect.stringContaining("call the landlord") },
          },
        ],
        decisions: [{ isConfirmed: false, source: { documentId } }],
        unread: [],
      },
    });
    const ref = { sourceId: calendar.sourceId, externalId: "board" };
    expect(await getBrief(at(owner), ref)).toEqual(brief);
    expect(await prepare(owner)).toEqual({ made: 0, withdrawn: 0 });
  });

  test("of a meeting of which nothing is known says so in one sentence", async () => {
    const { owner, calendar } = await aGuest();
    await plan(calendar);
    await prepare(owner);
    const [brief] = await briefsOf(owner);
    expect(brief).toMatchObject({
      hasNothing: true,
      sentence: expect.stringContaining("There is no earlier meeting"),
      content: { lastTime: null, actions: [], decisions: [], changed: [], unread: [] },
    });
  });

  test("names attached documents that its person has not opened", async () => {
    const { owner, calendar } = await aGuest();
    const document = await aReadyDocument(owner, "Floor.", { fileName: "floor-2.txt" });
    await plan(calendar, {
      attachments: [{ name: "floor-2.txt", url: "https://files.example/1", itemId: null }],
    });
    await prepare(owner);
    expect((await briefsOf(owner))[0]?.content.unread).toMatchObject([
      { source: { documentId: document.id } },
    ]);
  });

  test("is made when it is due, for a meeting that is neither private, declined nor alone", async () => {
    const { owner, calendar } = await aGuest();
    await plan(calendar);
    expect(await prepare(owner, "2026-03-09T17:00:00Z")).toMatchObject({ made: 0 });
    expect(await prepare(owner, "2026-03-09T18:00:00Z")).toMatchObject({ made: 1 });
    expect(await prepare(owner, "2026-03-10T07:00:00Z")).toMatchObject({ made: 0 });
    expect(await prepare(owner, "2026-03-10T08:00:00Z")).toMatchObject({ made: 1 });

    const other = await aGuest();
    await putEvents(other.calendar, [
      { id: "one", title: "Doctor", beganAt, attendees: both, isPrivate: true },
      { id: "two", title: "Alone", beganAt, attendees: both.slice(0, 1) },
      {
        id: "three",
        title: "Declined",
        beganAt,
        attendees: [invited("ann.berg@mill.test", "Ann Berg", "declined"), ...both.slice(1)],
      },
      { id: "four", title: "Of others", beganAt, attendees: both.slice(1).concat(both.slice(1)) },
    ]);
    expect(await prepare(other.owner)).toEqual({ made: 0, withdrawn: 0 });
  });

  test("is made again when its meeting moved, and withdrawn when it is cancelled or private", async () => {
    const { owner, calendar } = await aGuest();
    await plan(calendar);
    await prepare(owner);
    await prepare(owner);
    expect(await noticesOf(owner)).toBe(1);
    const later = new Date("2026-03-10T11:00:00Z");
    await plan(calendar, { beganAt: later });
    expect(await prepare(owner)).toEqual({ made: 1, withdrawn: 0 });
    expect((await briefsOf(owner))[0]?.beganAt).toEqual(later);
    expect(await noticesOf(owner)).toBe(2);
    await plan(calendar, { beganAt: later, isPrivate: true });
    expect(await briefsOf(owner)).toEqual([]);
    expect(await prepare(owner)).toEqual({ made: 0, withdrawn: 1 });
    await plan(calendar, { beganAt: later });
    await prepare(owner);
    await plan(calendar, { beganAt: later, isCancelled: true });
    expect(await briefsOf(owner)).toEqual([]);
    expect(await prepare(owner)).toEqual({ made: 0, withdrawn: 1 });
  });

  test("loses what its person does not see any more", async () => {
    const { owner, calendar } = await aGuest();
    const { documentId } = await aMeeting(owner, lines);
    await plan(calendar);
    await prepare(owner);
    expect((await briefsOf(owner))[0]?.hasNothing).toBe(false);
    await trashDocuments(owner, { ids: [documentId] });
    expect((await briefsOf(owner))[0]).toMatchObject({
      hasNothing: true,
      content: { lastTime: null, actions: [], decisions: [] },
    });
  });

  test("is its person's alone, also next door", async () => {
    const { owner, calendar } = await aGuest();
    await plan(calendar);
    await prepare(owner);
    const ref = { sourceId: calendar.sourceId, externalId: "board" };
    const stranger = await aContext({ role: "owner", index: index.index });
    for (const other of [await aColleague(owner, { role: "admin" }), stranger]) {
      expect(await briefsOf(other)).toEqual([]);
      expect(await prepare(other)).toEqual({ made: 0, withdrawn: 0 });
      await expect(getBrief(at(other), ref)).rejects.toMatchObject(absent);
    }
  });

  test("is made for each member who has proven an address, from what they see", async () => {
    const { owner, calendar } = await aGuest();
    const colleague = await aColleague(owner);
    await aCalendar(colleague, { address: "ben@mill.test" });
    await plan(calendar);
    expect(await prepare(colleague)).toMatchObject({ made: 1 });
    expect((await briefsOf(colleague))[0]?.content.people).toEqual([
      { name: "Ann Berg", userId: owner.actor.id },
    ]);
  });
});
