import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aDefinition, aDraft, anAutomation, carryOn, happens } from "../../../test/automations";
import { aColleague, aContext, inBackground } from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import { createWebhooks } from "../../../test/webhooks/webhook-sender";
import { aSink } from "../../../test/webhooks/webhook-sink";
import { listActions } from "../../actions/list-actions";
import type { WorkspaceContext } from "../../context";
import { removeMember } from "../../members/remove-member";
import { listNotices } from "../../notifications/list-notices";
import { createProject } from "../../projects/create-project";
import { createWebhook } from "../../webhooks/create-webhook";
import { turnWebhook } from "../../webhooks/turn-webhook";
import { decideApproval } from "../approvals/decide-approval";
import { listApprovals } from "../approvals/list-approvals";
import { checkDraft } from "../check-draft";
import { findRun } from "../running/find-run";
import { intendChange } from "../running/intend-change";
import { getRun } from "../runs/get-run";
import { listRuns } from "../runs/list-runs";
import { retryRun } from "../runs/retry-run";
import { undoRun } from "../runs/undo-run";

const ready = { kind: "document.ready" };
const sink = await aSink();
afterAll(sink.close);
beforeEach(() => {
  sink.received.length = 0;
  sink.answers((response) => void response.writeHead(204).end());
});

const webhooks = createWebhooks({ allowList: ["127.0.0.1"] });
const withWebhooks = () => aContext({ role: "owner", webhooks });
const aWebhook = async (ctx: WorkspaceContext, given: object = {}) =>
  (
    await createWebhook(ctx, {
      name: "n8n",
      url: sink.url,
      events: ["document.ready"],
      projectIds: [],
      ...given,
    })
  ).webhook.id;
const doing = (action: string, input: object) => ({
  start: "do",
  nodes: [{ id: "do", kind: "action", action, input, next: null }],
});
const theRun = async (ctx: WorkspaceContext) => {
  const [run] = (await listRuns(ctx, {})).items;
  if (!run) throw new Error("There is no run");
  return getRun(ctx, { id: run.id });
};

