import { describe, expect, test } from "vitest";

import { aQuestionOf, carryOn } from "../../../test/automations";
import { aColleague, aContext, inBackground } from "../../../test/contexts";
import type { WorkspaceContext } from "../../context";
import { getDocument } from "../../documents/get-document";
import { renameDocument } from "../../documents/rename-document";
import { listNotices } from "../../notifications/list-notices";
import { listRuns } from "../runs/list-runs";
import { askPeople } from "./ask-people";
import { decideApproval } from "./decide-approval";
import { expireApproval } from "./expire-approval";
import { getApproval } from "./get-approval";
import { listApprovals } from "./list-approvals";
import { passOnApproval } from "./pass-on-approval";

const absent = { code: "NOT_FOUND" };
const conflict = { code: "CONFLICT" };
const HOUR_MS = 3_600_000;
const questions = async (ctx: WorkspaceContext) => (await listApprovals(ctx, {})).items;
const theQuestion = async (ctx: WorkspaceContext) => {
  const [question] = await questions(ctx);
  if (!question) throw new Error("Nobody is asked");
  return question;
};
const stateOf = async (ctx: WorkspaceContext) => (await listRuns(ctx, {})).items[0]?.state;
const tagsOf = async (ctx: WorkspaceContext, id: string) =>
  (await getDocument(ctx, { id })).tags.map(({ name }) => name);
const person = (ctx: { actor: { id: string } }) => ({ kind: "person", userId: ctx.actor.id });

