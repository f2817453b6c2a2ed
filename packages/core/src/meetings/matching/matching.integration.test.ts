import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aCalendar, invited, putEvents } from "../../../test/calendar";
import { aColleague, aContext, announced } from "../../../test/contexts";
import { anIndex, aRestrictedProject } from "../../../test/documents";
import { aMeeting, connect, understand } from "../../../test/meetings";
import type { WorkspaceContext } from "../../context";
import { changeMeeting } from "../change-meeting";
import { getMeeting } from "../get-meeting";

const lines = [
  "Ann Berg: Good morning, let us talk about the rent of the office in Hamburg and the lease.",
  "Ben Cole: The landlord wants four percent more from April, which is a lot of money for us.",
  "Ann Berg: I will call the landlord by Friday and ask for two percent instead.",
  "Ben Cole: Good. So we agreed to stay in the office for another two years, that is decided.",
];
const nine = new Date("2026-03-03T08:00:00Z");
const both = [invited("ann.berg@mill.test", "Ann Berg"), invited("ben@mill.test", "Cole, Ben")];

let index: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  index = await anIndex();
});
afterAll(() => index.close());
const anOwner = () => aContext({ role: "owner", index: index.index });
const asked = async (ctx: WorkspaceContext) =>
  (await announced(ctx)).filter(({ name }) => name === "meeting/understanding-asked").length;

describe("a meeting in a calendar", () => {
  test("has the time of its event, and the members who have proven that they are its people", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, lines);
    const calendar = await aCalendar(ctx, { address: "ann.berg@mill.test" });
    await putEvents(calendar, [
      { id: "one", title: "Hamburg", beganAt: nine, attendees: both },
      { id: "two", title: "Dentist", beganAt: nine },
    ]);
    const before = await asked(ctx);
    await connect(ctx, documentId);
    const meeting = await getMeeting(ctx, { id });
    expect(meeting).toMatchObject({
      title: "Hamburg",
      beganAt: nine,
      isTimeKnown: true,
      beganBy: "calendar",
      speakers: [
        { name: "Ann Berg", userId: ctx.actor.id },
        { name: "Ben Cole", userId: null },
      ],
    });
    expect(meeting.actions).toMatchObject([{ owner: { userId: ctx.actor.id } }]);
    expect(meeting.decisions).toMatchObject([{ decidedAt: nine }]);
    expect(await asked(ctx)).toBe(before);
    await connect(ctx, documentId);
    await understand(ctx, documentId);
    const { understoodAt: _, ...again } = await getMeeting(ctx, { id });
    expect({ ...meeting, understoodAt: null }).toEqual({ ...again, understoodAt: null });
  });

  test("without a day is understood again with that of its event, and has its title instead of the name of the file", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, lines, { title: "Lease talk Hamburg" });
    expect(await getMeeting(ctx, { id })).toMatchObject({ beganAt: null });
    const beganAt = new Date(Date.now() - 3 * 86_400_000);
    const calendar = await aCalendar(ctx);
    await putEvents(calendar, [{ id: "one", title: "Lease talk in Hamburg", beganAt }]);
    const before = await asked(ctx);
    await connect(ctx, documentId);
    expect(await getMeeting(ctx, { id })).toMatchObject({
      title: "Lease talk in Hamburg",
      beganAt,
      beganBy: "calendar",
    });
    expect(await asked(ctx)).toBe(before + 1);
    await understand(ctx, documentId);
    const after = await getMeeting(ctx, { id });
    expect(after).toMatchObject({ title: "Lease talk in Hamburg", beganAt });
    expect(after.actions[0]?.due).not.toBeNull();
  });

  test("keeps what a person has set", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, lines);
    await changeMeeting(ctx, { id, beganAt: new Date("2026-03-03T15:00:00Z"), title: "Rent" });
    const calendar = await aCalendar(ctx);
    await putEvents(calendar, [{ id: "one", title: "Weekly", beganAt: nine, attendees: both }]);
    await connect(ctx, documentId);
    expect(await getMeeting(ctx, { id })).toMatchObject({
      title: "Rent",
      beganAt: new Date("2026-03-03T15:00:00Z"),
      beganBy: "person",
    });
  });

  test("is never found by a private or a cancelled event, or in a calendar of who may not see it", async () => {
    const { project, admin, outsider } = await aRestrictedProject({ index: index.index });
    const { id, documentId } = await aMeeting(admin, lines, {
      title: "Weekly-20260303_090000",
      projectIds: [project.id],
    });
    const own = await aCalendar(admin, { address: "admin@mill.test" });
    await putEvents(own, [
      { id: "one", title: "Weekly", beganAt: nine, isPrivate: true, attendees: both },
      { id: "two", title: "Weekly", beganAt: nine, isCancelled: true, attendees: both },
    ]);
    const others = await aCalendar(outsider, { address: "ben@mill.test" });
    const planned = { id: "one", title: "Weekly", beganAt: nine, attendees: both };
    await putEvents(others, [planned]);
    await connect(admin, documentId);
    expect(await getMeeting(admin, { id })).toMatchObject({ beganBy: "said", isTimeKnown: false });
    await putEvents(own, [{ ...planned, id: "three" }]);
    await connect(admin, documentId);
    expect(await getMeeting(admin, { id })).toMatchObject({ beganBy: "calendar", beganAt: nine });
  });

  test("has not the title of an event in a calendar of somebody who did not bring it", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, lines, { title: "Weekly-20260303_090000" });
    const other = await aColleague(ctx);
    const calendar = await aCalendar(other, { address: "ben@mill.test" });
    await putEvents(calendar, [
      { id: "one", title: "Weekly: dismissals", beganAt: nine, attendees: both },
    ]);
    await connect(ctx, documentId);
    expect(await getMeeting(ctx, { id })).toMatchObject({
      title: "Weekly-20260303_090000",
      beganBy: "calendar",
      speakers: [{ userId: null }, { name: "Ben Cole", userId: other.actor.id }],
    });
  });
});
