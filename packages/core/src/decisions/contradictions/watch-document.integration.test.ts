import { afterAll, beforeAll, expect, test } from "vitest";
import { aContext, auditOf, inBackground } from "../../../test/contexts";
import {
  anIndex,
  anUnderstanding,
  aReadyDocument,
  aRestrictedProject,
} from "../../../test/documents";
import { aMeeting } from "../../../test/meetings";
import type { WorkspaceContext } from "../../context";
import { listNotices } from "../../notifications/list-notices";
import { createProject } from "../../projects/create-project";
import { confirmDecision } from "../confirm-decision";
import { listDecisions } from "../list-decisions";
import { settleDecision } from "../settle-decision";
import { watchDocument } from "./watch-document";

let index: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  index = await anIndex();
});
afterAll(() => index.close());

const agreed = [
  "Ann Berg: Good morning, let us talk about the office in Hamburg and what it costs us.",
  "Ben Cole: So we agreed that the rent for the office is 500 euros, that is decided.",
  "Ann Berg: Agreed.",
];
const changed = agreed.map((line) => line.replace("500", "650").replace("Good morning", "Welcome"));
const watch = (ctx: WorkspaceContext, documentId: string) =>
  watchDocument(inBackground(ctx, {}, "watch-decisions"), { documentId });
const decisionsOf = async (ctx: WorkspaceContext) =>
  (await listDecisions(ctx, {})).items.toSorted(
    (a, b) => (a.decidedAt?.getTime() ?? 0) - (b.decidedAt?.getTime() ?? 0),
  );

async function anOffice() {
  const ctx = await aContext({ role: "owner", index: index.index });
  const { id } = await createProject(ctx, { name: "Office" });
  return { ctx, projectIds: [id] };
}
const march = { title: "Weekly of 3 March 2026" };
const april = { title: "Weekly of 7 April 2026" };

test("a later meeting reopens a decision of its project, with both quotes, once, and who confirmed it hears of it", async () => {
  const { ctx, projectIds } = await anOffice();
  await aMeeting(ctx, agreed, { ...march, projectIds });
  const [first] = await decisionsOf(ctx);
  await confirmDecision(ctx, { id: first?.id ?? "" });
  const later = await aMeeting(ctx, changed, { ...april, projectIds });
  await watch(ctx, later.documentId);
  await watch(ctx, later.documentId);

  const [reopened, stands] = await decisionsOf(ctx);
  expect(stands).toMatchObject({ state: "stands", reopenedBy: null });
  expect(reopened).toMatchObject({
    id: first?.id,
    state: "reopened",
    reopenedBy: {
      documentId: later.documentId,
      title: april.title,
      quote: expect.stringContaining("650 euros"),
      decisionId: stands?.id,
      reason: "amount",
    },
  });
  expect(
    (await listNotices(ctx, {})).items.filter(({ kind }) => kind === "decision"),
  ).toMatchObject([{ title: april.title, path: expect.stringContaining("span=") }]);
  expect(reopened?.evidence[0]?.quote).toContain("500 euros");
  const rows = await auditOf(ctx);
  expect(
    rows.filter(({ operation, changes }) => operation === "decisions.reopen-decisions" && changes),
  ).toHaveLength(1);

  await settleDecision(ctx, { id: first?.id ?? "", verdict: "stands" });
  await watch(ctx, later.documentId);
  expect((await decisionsOf(ctx))[0]).toMatchObject({ state: "stands", reopenedBy: null });
  await settleDecision(ctx, {
    id: first?.id ?? "",
    verdict: "replaced",
    replacedBy: stands?.id ?? "",
  });
  await watch(ctx, later.documentId);
  expect((await decisionsOf(ctx))[0]).toMatchObject({ state: "replaced", replacedBy: stands?.id });
});

test("a meeting that comes late is contradicted by one that was held after it", async () => {
  const { ctx, projectIds } = await anOffice();
  await aMeeting(ctx, changed, { ...april, projectIds });
  const earlier = await aMeeting(ctx, agreed, { ...march, projectIds });
  await watch(ctx, earlier.documentId);
  expect((await decisionsOf(ctx)).map(({ state }) => state)).toEqual(["reopened", "stands"]);
});

test("a later document reopens a decision, and an earlier one does not", async () => {
  const { ctx, projectIds } = await anOffice();
  await aMeeting(ctx, agreed, { ...march, projectIds });
  const dated = (date: string) => ({
    projectIds,
    understanding: anUnderstanding({
      facts: [{ name: "date", value: date, normalised: date, confidence: 0.9, evidence: [[0, 4]] }],
    }),
  });
  const early = await aReadyDocument(
    ctx,
    "Early. The rent for the office is 700 euros.",
    dated("2026-02-01"),
  );
  await watch(ctx, early.id);
  expect((await decisionsOf(ctx))[0]).toMatchObject({ state: "stands" });
  const late = await aReadyDocument(
    ctx,
    "Late. The rent for the office is 700 euros.",
    dated("2026-05-01"),
  );
  await watch(ctx, late.id);
  expect((await decisionsOf(ctx))[0]).toMatchObject({
    state: "reopened",
    reopenedBy: {
      documentId: late.id,
      quote: "The rent for the office is 700 euros.",
      decisionId: null,
    },
  });
});

test("nothing is reopened by another project, by the same words, or by a meeting without a day", async () => {
  const { ctx, projectIds } = await anOffice();
  const { id: other } = await createProject(ctx, { name: "Elsewhere" });
  await aMeeting(ctx, agreed, { ...march, projectIds });
  const again = agreed.map((line) => line.replace("Good morning", "Hello"));
  for (const given of [
    { lines: changed, of: { ...april, projectIds: [other] } },
    {
      lines: changed.map((line) => line.replace("Welcome", "Hi")),
      of: { ...april, projectIds: [] },
    },
    { lines: again, of: { ...april, projectIds } },
    {
      lines: changed.map((line) => line.replace("Welcome", "Hey")),
      of: { title: "Weekly", projectIds },
    },
  ]) {
    const { documentId } = await aMeeting(ctx, given.lines, given.of);
    await watch(ctx, documentId);
  }
  expect(new Set((await decisionsOf(ctx)).map(({ state }) => state))).toEqual(new Set(["stands"]));
});

test("who does not see the contradicting document sees that it is reopened, and not by what", async () => {
  const owner = await aContext({ role: "owner", index: index.index });
  const { project, outsider } = await aRestrictedProject(owner);
  const { id: open } = await createProject(owner, { name: "Office" });
  await aMeeting(owner, agreed, { ...march, projectIds: [open, project.id] });
  const later = await aMeeting(owner, changed, { ...april, projectIds: [project.id] });
  await watch(owner, later.documentId);
  expect(await decisionsOf(outsider)).toMatchObject([{ state: "reopened", reopenedBy: null }]);
  expect((await decisionsOf(owner))[0]?.reopenedBy).not.toBeNull();
});