describe("a question of an automation", () => {
  test("is asked once, answered by those who are asked, and its run goes on by the answer", async () => {
    const owner = await aContext({ role: "owner" });
    const [ana, other] = [await aColleague(owner), await aColleague(owner)];
    const id = await aQuestionOf(owner, { approvers: [person(ana)] });
    expect(await stateOf(owner)).toBe("waiting");
    expect(await questions(other)).toEqual([]);
    const question = await theQuestion(ana);
    expect(question).toMatchObject({ state: "open", mayVote: true, changedSince: [], needed: 1 });
    expect(question.question).toMatch(/^Pay .+\?$/);
    expect((await listNotices(ana, {})).items).toMatchObject([{ kind: "approval" }]);
    const { id: asked, seen } = question;
    const answer = { id: asked, seen, vote: "approve" as const };
    await expect(decideApproval(other, answer)).rejects.toMatchObject(absent);
    await expect(decideApproval(owner, answer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const stranger = await aContext({ role: "owner" });
    for (const act of [
      () => decideApproval(stranger, answer),
      () => getApproval(stranger, { id: asked }),
      () => passOnApproval(stranger, { id: asked, userId: stranger.actor.id }),
    ])
      await expect(act()).rejects.toMatchObject(absent);
    expect(await decideApproval(ana, { ...answer, note: "Fine" })).toMatchObject({
      state: "approved",
      decidedBy: { id: ana.actor.id },
      votes: [{ vote: "approve", note: "Fine", via: "web" }],
    });
    await expect(decideApproval(ana, answer)).rejects.toMatchObject({
      ...conflict,
      message: expect.stringContaining("already decided by"),
    });
    await carryOn(owner);
    expect(await stateOf(owner)).toBe("done");
    expect(await tagsOf(owner, id)).toEqual(["paid"]);
    expect(await questions(ana)).toEqual([]);
    expect((await listApprovals(ana, { state: "decided" })).items).toHaveLength(1);
  });

  test("is not answered by somebody who has not seen what has changed since", async () => {
    const owner = await aContext({ role: "owner" });
    const id = await aQuestionOf(owner);
    const { id: asked, seen, document } = await theQuestion(owner);
    await renameDocument(owner, { id, title: "Another" });
    await expect(decideApproval(owner, { id: asked, seen, vote: "approve" })).rejects.toMatchObject(
      {
        ...conflict,
        message: expect.stringContaining("has changed since"),
      },
    );
    const again = await getApproval(owner, { id: asked });
    expect(again.changedSince).toEqual([{ what: "title", before: document.title, now: "Another" }]);
    await decideApproval(owner, { id: asked, seen: again.seen, vote: "reject" });
    await carryOn(owner);
    expect(await stateOf(owner)).toBe("done");
    expect(await tagsOf(owner, id)).toEqual([]);
  });

  test("needs as many as it says, and ends when they cannot be reached", async () => {
    const owner = await aContext({ role: "owner" });
    const three = [await aColleague(owner), await aColleague(owner), await aColleague(owner)];
    await aQuestionOf(owner, { approvers: three.map(person), needed: 2 });
    const votes = ["approve", "reject", "reject"] as const;
    for (const [at, ctx] of three.entries()) {
      const { id, seen } = await theQuestion(ctx);
      const { state } = await decideApproval(ctx, { id, seen, vote: votes[at] ?? "reject" });
      expect(state).toBe(at < 2 ? "open" : "rejected");
      if (at < 2)
        await expect(decideApproval(ctx, { id, seen, vote: "approve" })).rejects.toMatchObject({
          message: "You have answered this before",
        });
    }
  });

  test("is not answered by the one whom the document came from, nor asked of who does not see it", async () => {
    const owner = await aContext({ role: "owner" });
    const ana = await aColleague(owner);
    await aQuestionOf(owner, { approvers: [person(owner), person(ana)], allowSelf: false });
    expect(await questions(owner)).toEqual([]);
    const { id, asked } = await theQuestion(ana);
    expect(asked).toMatchObject([{ id: ana.actor.id }]);
    await expect(passOnApproval(ana, { id, userId: owner.actor.id })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    const ben = await aColleague(owner);
    await passOnApproval(ana, { id, userId: ben.actor.id });
    expect((await theQuestion(ben)).mayVote).toBe(true);
  });

  test("ends when its time is over, by its step, and a late answer is refused", async () => {
    const late = () => new Date(Date.now() + 100 * HOUR_MS);
    for (const [onTimeout, state, tags] of [
      ["reject", "expired", []],
      ["pass", "passed", ["paid"]],
    ] as const) {
      const owner = await aContext({ role: "owner" });
      const documentId = await aQuestionOf(owner, { onTimeout });
      const { id, seen } = await theQuestion(owner);
      const job = inBackground(owner, undefined, "run-automation");
      await expireApproval(job, { id });
      expect((await getApproval(owner, { id })).state).toBe("open");
      const answer = { id, seen, vote: "approve" as const };
      await expect(decideApproval({ ...owner, clock: late }, answer)).rejects.toMatchObject(
        conflict,
      );
      await expireApproval({ ...job, clock: late }, { id });
      await expireApproval({ ...job, clock: late }, { id });
      expect((await getApproval(owner, { id })).state).toBe(state);
      await carryOn(owner);
      expect(await tagsOf(owner, documentId)).toEqual(tags);
      await expect(decideApproval(owner, answer)).rejects.toMatchObject(conflict);
    }
  });

  test("goes to others when its time is over, if its step says so", async () => {
    const owner = await aContext({ role: "owner" });
    const [ana, ben] = [await aColleague(owner), await aColleague(owner)];
    const id = await aQuestionOf(owner, {
      approvers: [person(ana)],
      onTimeout: "escalate",
      escalateTo: [person(ben)],
    });
    const late = () => new Date(Date.now() + 100 * HOUR_MS);
    const job = { ...inBackground(owner, undefined, "run-automation"), clock: late };
    const { escalates } = await expireApproval(job, { id: (await theQuestion(ana)).id });
    if (!escalates) throw new Error("It does not escalate");
    await askPeople(job, { ...escalates, round: 2 });
    await askPeople(job, { ...escalates, round: 2 });
    expect(await questions(ana)).toEqual([]);
    const { id: asked, seen } = await theQuestion(ben);
    await decideApproval(ben, { id: asked, seen, vote: "approve" });
    await carryOn(owner);
    expect(await tagsOf(owner, id)).toEqual(["paid"]);
  });
});
