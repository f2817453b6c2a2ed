import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aColleague, aContext, announced } from "../../test/contexts";
import { anIndex, aRestrictedProject } from "../../test/documents";
import { aMeeting, understand } from "../../test/meetings";
import type { WorkspaceContext } from "../context";
import { deleteDocuments } from "../documents/delete-documents";
import { trashDocuments } from "../documents/trash-documents";
import { actionItemChanged } from "../events";
import { happeningsOf } from "../happenings";
import { getMeeting } from "../meetings/get-meeting";
import { getOwnData } from "../members/own/get-own-data";
import { removeMember } from "../members/remove-member";
import { putProjectMember } from "../projects/put-project-member";
import { changeAction } from "./change-action";
import { completeAction } from "./complete-action";
import { confirmAction } from "./confirm-action";
import { countActions } from "./count-actions";
import { createAction } from "./create-action";
import { deleteAction } from "./delete-action";
import { listActions } from "./list-actions";
import { listLikelySame } from "./list-likely-same";
import { markSame } from "./mark-same";
import { rejectAction } from "./reject-action";
import { reopenAction } from "./reopen-action";

const lines = [
  "Ann Berg: Good morning, let us talk about the rent of the office in Hamburg and the lease.",
  "Ben Cole: The landlord wants four percent more from April, which is a lot of money for us.",
  "Ann Berg: I will call the landlord by Friday and ask for two percent instead.",
  "Ann Berg: Ben, can you send the new contract to the lawyer until next Tuesday?",
  "Ben Cole: Yes, I will send the contract to the lawyer on Tuesday.",
];
const absent = { code: "NOT_FOUND" };
const invalid = { code: "INVALID_INPUT" };
const conflict = { code: "CONFLICT" };
const forbidden = { code: "FORBIDDEN" };

let index: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  index = await anIndex();
});
afterAll(() => index.close());
const anOwner = () => aContext({ role: "owner", index: index.index });
const textsOf = async (ctx: WorkspaceContext, input: Parameters<typeof listActions>[1] = {}) =>
  (await listActions(ctx, input)).items.map(({ text }) => text);
const stateOf = async (ctx: WorkspaceContext, id: string) =>
  (await listActions(ctx, { states: ["draft", "open", "done", "rejected", "merged"] })).items.find(
    (each) => each.id === id,
  );
async function theCall(ctx: WorkspaceContext, meetingId: string) {
  const { actions } = await getMeeting(ctx, { id: meetingId });
  const call = actions.find(({ text }) => text.includes("call the landlord"));
  if (!call) throw new Error("The meeting has no call");
  return call;
}

