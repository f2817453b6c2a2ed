import { describe, expect, test } from "vitest";

import {
  aDefinition,
  aDraft,
  anAutomation,
  carryOnRehearsals,
  rehearsed,
} from "../../../test/automations";
import { aColleague, aContext, announced, inBackground } from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import type { WorkspaceContext } from "../../context";
import { getDocument } from "../../documents/get-document";
import { removeMember } from "../../members/remove-member";
import { createProject } from "../../projects/create-project";
import { listRuns } from "../runs/list-runs";
import { saveDraft } from "../save-draft";
import { cancelRehearsal } from "./cancel-rehearsal";
import { carryOnRehearsal } from "./carry-on-rehearsal";
import { getRehearsal } from "./get-rehearsal";
import { listRehearsalRows } from "./list-rehearsal-rows";
import { listRehearsals } from "./list-rehearsals";
import { rehearse } from "./rehearse";
import { rehearsePart } from "./rehearse-part";

const absent = { code: "NOT_FOUND" };
const holding = (value: string) => ({
  rows: { match: "all", of: [{ field: "doc.title", is: "holds", value }] },
});
const tag = (id: string, tags: string[], next: string | null = null) => ({
  ...{ id, kind: "action", action: "add-tags", input: { tags }, next },
});
const title = (text: string, next: string | null = null) => ({
  ...{ id: "title", kind: "action", action: "set-title", input: { title: text }, next },
});
const rowsOf = async (ctx: WorkspaceContext, id: string) =>
  (await listRehearsalRows(ctx, { id })).items;

