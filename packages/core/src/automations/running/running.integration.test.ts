import { describe, expect, test } from "vitest";

import { aDefinition, anAutomation, carryOn, happens } from "../../../test/automations";
import { aColleague, aContext, announced, inBackground } from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import type { WorkspaceContext } from "../../context";
import { correctType } from "../../documents/correct-type";
import { getDocument } from "../../documents/get-document";
import { renameDocument } from "../../documents/rename-document";
import { trashDocuments } from "../../documents/trash-documents";
import { removeMember } from "../../members/remove-member";
import { createProject } from "../../projects/create-project";
import { getAutomation } from "../get-automation";
import { pauseAutomation } from "../pause-automation";
import { publishAutomation } from "../publish-automation";
import { getRun } from "../runs/get-run";
import { listRuns } from "../runs/list-runs";
import { retryRun } from "../runs/retry-run";
import { undoRun } from "../runs/undo-run";
import { saveDraft } from "../save-draft";
import { turnOnAutomation } from "../turn-on-automation";
import { doStep } from "./do-step";
import { matchAutomations } from "./match-automations";
import { runNow } from "./run-now";

const absent = { code: "NOT_FOUND" };
const ready = { kind: "document.ready" };
const tagsOf = async (ctx: WorkspaceContext, id: string) =>
  (await getDocument(ctx, { id })).tags.map(({ name }) => name);
const runsOf = async (ctx: WorkspaceContext) => (await listRuns(ctx, {})).items;
const theRun = async (ctx: WorkspaceContext) => {
  const [run] = await runsOf(ctx);
  if (!run) throw new Error("There is no run");
  return getRun(ctx, { id: run.id });
};