describe("an action of a meeting", () => {
  test("is a draft until a person confirms it, and its words stay when the meeting is understood again", async () => {
    const ctx = await anOwner();
    const { id: meetingId, documentId } = await aMeeting(ctx, lines);
    const call = await theCall(ctx, meetingId);
    expect(await countActions(ctx, {})).toMatchObject({ open: 0, ownDrafts: 0 });
    const { drafts } = await countActions(ctx, {});
    expect(drafts).toBeGreaterThan(1);

    const changed = await changeAction(ctx, {
      id: call.id,
      version: call.version,
      text: "Call the landlord about the rent",
      owner: { userId: ctx.actor.id },
      dueOn: "2026-03-09",
    });
    expect(changed).toMatchObject({
      text: "Call the landlord about the rent",
      owner: { userId: ctx.actor.id, how: "person" },
      due: { on: "2026-03-09", words: null },
      evidence: call.evidence,
      isCorrected: true,
      isConfirmed: false,
      mayChange: true,
      version: call.version + 1,
    });
    await expect(
      changeAction(ctx, { id: call.id, version: call.version, text: "Mine" }),
    ).rejects.toMatchObject({ ...conflict, hint: expect.stringContaining("Look at it again") });
    await confirmAction(ctx, { ids: [call.id] });
    await confirmAction(ctx, { ids: [call.id] });
    await understand(ctx, documentId);

    expect(await stateOf(ctx, call.id)).toMatchObject({
      text: "Call the landlord about the rent",
      state: "open",
      isConfirmed: true,
      due: { on: "2026-03-09", words: null },
    });
    expect((await textsOf(ctx)).filter((text) => text.includes("landlord"))).toHaveLength(1);
    expect(await countActions(ctx, { today: "2026-03-09" })).toMatchObject({ open: 1, overdue: 0 });
    expect(await countActions(ctx, { today: "2026-03-10" })).toMatchObject({ open: 1, overdue: 1 });
  });

  test("goes from state to state only as people mean it", async () => {
    const ctx = await anOwner();
    const { id: meetingId, documentId } = await aMeeting(ctx, lines);
    const { id } = await theCall(ctx, meetingId);
    await expect(reopenAction(ctx, { ids: [id] })).rejects.toMatchObject(conflict);
    await completeAction(ctx, { ids: [id] });
    expect(await stateOf(ctx, id)).toMatchObject({ state: "done", isConfirmed: true });
    expect((await stateOf(ctx, id))?.doneAt).not.toBeNull();
    await expect(rejectAction(ctx, { ids: [id] })).rejects.toMatchObject(conflict);
    await reopenAction(ctx, { ids: [id] });
    expect(await stateOf(ctx, id)).toMatchObject({ state: "open", doneAt: null });
    await rejectAction(ctx, { ids: [id] });
    await expect(confirmAction(ctx, { ids: [id] })).rejects.toMatchObject({
      ...conflict,
      message: expect.stringContaining("rejected"),
    });
    await expect(deleteAction(ctx, { id })).rejects.toMatchObject(invalid);
    const events = (await announced(ctx)).filter(({ name }) => name === "action-item/changed");
    expect(events.map(({ data }) => data)).toMatchObject([
      { actionId: id, state: "done" },
      { actionId: id, state: "open" },
      { actionId: id, state: "rejected" },
    ]);
    const { data, name } = actionItemChanged.of({
      workspaceId: ctx.workspaceId,
      actionId: id,
      documentId,
      state: "open",
    });
    const event = { id: "evt_1", name, data, createdAt: new Date() };
    expect(happeningsOf(event)).toMatchObject([
      { name: "action_item.changed", documentId, data: { actionId: id, state: "open" } },
    ]);
    expect(happeningsOf({ ...event, data: { ...data, documentId: null } })).toEqual([]);
  });

  test("that is rejected is not found again, and many are moved together or not at all", async () => {
    const ctx = await anOwner();
    const { id: meetingId, documentId } = await aMeeting(ctx, lines);
    const ids = (await listActions(ctx, { meetingId })).items.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    await rejectAction(ctx, { ids });
    await understand(ctx, documentId);
    expect(await textsOf(ctx, { meetingId })).toEqual([]);

    const written = await createAction(ctx, { text: "Pay the rent" });
    await expect(confirmAction(ctx, { ids: [written.id, ids[0] ?? ""] })).rejects.toMatchObject(
      conflict,
    );
    await expect(completeAction(ctx, { ids: [written.id, "act_none"] })).rejects.toMatchObject(
      absent,
    );
    expect(await stateOf(ctx, written.id)).toMatchObject({ state: "open" });
  });

  test("is owed by nobody who may not see the meeting", async () => {
    const owner = await anOwner();
    const { project, outsider } = await aRestrictedProject(owner);
    const { id: meetingId } = await aMeeting(owner, lines, { projectIds: [project.id] });
    const { id, version } = await theCall(owner, meetingId);
    await expect(
      changeAction(owner, { id, version, owner: { userId: outsider.actor.id } }),
    ).rejects.toMatchObject({
      ...invalid,
      message: expect.stringContaining("Share its transcript"),
    });
    const named = await changeAction(owner, { id, version, owner: { name: "Otto Outside" } });
    expect(named?.owner).toEqual({ userId: null, name: "Otto Outside", how: "person" });
    expect(await textsOf(owner, { scope: "others" })).toContain(named?.text);
    const nobodys = await changeAction(owner, { id, version: version + 1, owner: null });
    expect(nobodys?.owner).toBeNull();
  });

  test("is seen and changed by nobody who does not see its transcript, and only read by who may only read", async () => {
    const owner = await anOwner();
    const { project, outsider } = await aRestrictedProject(owner);
    const { id: meetingId } = await aMeeting(owner, lines, { projectIds: [project.id] });
    const { id, version } = await theCall(owner, meetingId);
    for (const stranger of [outsider, await aContext({ role: "owner" })]) {
      expect(await textsOf(stranger)).toEqual([]);
      expect(await countActions(stranger, {})).toMatchObject({ drafts: 0 });
      for (const act of [
        () => changeAction(stranger, { id, version, text: "Mine" }),
        () => confirmAction(stranger, { ids: [id] }),
        () => rejectAction(stranger, { ids: [id] }),
        () => completeAction(stranger, { ids: [id] }),
        () => reopenAction(stranger, { ids: [id] }),
        () => deleteAction(stranger, { id }),
        () => listLikelySame(stranger, { id }),
        () => markSame(stranger, { id, sameAs: null }),
        () => createAction(stranger, { text: "Mine", meetingId }),
      ])
        await expect(act()).rejects.toMatchObject(absent);
    }
    const reader = await aColleague(owner, { projects: [{ id: project.id, role: "reader" }] });
    await putProjectMember(owner, { id: project.id, userId: reader.actor.id, role: "reader" });
    const [seen] = (await listActions(reader, {})).items;
    expect(seen).toMatchObject({ mayChange: false });
    await expect(confirmAction(reader, { ids: [id] })).rejects.toMatchObject(forbidden);
    await changeAction(owner, { id, version, owner: { userId: reader.actor.id } });
    await completeAction(reader, { ids: [id] });
    expect(await stateOf(owner, id)).toMatchObject({ state: "done" });
    const viewer = await aColleague(owner, { role: "viewer" });
    await expect(createAction(viewer, { text: "Mine" })).rejects.toMatchObject(forbidden);
  });

  test("stays as words when its meeting is deleted, if a person has confirmed it", async () => {
    const ctx = await anOwner();
    const member = await aColleague(ctx);
    const { id: meetingId, documentId } = await aMeeting(ctx, lines);
    const { id } = await theCall(ctx, meetingId);
    await confirmAction(ctx, { ids: [id] });
    await trashDocuments(ctx, { ids: [documentId] });
    expect(await textsOf(ctx)).toEqual([]);
    await deleteDocuments(ctx, { ids: [documentId] });
    const [left, ...others] = (await listActions(ctx, {})).items;
    expect(others).toEqual([]);
    expect(left).toMatchObject({ id, meeting: null, evidence: [], mayChange: true });
    expect(left?.note).toContain("deleted");
    expect(await textsOf(member)).toEqual([]);
    await expect(
      changeAction(ctx, { id, version: left?.version ?? 0, owner: { userId: member.actor.id } }),
    ).rejects.toMatchObject(invalid);
    await deleteAction(ctx, { id });
    expect(await textsOf(ctx)).toEqual([]);
  });
});