describe("a rehearsal", () => {
  test("says what each step would change, after what the steps before it would change, and changes nothing", async () => {
    const ctx = await aContext({ role: "owner" });
    const { id: projectId } = await createProject(ctx, { name: "Bills" });
    const { id } = await aDraft(ctx, {
      when: holding("invoice"),
      start: "title",
      nodes: [
        title("Paid: {{ doc.title }}", "if"),
        { id: "if", kind: "if", when: holding("Paid: Invoice 7"), yes: "tag", no: "file" },
        tag("tag", ["seen"], "file"),
        { id: "file", kind: "action", action: "add-to-project", input: { projectId }, next: null },
      ],
    });
    const seven = await aDocument(ctx, { title: "Invoice 7" });
    await aDocument(ctx, { title: "Invoice 8" });
    await aDocument(ctx, { title: "Letter" });
    const before = await getDocument(ctx, { id: seven.id });
    const told = (await announced(ctx)).length;
    const rehearsalId = await rehearsed(ctx, { id, filter: {} });

    const found = await getRehearsal(ctx, { id: rehearsalId });
    expect(found).toMatchObject({
      state: "done",
      total: 3,
      looked: 3,
      isCurrent: true,
      counts: { yes: 2, no: 1, unknown: 0, changing: 2, failing: 0, irreversible: 0 },
    });
    expect(found.counts.edges).toEqual({
      "part:trigger start": 3,
      "part:when start": 2,
      "title next": 2,
      "if yes": 1,
      "if no": 1,
      "tag next": 1,
      "file next": 2,
    });
    expect(found.counts.steps.title?.sure).toMatchObject({ changed: 2, refused: 0 });
    const row = (await rowsOf(ctx, rehearsalId)).find(({ document }) => document.id === seven.id);
    expect(row?.lines).toMatchObject([
      { node: "title", change: { before: "Invoice 7", after: "Paid: Invoice 7" } },
      { node: "if", outcome: "yes" },
      { node: "tag", change: { before: [], after: ["seen"] } },
      { node: "file", change: { before: [], after: ["Bills"] } },
    ]);

    expect(await getDocument(ctx, { id: seven.id })).toEqual(before);
    expect((await listRuns(ctx, {})).items).toEqual([]);
    expect(await announced(ctx)).toHaveLength(told + 1);
  });

  test("follows both answers of a question, counts them apart, and asks nobody", async () => {
    const ctx = await aContext({ role: "owner" });
    const { id } = await aDraft(ctx, {
      start: "ask",
      nodes: [
        {
          id: "ask",
          kind: "approval",
          question: "Pay {{ doc.title }}?",
          approvers: [{ kind: "person", userId: ctx.actor.id }],
          allowSelf: true,
          yes: "tag",
          no: "trash",
        },
        tag("tag", ["paid"]),
        { id: "trash", kind: "action", action: "trash", input: {}, next: null },
      ],
    });
    await aDocument(ctx, { title: "Invoice 7" });
    const rehearsalId = await rehearsed(ctx, { id, filter: {} });
    const { counts, people } = await getRehearsal(ctx, { id: rehearsalId });
    expect(people).toMatchObject([{ id: ctx.actor.id, questions: 1 }]);
    expect(counts).toMatchObject({ changing: 0, edges: { "ask yes": 1, "ask no": 1 } });
    expect(counts.steps.tag).toMatchObject({ sure: { changed: 0 }, afterYes: { changed: 1 } });
    expect(counts.steps.trash).toMatchObject({ sure: { changed: 0 }, afterNo: { changed: 1 } });
    const [row] = await rowsOf(ctx, rehearsalId);
    expect(row?.lines).toMatchObject([
      { node: "ask", because: "Pay Invoice 7?", after: [] },
      { node: "tag", after: [{ node: "ask", answer: "yes" }] },
      { node: "trash", after: [{ node: "ask", answer: "no" }] },
    ]);
  });

  test("takes the filter of the library, and keeps what is missing apart from what is false", async () => {
    const ctx = await aContext();
    const { id } = await aDraft(ctx, {
      when: { cel: "doc.datedOn > day('2020-01-01') && facts.total.amount > 5" },
    });
    await aDocument(ctx, { title: "Lease of a flat" });
    await aDocument(ctx, { title: "Letter" });
    const rehearsalId = await rehearsed(ctx, { id, filter: { q: "title:lease" } });
    const found = await getRehearsal(ctx, { id: rehearsalId });
    expect(found).toMatchObject({ total: 1, counts: { yes: 0, unknown: 1 } });
    const unknown = await listRehearsalRows(ctx, { id: rehearsalId, truth: "unknown" });
    expect(unknown.items[0]?.trace).toMatchObject([
      {},
      { truth: "unknown", seen: [{ value: null }] },
    ]);
  });

  test("names other automations that would give a field another value, and none that agree", async () => {
    const ctx = await aContext();
    await anAutomation(ctx, { start: "title", nodes: [title("Theirs")] });
    await anAutomation(ctx, { start: "title", nodes: [title("Ours")] });
    await anAutomation(ctx, {
      trigger: { kind: "document.failed" },
      start: "title",
      nodes: [title("Other")],
    });
    await anAutomation(ctx, { nodes: [tag("tag", ["more"])] });
    const { id } = await aDraft(ctx, {
      start: "title",
      nodes: [title("Ours", "tag"), tag("tag", ["seen"])],
    });
    await aDocument(ctx, { title: "Invoice" });
    const rehearsalId = await rehearsed(ctx, { id, filter: {} });
    const { counts, conflicts } = await getRehearsal(ctx, { id: rehearsalId });
    expect(counts.conflicting).toBe(1);
    expect(conflicts).toMatchObject([{ field: "title", documents: 1 }]);
    const page = await listRehearsalRows(ctx, { id: rehearsalId, mark: "conflicts" });
    expect(page.items[0]?.conflicts).toMatchObject([{ ours: "Ours", theirs: "Theirs" }]);
  });

  test("sees what the owner sees, shows each document to those who see it, and is absent for others", async () => {
    const owner = await aContext({ role: "owner" });
    const member = await aColleague(owner);
    const { id: projectId } = await createProject(owner, { name: "Board", isRestricted: true });
    await aDocument(owner, { title: "Hidden", projectIds: [projectId] });
    const shown = await aDocument(owner, { title: "Shown" });
    const { id } = await aDraft(member);
    const rehearsalId = await rehearsed(member, { id, filter: {} });
    expect(await getRehearsal(member, { id: rehearsalId })).toMatchObject({ total: 1 });
    expect((await rowsOf(owner, rehearsalId)).map(({ document }) => document.id)).toEqual([
      shown.id,
    ]);
    const other = await aColleague(owner);
    await expect(getRehearsal(other, { id: rehearsalId })).rejects.toMatchObject(absent);
    await expect(listRehearsalRows(other, { id: rehearsalId })).rejects.toMatchObject(absent);
    await expect(listRehearsals(other, { id })).rejects.toMatchObject(absent);
    await expect(rehearse(other, { id, filter: {} })).rejects.toMatchObject(absent);
    const stranger = await aContext({ role: "owner" });
    await expect(getRehearsal(stranger, { id: rehearsalId })).rejects.toMatchObject(absent);
    await expect(cancelRehearsal(stranger, { id: rehearsalId })).rejects.toMatchObject(absent);
  });

  test("goes on in parts, each once, and stops when it is told", async () => {
    const ctx = await aContext();
    const { id } = await aDraft(ctx);
    await aDocument(ctx);
    const job = inBackground(ctx, undefined, "rehearse-automation");
    const one = await rehearse(ctx, { id, filter: {} });
    expect(await carryOnRehearsal(job, { id: one.id })).toEqual({ isOver: true });
    expect(await carryOnRehearsal(job, { id: one.id })).toEqual({ isOver: true });
    expect(await rowsOf(ctx, one.id)).toHaveLength(1);
    const other = await rehearse(ctx, { id, filter: {} });
    expect(await cancelRehearsal(ctx, { id: other.id })).toMatchObject({ state: "stopped" });
    await carryOnRehearsals(ctx);
    expect(await rowsOf(ctx, other.id)).toEqual([]);
    await expect(cancelRehearsal(ctx, { id: other.id })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect((await listRehearsals(ctx, { id })).items.map((each) => each.state)).toEqual([
      "stopped",
      "done",
    ]);
  });

  test("is refused for a draft with mistakes, and ends when the owner has left", async () => {
    const owner = await aContext({ role: "owner" });
    const ctx = await aColleague(owner);
    const draft = await aDraft(ctx, { when: { cel: "doc.titel == 'x'" } });
    await expect(rehearse(ctx, { id: draft.id, filter: {} })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    const { id, revision, name } = draft;
    await saveDraft(ctx, { id, revision, name, definition: aDefinition() });
    const asked = await rehearse(ctx, { id, filter: {} });
    await removeMember(owner, { userId: ctx.actor.id });
    await carryOnRehearsals(owner);
    const found = await getRehearsal(owner, { id: asked.id });
    expect(found).toMatchObject({ state: "failed", error: expect.stringContaining("left") });
  });

  test("cannot write: PostgreSQL refuses it in the query that looks at documents", async () => {
    const ctx = await aContext({ role: "owner" });
    const { id, definition } = await aDraft(ctx);
    await aDocument(ctx);
    let isRefused = false;
    const asking = { automationId: id, definition, filter: {}, at: new Date(), cursor: null };
    const db: WorkspaceContext["db"] = {
      ...ctx.db,
      read: (scope, work, options) =>
        ctx.db.read(
          scope,
          async (repositories) => {
            await expect(
              repositories.automations.create({ name: "x", ownerId: ctx.actor.id, draft: {} }),
            ).rejects.toThrow(/read-only/);
            isRefused = true;
            return work(repositories);
          },
          options,
        ),
    };
    await expect(rehearsePart({ ...ctx, db }, asking)).rejects.toThrow(/aborted/);
    expect(isRefused).toBe(true);
  });
});
