import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";

import { anAutomation, carryOn } from "../../../test/automations";
import { aColleague, aContext, announced, inBackground } from "../../../test/contexts";
import { aDocument, anIndex, anUnderstanding, aReadyDocument } from "../../../test/documents";
import { createAction } from "../../actions/create-action";
import type { WorkspaceContext } from "../../context";
import { getDocument } from "../../documents/get-document";
import { automationDue } from "../../events";
import { removeMember } from "../../members/remove-member";
import { getAutomation } from "../get-automation";
import { pauseAutomation } from "../pause-automation";
import { listRuns } from "../runs/list-runs";
import { turnOnAutomation } from "../turn-on-automation";
import { beginTimed } from "./begin-timed";
import { claimTimed } from "./claim-timed";

const { index, close } = await anIndex();
afterAll(close);
const DAY_MS = 86_400_000;

/** A workspace whose time a test moves on. */
async function aTimedContext() {
  let now = Date.now();
  const clock = () => new Date(now);
  const ctx = { ...(await aContext({ role: "owner", index })), clock };
  return {
    ctx,
    pass: (ms: number) => {
      now += ms;
    },
    dayIn: (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10),
  };
}

const told = new WeakMap<WorkspaceContext, Set<string>>();

/** Looks at the clock as the schedule does, and begins what it announces. Returns how many runs began. */
async function tick(ctx: WorkspaceContext, id: string): Promise<number> {
  await claimTimed(inBackground(ctx, { clock: ctx.clock }, "run-schedule"), { id });
  const job = inBackground(ctx, { clock: ctx.clock }, "match-automations");
  const seen = told.get(ctx) ?? new Set();
  told.set(ctx, seen);
  let began = 0;
  for (const { id: eventId, name, data } of await announced(ctx)) {
    if (name !== automationDue.event || seen.has(eventId)) continue;
    seen.add(eventId);
    const { automationId, at } = automationDue.schema.parse(data);
    for (let again = 0; again < 2; again += 1)
      for (let after: string | null = ""; after !== null; ) {
        const part: { began: number; next: string | null } = await beginTimed(job, {
          id: automationId,
          at,
          after,
        });
        began += part.began;
        after = part.next;
      }
  }
  await carryOn(ctx);
  return began;
}

const due = (day: string) =>
  anUnderstanding({
    facts: [{ name: "due date", value: day, normalised: day, confidence: 0.9, evidence: [[0, 8]] }],
  });
const aDue = (ctx: WorkspaceContext, day: string) =>
  aReadyDocument(ctx, randomUUID(), { understanding: due(day) });
const fortnight = {
  trigger: { kind: "fact.date", field: "facts.due_date.date", days: -14 },
};

describe("a date that comes near", () => {
  test("begins once for a document and a date, and again when the date is corrected", async () => {
    const { ctx, pass, dayIn } = await aTimedContext();
    const { id: near } = await aDue(ctx, dayIn(14));
    const { id: far } = await aDue(ctx, dayIn(16));
    await aDue(ctx, dayIn(-40));
    const { id } = await anAutomation(ctx, fortnight);
    expect(await tick(ctx, id)).toBe(1);
    expect((await getDocument(ctx, { id: near })).tags).toMatchObject([{ name: "seen" }]);
    pass(20 * 60_000);
    expect(await tick(ctx, id)).toBe(0);
    pass(2 * DAY_MS);
    expect(await tick(ctx, id)).toBe(1);
    expect((await listRuns(ctx, { documentId: far })).items).toHaveLength(1);
    const late = dayIn(3);
    await aDue(ctx, late);
    pass(20 * 60_000);
    expect(await tick(ctx, id)).toBe(1);
  });

  test("is looked at by one worker, in the rights of its owner, and not while it is paused", async () => {
    const { ctx, pass, dayIn } = await aTimedContext();
    const member = { ...(await aColleague(ctx)), clock: ctx.clock };
    const { id } = await anAutomation(member, fortnight);
    await aDue(ctx, dayIn(14));
    const schedule = inBackground(ctx, { clock: ctx.clock }, "run-schedule");
    const claims = await Promise.all([claimTimed(schedule, { id }), claimTimed(schedule, { id })]);
    expect(claims.filter(({ isClaimed }) => isClaimed)).toHaveLength(1);
    pass(20 * 60_000);
    await pauseAutomation(ctx, { id });
    expect(await claimTimed(schedule, { id })).toEqual({ isClaimed: false });
    await turnOnAutomation(ctx, { id });
    await removeMember(ctx, { userId: member.actor.id });
    expect(await tick(ctx, id)).toBe(0);
    expect(await getAutomation(ctx, { id })).toMatchObject({
      state: "paused",
      pausedBecause: "owner",
    });
    const stranger = inBackground(await aContext(), { clock: ctx.clock }, "run-schedule");
    expect(await claimTimed(stranger, { id })).toEqual({ isClaimed: false });
  });
});

test("an action that is overdue begins once for its day, with its words", async () => {
  const { ctx, pass, dayIn } = await aTimedContext();
  const { id: documentId } = await aReadyDocument(ctx, randomUUID(), {});
  const { id } = await anAutomation(ctx, {
    trigger: { kind: "action.overdue" },
    start: "title",
    nodes: [
      {
        id: "title",
        kind: "action",
        action: "set-title",
        input: { title: "Late: {{ action.text }}" },
        next: null,
      },
    ],
  });
  await createAction(ctx, { text: "Of nobody's document", dueOn: dayIn(-1) });
  await ctx.db.write({ workspaceId: ctx.workspaceId, principals: ["all"] }, ({ actionItems }) =>
    actionItems.create([
      { text: "Pay", state: "open", dueOn: new Date(`${dayIn(0)}T00:00:00Z`), documentId },
    ]),
  );
  expect(await tick(ctx, id)).toBe(0);
  pass(DAY_MS);
  expect(await tick(ctx, id)).toBe(1);
  expect(await getDocument(ctx, { id: documentId })).toMatchObject({ title: "Late: Pay" });
  pass(DAY_MS);
  expect(await tick(ctx, id)).toBe(0);
});

test("a clock begins on each document for which the condition is true, once for its time", async () => {
  const { ctx, pass } = await aTimedContext();
  const { id: one } = await aReadyDocument(ctx, randomUUID(), { title: "A bill" });
  await aReadyDocument(ctx, randomUUID(), { title: "A letter" });
  await aDocument(ctx, { title: "A bill that nobody has read" });
  const { id } = await anAutomation(ctx, {
    trigger: { kind: "clock", cron: "0 * * * *", timeZone: "Europe/Berlin" },
    when: { rows: { match: "all", of: [{ field: "doc.title", is: "holds", value: "bill" }] } },
  });
  expect(await tick(ctx, id)).toBe(0);
  pass(3_600_000);
  expect(await tick(ctx, id)).toBe(1);
  expect(await tick(ctx, id)).toBe(0);
  expect((await listRuns(ctx, {})).items).toMatchObject([
    { document: { id: one }, trigger: "clock" },
  ]);
  pass(3 * 3_600_000);
  expect(await tick(ctx, id)).toBe(1);
});