describe("an action that a person wrote", () => {
  test("is seen by its maker and its owner, whoever that is now", async () => {
    const owner = await anOwner();
    const [ann, ben, carl] = [
      await aColleague(owner),
      await aColleague(owner),
      await aColleague(owner),
    ];
    const made = await createAction(ann, { text: "Water the plants", ownerId: ben.actor.id });
    expect(made).toMatchObject({
      state: "open",
      owner: { userId: ben.actor.id, how: "person" },
      meeting: null,
      mayChange: true,
    });
    for (const ctx of [ann, ben]) expect(await textsOf(ctx)).toEqual(["Water the plants"]);
    for (const ctx of [owner, carl]) expect(await textsOf(ctx)).toEqual([]);
    await changeAction(ben, {
      id: made.id,
      version: made.version,
      owner: { userId: carl.actor.id },
    });
    expect(await textsOf(carl, { scope: "mine" })).toEqual(["Water the plants"]);
    expect(await textsOf(ann, { scope: "others" })).toEqual(["Water the plants"]);
    expect(await textsOf(ben)).toEqual([]);
    await deleteAction(ann, { id: made.id });
    expect(await textsOf(carl)).toEqual([]);
  });

  test("in a project is seen by those who see the project, and moves with it", async () => {
    const owner = await anOwner();
    const { project, outsider } = await aRestrictedProject(owner);
    const member = await aColleague(owner, { projects: [{ id: project.id, role: "contributor" }] });
    await putProjectMember(owner, { id: project.id, userId: member.actor.id, role: "contributor" });
    const made = await createAction(owner, { text: "Order chairs", projectId: project.id });
    expect(await textsOf(member, { projectId: project.id })).toEqual(["Order chairs"]);
    expect(await textsOf(outsider)).toEqual([]);
    const given = { id: made.id, version: made.version };
    await expect(
      changeAction(member, { ...given, owner: { userId: outsider.actor.id } }),
    ).rejects.toMatchObject({ ...invalid, message: expect.stringContaining("project") });
    await changeAction(owner, { ...given, projectId: null });
    expect(await textsOf(member)).toEqual([]);
    await expect(
      createAction(outsider, { text: "Mine", projectId: project.id }),
    ).rejects.toMatchObject(absent);
  });

  test("keeps the name of its owner when they leave the workspace", async () => {
    const owner = await anOwner();
    const member = await aColleague(owner);
    const made = await createAction(owner, { text: "Order chairs", ownerId: member.actor.id });
    await removeMember(owner, { userId: member.actor.id });
    expect(await stateOf(owner, made.id)).toMatchObject({
      owner: { userId: null, name: made.owner?.name },
    });
    expect(await textsOf(owner, { scope: "others" })).toEqual(["Order chairs"]);
  });

  test("is in the own data of its maker and its owner, and of nobody else", async () => {
    const owner = await anOwner();
    const member = await aColleague(owner);
    await createAction(owner, { text: "Order chairs", ownerId: member.actor.id });
    const kept = async (ctx: WorkspaceContext) =>
      (await getOwnData(ctx, {})).tables.find(({ name }) => name === "actions")?.rows;
    for (const ctx of [owner, member])
      expect(await kept(ctx)).toMatchObject([{ text: "Order chairs", ownerId: member.actor.id }]);
    expect(await kept(await aColleague(owner))).toEqual([]);
  });

  test("is listed with what is overdue first, and found by its words, day and owner", async () => {
    const ctx = await anOwner();
    await createAction(ctx, { text: "Some day", ownerName: "Otto" });
    await createAction(ctx, {
      text: "100% of it today",
      dueOn: "2026-03-03",
      ownerId: ctx.actor.id,
    });
    await createAction(ctx, { text: "Late", dueOn: "2026-03-02", ownerId: ctx.actor.id });
    await createAction(ctx, { text: "Next week", dueOn: "2026-03-10" });
    const today = "2026-03-03";
    expect(await textsOf(ctx)).toEqual(["Late", "100% of it today", "Next week", "Some day"]);
    expect(await textsOf(ctx, { due: "overdue", today })).toEqual(["Late"]);
    expect(await textsOf(ctx, { due: "week", today })).toEqual(["100% of it today"]);
    expect(await textsOf(ctx, { due: "none", today })).toEqual(["Some day"]);
    expect(await textsOf(ctx, { words: "0%" })).toEqual(["100% of it today"]);
    expect(await textsOf(ctx, { scope: "mine" })).toEqual(["Late", "100% of it today"]);
    expect(await textsOf(ctx, { scope: "others" })).toEqual(["Some day"]);
    const first = await listActions(ctx, { limit: 3 });
    expect(await textsOf(ctx, { limit: 3, cursor: first.nextCursor })).toEqual(["Some day"]);
  });
});