describe("a request", () => {
  test("to a webhook is signed, says what the document is, and is sent once", async () => {
    const ctx = await withWebhooks();
    const endpointId = await aWebhook(ctx);
    await anAutomation(ctx, doing("send-webhook", { endpointId }));
    const { id } = await aDocument(ctx, { title: "Invoice 7" });
    await happens(ctx, id, ready);
    await carryOn(ctx);
    const run = await theRun(ctx);
    expect(run).toMatchObject({ state: "done", changes: [{ isReversible: false }] });
    expect(sink.received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: "" }] = sink.received;
    expect(headers).toMatchObject({
      "idempotency-key": `${run.id}:do:${id}`,
      "webhook-signature": expect.stringMatching(/^v1,/),
      "content-type": "application/json",
    });
    expect(JSON.parse(body)).toMatchObject({ data: { documentId: id, title: "Invoice 7" } });
    const undone = await undoRun(ctx, { id: run.id });
    expect(undone.changes).toMatchObject([{ notUndoneBecause: "It cannot be taken back." }]);
  });

  test("that was sent before a crash is sent again under the same key", async () => {
    const ctx = await withWebhooks();
    await anAutomation(ctx, doing("http-request", { url: `${sink.url}?token=s3cret`, body: "hi" }));
    const { id } = await aDocument(ctx);
    sink.answers((response) => void response.writeHead(400).end());
    await happens(ctx, id, ready);
    const { id: runId } = await theRun(ctx);
    await retryRun(ctx, { id: runId });
    const job = inBackground(ctx, undefined, "run-automation");
    const with_ = { url: `${sink.url}?token=s3cret`, method: "POST", body: "hi" };
    await intendChange(job, {
      runId,
      node: "do",
      isReversible: false,
      change: {
        action: "http-request",
        documentId: id,
        field: "request",
        before: null,
        after: [],
        with: with_,
      },
    });
    expect(await findRun(job, { id: runId })).toMatchObject({ intended: { with: with_ } });
    sink.answers((response) => void response.writeHead(200).end());
    await carryOn(ctx);
    const keys = sink.received.map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toEqual([keys[0], keys[0]]);
    expect(sink.received.at(-1)).toMatchObject({
      body: "hi",
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
    const run = await theRun(ctx);
    expect(run.state).toBe("done");
    expect(JSON.stringify(run)).not.toContain("s3cret");
  });

  test("has three tries, then the run is failed and goes on from there", async () => {
    const ctx = await withWebhooks();
    await anAutomation(ctx, doing("http-request", { url: sink.url }));
    const { id } = await aDocument(ctx);
    sink.answers((response) => void response.writeHead(503).end());
    await happens(ctx, id, ready);
    const failed = await theRun(ctx);
    expect(sink.received).toHaveLength(3);
    expect(failed).toMatchObject({
      state: "failed",
      node: "do",
      error: "The receiver answered 503, after 3 tries.",
      changes: [],
    });
    sink.answers((response) => void response.writeHead(204).end());
    await retryRun(ctx, { id: failed.id });
    await carryOn(ctx);
    expect(await theRun(ctx)).toMatchObject({ state: "done" });
    expect(new Set(sink.received.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });

  test("to an address within, or to a webhook that is off or of other projects, is refused", async () => {
    const inner = await aContext({ role: "owner", webhooks: createWebhooks() });
    await anAutomation(inner, doing("http-request", { url: sink.url }));
    await happens(inner, (await aDocument(inner)).id, ready);
    expect(await theRun(inner)).toMatchObject({
      state: "failed",
      error: "127.0.0.1 is not an address of the public network",
    });
    const ctx = await withWebhooks();
    const { id: projectId } = await createProject(ctx, { name: "Bills" });
    const endpointId = await aWebhook(ctx, { projectIds: [projectId] });
    await anAutomation(ctx, doing("send-webhook", { endpointId }));
    await happens(ctx, (await aDocument(ctx)).id, ready);
    expect((await theRun(ctx)).explanation.at(-1)).toMatchObject({
      outcome: "refused",
      because: "n8n gets documents of its own projects alone.",
    });
    await turnWebhook(ctx, { id: endpointId, isOn: false });
    await happens(ctx, (await aDocument(ctx, { projectIds: [projectId] })).id, ready);
    expect((await theRun(ctx)).explanation.at(-1)).toMatchObject({ because: "n8n is not on." });
    expect(sink.received).toEqual([]);
  });

  test("names no webhook of another workspace", async () => {
    const endpointId = await aWebhook(await withWebhooks());
    const { problems } = await checkDraft(await aContext(), {
      definition: aDefinition(doing("send-webhook", { endpointId })),
    });
    expect(problems).toMatchObject([{ code: "gone", path: ["nodes", 0, "input", "endpointId"] }]);
  });

  test("ends the sentence that people buy such a system for", async () => {
    const ctx = await withWebhooks();
    const ana = await aColleague(ctx);
    const { id: projectId } = await createProject(ctx, { name: "Bills" });
    const endpointId = await aWebhook(ctx);
    const definition = aDefinition({
      when: {
        rows: {
          match: "all",
          of: [
            { field: "doc.type", is: "is", value: "invoice" },
            { field: "facts.total.amount", is: "over", value: 5000 },
            { field: "doc.hasNewParty", is: "isYes" },
          ],
        },
      },
      start: "ask",
      nodes: [
        {
          id: "ask",
          kind: "approval",
          question: "May we pay {{ doc.title }}?",
          approvers: [{ kind: "person", userId: ana.actor.id }],
          yes: "file",
          no: null,
        },
        {
          id: "file",
          kind: "action",
          action: "add-to-project",
          input: { projectId },
          next: "tell",
        },
        { id: "tell", kind: "action", action: "send-webhook", input: { endpointId }, next: null },
      ],
    });
    const told = await checkDraft(ctx, { definition });
    expect(told.problems).toEqual([]);
    expect(told.sentence).toMatch(/ask .*if they agree, add it to Bills, tell n8n\.$/);
    await anAutomation(ctx, { start: definition.start, nodes: definition.nodes });
    await happens(ctx, (await aDocument(ctx)).id, ready);
    expect(sink.received).toEqual([]);
    const [question] = (await listApprovals(ana, {})).items;
    if (!question) throw new Error("Nobody was asked");
    await decideApproval(ana, { id: question.id, seen: question.seen, vote: "approve" });
    await carryOn(ctx);
    expect(await theRun(ctx)).toMatchObject({ state: "done" });
    expect(sink.received).toHaveLength(1);
  });
});

describe("a notice", () => {
  test("reaches each person who sees the document, once, with the words", async () => {
    const ctx = await aContext({ role: "owner" });
    const [ana, ben] = [await aColleague(ctx), await aColleague(ctx)];
    const { id: projectId } = await createProject(ctx, { name: "Secret", isRestricted: true });
    await anAutomation(
      ctx,
      doing("notify", {
        to: [
          { kind: "person", userId: ana.actor.id },
          { kind: "role", role: "member" },
        ],
        message: "Look at {{ doc.title }}",
      }),
    );
    const { id } = await aDocument(ctx, { title: "Invoice 7" });
    await happens(ctx, id, ready);
    await carryOn(ctx);
    for (const person of [ana, ben])
      expect((await listNotices(person, {})).items).toMatchObject([
        {
          kind: "told",
          title: "Invoice 7",
          text: "Look at Invoice 7",
          path: `/documents/${id}`,
        },
      ]);
    const { id: hidden } = await aDocument(ctx, { projectIds: [projectId] });
    await happens(ctx, hidden, ready);
    expect((await theRun(ctx)).explanation.at(-1)).toMatchObject({
      outcome: "nothing",
      because: "None of these people sees the document.",
    });
    expect((await listNotices(ana, {})).items).toHaveLength(1);
  });
});

describe("an action", () => {
  test("is written once with its owner and its day, is seen with the document, and is undone", async () => {
    const ctx = await aContext({ role: "owner" });
    const ana = await aColleague(ctx);
    await anAutomation(
      ctx,
      doing("make-action-item", {
        text: "Pay {{ doc.title }}",
        ownerId: ana.actor.id,
        dueInDays: 0,
      }),
    );
    const { id } = await aDocument(ctx, { title: "Invoice 7" });
    await happens(ctx, id, ready);
    await carryOn(ctx);
    const { items } = await listActions(ana, {});
    expect(items).toMatchObject([
      {
        text: "Pay Invoice 7",
        documentId: id,
        owner: { userId: ana.actor.id },
        due: { on: ctx.clock().toISOString().slice(0, 10) },
        state: "open",
      },
    ]);
    await undoRun(ctx, { id: (await theRun(ctx)).id });
    expect((await listActions(ana, {})).items).toEqual([]);
  });

  test("is refused for somebody who does not see the document, or who has left", async () => {
    const ctx = await aContext({ role: "owner" });
    const ana = await aColleague(ctx);
    const { id: projectId } = await createProject(ctx, { name: "Secret", isRestricted: true });
    await anAutomation(ctx, doing("make-action-item", { text: "Pay", ownerId: ana.actor.id }));
    await happens(ctx, (await aDocument(ctx, { projectIds: [projectId] })).id, ready);
    expect((await theRun(ctx)).explanation.at(-1)).toMatchObject({
      outcome: "refused",
      because: expect.stringMatching(/does not see the document\.$/),
    });
    await removeMember(ctx, { userId: ana.actor.id });
    await happens(ctx, (await aDocument(ctx)).id, ready);
    expect((await theRun(ctx)).explanation.at(-1)).toMatchObject({
      because: "The person in charge has left the workspace.",
    });
    expect((await listActions(ctx, {})).items).toEqual([]);
  });

  test("is not drafted without what it needs", async () => {
    const ctx = await aContext();
    const { problems } = await aDraft(ctx, doing("notify", { to: [], message: "{{ doc.titel }}" }));
    expect(problems).toMatchObject([{ code: "input", path: ["nodes", 0, "input", "to"] }]);
  });
});