describe("a run", () => {
  test("does its steps once for a version of a document, explains itself, and is undone", async () => {
    const ctx = await aContext({ role: "owner" });
    const { id: projectId } = await createProject(ctx, { name: "Bills" });
    await anAutomation(ctx, {
      when: { rows: { match: "all", of: [{ field: "doc.title", is: "holds", value: "invoice" }] } },
      start: "title",
      nodes: [
        {
          id: "title",
          kind: "action",
          action: "set-title",
          input: { title: "Paid: {{ doc.title }}" },
          next: "type",
        },
        { id: "type", kind: "action", action: "set-type", input: { type: "invoice" }, next: "if" },
        { id: "if", kind: "if", when: { cel: 'doc.type == "invoice"' }, yes: "tag", no: null },
        { id: "tag", kind: "action", action: "add-tags", input: { tags: ["seen"] }, next: "file" },
        { id: "file", kind: "action", action: "add-to-project", input: { projectId }, next: null },
      ],
    });
    const { id } = await aDocument(ctx, { title: "Invoice 7" });
    const { id: other } = await aDocument(ctx, { title: "Letter" });
    const before = await getDocument(ctx, { id });
    expect(await happens(ctx, other, ready)).toBe(0);
    expect(await happens(ctx, id, ready)).toBe(1);
    expect(await happens(ctx, id, ready)).toBe(0);
    expect(await getDocument(ctx, { id })).toMatchObject({
      title: "Paid: Invoice 7",
      type: "invoice",
      tags: [{ name: "seen" }],
      projects: [{ id: projectId }],
    });
    const run = await theRun(ctx);
    expect(run).toMatchObject({ state: "done", document: { id }, trigger: "document.ready" });
    expect(run.explanation).toMatchObject([
      {
        outcome: "began",
        trace: [{ truth: "yes", seen: [{ path: "doc.title", value: "Invoice 7" }] }],
      },
      {
        node: "title",
        outcome: "changed",
        change: { before: "Invoice 7", after: "Paid: Invoice 7" },
      },
      { node: "type", outcome: "changed" },
      { node: "if", outcome: "yes", trace: [{ seen: [{ path: "doc.type", value: "invoice" }] }] },
      { node: "tag", outcome: "changed", change: { before: [], after: ["seen"] } },
      { node: "file", outcome: "changed" },
    ]);
    await carryOn(ctx);
    expect((await theRun(ctx)).explanation).toHaveLength(6);

    const undone = await undoRun(ctx, { id: run.id });
    expect(undone.changes.every(({ undoneAt }) => undoneAt !== null)).toBe(true);
    const { title, type, tags, projects, isTypeCorrected } = before;
    expect(await getDocument(ctx, { id })).toMatchObject({
      title,
      type,
      tags,
      projects,
      isTypeCorrected,
    });
  });

  test("leaves whatever was changed again since, and says so", async () => {
    const ctx = await aContext();
    await anAutomation(ctx, {
      start: "title",
      nodes: [
        { id: "title", kind: "action", action: "set-title", input: { title: "New" }, next: "tag" },
        { id: "tag", kind: "action", action: "add-tags", input: { tags: ["seen"] }, next: null },
      ],
    });
    const { id } = await aDocument(ctx);
    await happens(ctx, id, ready);
    await renameDocument(ctx, { id, title: "Mine" });
    const { changes } = await undoRun(ctx, { id: (await theRun(ctx)).id });
    expect(changes).toMatchObject([
      { node: "title", undoneAt: null, notUndoneBecause: "It was changed again since." },
      { node: "tag", undoneAt: expect.any(Date) },
    ]);
    expect(await getDocument(ctx, { id })).toMatchObject({ title: "Mine", tags: [] });
  });

  test("that has failed goes on at its step, or from the start on the version of now", async () => {
    const ctx = await aContext({ role: "owner" });
    const { id: projectId } = await createProject(ctx, { name: "Bills" });
    const made = await anAutomation(ctx, {
      start: "tag",
      nodes: [
        { id: "tag", kind: "action", action: "add-tags", input: { tags: ["seen"] }, next: "ask" },
        {
          id: "ask",
          kind: "approval",
          question: "Pay?",
          approvers: [{ kind: "leads", projectId }],
          yes: null,
          no: null,
        },
      ],
    });
    const { id } = await aDocument(ctx);
    await happens(ctx, id, ready);
    const failed = await theRun(ctx);
    expect(failed).toMatchObject({
      state: "failed",
      node: "ask",
      error: "1 must agree, and 0 of those who are asked see the document.",
    });
    await retryRun(ctx, { id: failed.id });
    await carryOn(ctx);
    expect(await theRun(ctx)).toMatchObject({ id: failed.id, state: "failed", attempt: 2 });
    const changed = await saveDraft(ctx, {
      id: made.id,
      revision: made.revision,
      name: "Mended",
      definition: aDefinition(),
    });
    await publishAutomation(ctx, changed);
    const again = await retryRun(ctx, { id: failed.id, from: "start" });
    await carryOn(ctx);
    expect(await getRun(ctx, { id: again.id })).toMatchObject({ state: "done", version: 2 });
    await expect(retryRun(ctx, { id: again.id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("stays on the version with which it began", async () => {
    const ctx = await aContext();
    const made = await anAutomation(ctx);
    const { id } = await aDocument(ctx);
    const job = inBackground(ctx, undefined, "match-automations");
    await matchAutomations(job, {
      documentId: id,
      happened: [{ kind: "document.ready", key: "document.ready", about: null }],
      eventId: null,
    });
    const changed = await saveDraft(ctx, {
      id: made.id,
      revision: made.revision,
      name: "Other",
      definition: aDefinition({
        nodes: [
          { id: "tag", kind: "action", action: "add-tags", input: { tags: ["other"] }, next: null },
        ],
      }),
    });
    await publishAutomation(ctx, changed);
    await carryOn(ctx);
    expect(await tagsOf(ctx, id)).toEqual(["seen"]);
  });

  test("whose step was done before a crash does it once, and can still be undone", async () => {
    const ctx = await aContext();
    await anAutomation(ctx);
    const { id } = await aDocument(ctx);
    await happens(ctx, id, ready);
    const { id: runId } = await theRun(ctx);
    const job = inBackground(ctx, undefined, "run-automation");
    expect(await doStep(job, { runId, node: "tag" })).toEqual({ kind: "end" });
    expect((await getRun(ctx, { id: runId })).changes).toHaveLength(1);
    expect(await tagsOf(ctx, id)).toEqual(["seen"]);
  });

  test("does what its owner may, and is paused when its owner is gone", async () => {
    const owner = await aContext({ role: "owner" });
    const member = await aColleague(owner);
    const { id: automationId } = await anAutomation(member);
    const { id: secret } = await createProject(owner, { name: "Secret", isRestricted: true });
    const { id: hidden } = await aDocument(owner, { projectIds: [secret] });
    expect(await happens(owner, hidden, ready)).toBe(0);
    const { id } = await aDocument(owner);
    expect(await happens(owner, id, ready)).toBe(1);
    const { id: runId } = await theRun(member);
    expect(await runsOf(await aColleague(owner))).toEqual([]);
    const stranger = await aContext({ role: "owner" });
    for (const act of [getRun, retryRun, undoRun])
      await expect(act(stranger, { id: runId })).rejects.toMatchObject(absent);
    await removeMember(owner, { userId: member.actor.id });
    const { id: later } = await aDocument(owner);
    expect(await happens(owner, later, ready)).toBe(0);
    expect(await getAutomation(owner, { id: automationId })).toMatchObject({
      state: "paused",
      pausedBecause: "owner",
    });
  });

  test("is begun by hand on documents, and says which were left out", async () => {
    const ctx = await aContext({ role: "owner" });
    const { id } = await anAutomation(ctx, {
      trigger: { kind: "by.hand" },
      when: { rows: { match: "all", of: [{ field: "doc.title", is: "holds", value: "bill" }] } },
    });
    const [one, other] = [
      await aDocument(ctx, { title: "A bill" }),
      await aDocument(ctx, { title: "Letter" }),
    ];
    const { id: foreign } = await aDocument(await aContext());
    const documentIds = [one.id, one.id, other.id, foreign];
    const done = await runNow(ctx, { id, documentIds });
    expect(done).toMatchObject({
      began: [{ documentId: one.id }],
      left: [
        { documentId: other.id, because: "The condition of the automation is not true for it." },
        { documentId: foreign, because: "It does not exist, or you may not see it." },
      ],
    });
    await carryOn(ctx);
    expect(await tagsOf(ctx, one.id)).toEqual(["seen"]);
    for (const stranger of [await aContext({ role: "owner" }), await aColleague(ctx)])
      await expect(runNow(stranger, { id, documentIds: [one.id] })).rejects.toMatchObject(absent);
    await pauseAutomation(ctx, { id });
    await expect(runNow(ctx, { id, documentIds: [one.id] })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("is begun by a document that goes to the trash, and tells of it", async () => {
    const ctx = await aContext();
    const { id } = await aDocument(ctx);
    await trashDocuments(ctx, { ids: [id] });
    expect((await announced(ctx)).map(({ name }) => name)).not.toContain("document/trashed");
    await anAutomation(ctx, {
      trigger: { kind: "document.trashed" },
      start: "stop",
      nodes: [{ id: "stop", kind: "stop", note: "gone" }],
    });
    const { id: later } = await aDocument(ctx);
    await trashDocuments(ctx, { ids: [later] });
    expect((await announced(ctx)).map(({ name }) => name)).toContain("document/trashed");
    expect(await happens(ctx, later, { kind: "document.trashed" })).toBe(1);
    expect(await happens(ctx, later, { kind: "document.trashed" })).toBe(0);
    expect(await theRun(ctx)).toMatchObject({ state: "done", document: { id: later } });
  });

  test("is not begun by its own change, and a ring of automations ends at depth five", async () => {
    const ctx = await aContext();
    const trigger = { kind: "document.type_changed" };
    const turn = (from: string, to: string) =>
      anAutomation(ctx, {
        trigger,
        when: { cel: `doc.type == "${from}"` },
        start: "type",
        nodes: [
          { id: "type", kind: "action", action: "set-type", input: { type: to }, next: null },
        ],
      });
    await turn("invoice", "letter");
    await turn("letter", "invoice");
    const { id } = await aDocument(ctx);
    await correctType(ctx, { id, type: "invoice" });
    const told = new Set<string>();
    for (let round = 0; round < 12; round += 1)
      for (const { id: eventId, name } of await announced(ctx)) {
        if (name !== "document/type-corrected" || told.has(eventId)) continue;
        told.add(eventId);
        await happens(ctx, id, { ...trigger, key: eventId, eventId });
      }
    const depths = (await runsOf(ctx)).map(({ depth }) => depth).toSorted();
    expect(depths).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("of a storm pauses the automation, and a person turns it on again", async () => {
    const ctx = await aContext();
    const { id } = await anAutomation(ctx);
    for (let count = 0; count < 26; count += 1)
      await happens(ctx, (await aDocument(ctx)).id, ready);
    expect(await getAutomation(ctx, { id })).toMatchObject({
      state: "paused",
      pausedBecause: "storm",
    });
    expect((await listRuns(ctx, { limit: 200 })).items).toHaveLength(25);
    await turnOnAutomation(ctx, { id });
    expect(await happens(ctx, (await aDocument(ctx)).id, ready)).toBe(1);
  });
});