describe("the same action of two meetings", () => {
  test("is proposed by its words and its owner, and put away by a person", async () => {
    const ctx = await anOwner();
    const first = await aMeeting(ctx, lines);
    const second = await aMeeting(ctx, [
      "Ann Berg: Last week was long, and the rent of the office is not settled.",
      "Ben Cole: Nobody has heard of the landlord since then, as far as I know.",
      "Ann Berg: I will call the landlord tomorrow and ask for two percent.",
      "Ben Cole: I will order new chairs for the meeting room on Monday.",
    ]);
    const early = await theCall(ctx, first.id);
    const late = await theCall(ctx, second.id);
    const { items } = await listLikelySame(ctx, { id: late.id });
    expect(items.map(({ id }) => id)).toEqual([early.id]);
    await markSame(ctx, { id: late.id, sameAs: early.id });
    expect(await stateOf(ctx, late.id)).toMatchObject({ state: "merged", sameAs: early.id });
    await expect(markSame(ctx, { id: early.id, sameAs: late.id })).rejects.toMatchObject(invalid);
    await expect(markSame(ctx, { id: early.id, sameAs: early.id })).rejects.toMatchObject(invalid);
    await understand(ctx, second.documentId);
    expect(await stateOf(ctx, late.id)).toMatchObject({ state: "merged" });
    await markSame(ctx, { id: late.id, sameAs: null });
    expect(await stateOf(ctx, late.id)).toMatchObject({ state: "draft", sameAs: null });
  });
});
