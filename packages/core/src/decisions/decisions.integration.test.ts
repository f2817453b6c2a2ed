import { afterAll, beforeAll, expect, test } from "vitest";
import { aColleague, aContext } from "../../test/contexts";
import { anIndex, aRestrictedProject } from "../../test/documents";
import { aMeeting, understand } from "../../test/meetings";
import type { WorkspaceContext } from "../context";
import { changeDecision } from "./change-decision";
import { confirmDecision } from "./confirm-decision";
import { listDecisions } from "./list-decisions";
import { settleDecision } from "./settle-decision";

const lines = [
  "Ann Berg: Good morning, let us talk about the rent of the office in Hamburg and the lease.",
  "Ben Cole: Good. So we agreed to stay in the office for another two years, that is decided.",
  "Ann Berg: Agreed. And the parking space is not needed.",
];
const absent = { code: "NOT_FOUND" };
const invalid = { code: "INVALID_INPUT" };

let index: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  index = await anIndex();
});
afterAll(() => index.close());
const anOwner = () => aContext({ role: "owner", index: index.index });
async function theOnly(ctx: WorkspaceContext) {
  const [decision] = (await listDecisions(ctx, {})).items;
  if (!decision) throw new Error("There is no decision");
  return decision;
}

test("a decision is listed with its proof, and stays as a person has put it", async () => {
  const ctx = await anOwner();
  const { id: meetingId, documentId } = await aMeeting(ctx, lines);
  const { id, evidence } = await theOnly(ctx);
  expect(await theOnly(ctx)).toMatchObject({
    meeting: { id: meetingId },
    state: "stands",
    isConfirmed: false,
    mayChange: true,
  });
  expect(evidence[0]?.quote).toContain("another two years");
  await changeDecision(ctx, { id, text: "We stay until 2028." });
  await confirmDecision(ctx, { id });
  await confirmDecision(ctx, { id });
  await understand(ctx, documentId);
  expect((await listDecisions(ctx, {})).items).toMatchObject([
    { id, text: "We stay until 2028.", isCorrected: true, isConfirmed: true, evidence },
  ]);
  expect((await listDecisions(ctx, { words: "2028" })).items).toHaveLength(1);
  expect((await listDecisions(ctx, { words: "2_28" })).items).toEqual([]);
  expect((await listDecisions(ctx, { from: new Date("2026-03-04") })).items).toEqual([]);
  expect((await listDecisions(ctx, { states: ["reopened"] })).items).toEqual([]);
  await changeDecision(ctx, { id, isRemoved: true });
  await understand(ctx, documentId);
  expect((await listDecisions(ctx, {})).items).toEqual([]);
});

test("a decision is replaced by another one, or stands again", async () => {
  const ctx = await anOwner();
  await aMeeting(ctx, lines);
  const { id } = await theOnly(ctx);
  await settleDecision(ctx, { id, verdict: "replaced" });
  expect(await theOnly(ctx)).toMatchObject({ state: "replaced", replacedBy: null });
  await expect(
    settleDecision(ctx, { id, verdict: "replaced", replacedBy: id }),
  ).rejects.toMatchObject(invalid);
  await expect(
    settleDecision(ctx, { id, verdict: "replaced", replacedBy: "dec_none" }),
  ).rejects.toMatchObject(absent);
  await expect(
    settleDecision(ctx, { id, verdict: "stands", replacedBy: id }),
  ).rejects.toMatchObject(invalid);
  await settleDecision(ctx, { id, verdict: "stands" });
  expect(await theOnly(ctx)).toMatchObject({ state: "stands" });
});

test("a decision is for those alone who see its transcript, and changed by those who may correct it", async () => {
  const owner = await anOwner();
  const { project, outsider } = await aRestrictedProject(owner);
  await aMeeting(owner, lines, { projectIds: [project.id] });
  const { id } = await theOnly(owner);
  for (const stranger of [outsider, await aContext({ role: "owner" })]) {
    expect((await listDecisions(stranger, {})).items).toEqual([]);
    for (const act of [
      () => changeDecision(stranger, { id, isRemoved: true }),
      () => confirmDecision(stranger, { id }),
      () => settleDecision(stranger, { id, verdict: "stands" }),
    ])
      await expect(act()).rejects.toMatchObject(absent);
  }
  const viewer = await aColleague(owner, { role: "viewer" });
  await expect(confirmDecision(viewer, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
