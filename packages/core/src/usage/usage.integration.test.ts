import { newId } from "@besunny/db/ids";
import { describe, expect, test } from "vitest";

import {
  aColleague,
  aContext,
  aPlatformContext,
  database,
  inBackground,
} from "../../test/contexts";
import { aDocument, anIndex, aReadyDocument } from "../../test/documents";
import { recordQuestion } from "../conversations/record-question";
import { startConversation } from "../conversations/start-conversation";
import { deleteDocuments } from "../documents/delete-documents";
import { findSummary } from "../documents/find-summary";
import { trashDocuments } from "../documents/trash-documents";
import { listNotices } from "../notifications/list-notices";
import { answerQuotaRequest } from "../platform/billing/answer-quota-request";
import { listQuotaRequests } from "../platform/billing/list-quota-requests";
import { setWorkspaceLimit } from "../platform/billing/set-workspace-limit";
import { askForMore } from "./ask-for-more";
import type { Meter } from "./contract/meters";
import { countQuestion } from "./count-question";
import { exportUsage } from "./export-usage";
import { getUsage } from "./get-usage";
import { holdPages } from "./hold-pages";
import { listUsageEvents } from "./list-usage-events";
import { tellLevel } from "./tell-level";

type Context = Awaited<ReturnType<typeof aContext>>;

const used = async (owner: Context, meter: Meter) =>
  (await getUsage(owner, {})).meters.find((each) => each.meter === meter)?.used;
const limit = (owner: Context, meter: Meter, hard: number | null) =>
  setWorkspaceLimit(aPlatformContext(), {
    id: owner.workspaceId,
    meter,
    limit: hard === null ? null : { soft: null, hard },
  });
const full = { code: "QUOTA_EXCEEDED", hint: expect.stringContaining("Plan and usage") };

describe("usage", () => {
  test("is written with what it counts, and opens it", async () => {
    const owner = await aContext({ role: "owner" });
    const document = await aDocument(owner, { size: 1_000 });
    await aColleague(owner);
    const { id } = await startConversation(owner, {});
    const { turnId } = await recordQuestion(owner, { id, question: "Who pays the rent?" });

    expect(await used(owner, "storage")).toBe(1_000);
    expect(await used(owner, "seats")).toBe(2);
    expect(await used(owner, "questions")).toBe(1);
    const { items } = await listUsageEvents(owner, { meter: "storage" });
    expect(items).toMatchObject([
      { quantity: 1_000, document: { id: document.id, title: document.title } },
    ]);
    const exported = await exportUsage(owner, {});
    expect(exported.items).toContainEqual({
      specversion: "1.0",
      id: `questions:${turnId}`,
      source: `urn:besunny:workspace:${owner.workspaceId}`,
      type: "besunny.usage",
      subject: turnId,
      time: expect.any(String),
      datacontenttype: "application/json",
      data: { meter: "questions", quantity: 1, eventId: expect.stringMatching(/^uev_/) },
    });
  });

  test("keeps its rows when what was counted is deleted, and storage sinks", async () => {
    const made = await anIndex();
    const owner = await aContext({ role: "owner", index: made.index });
    const { id } = await aReadyDocument(owner, "The rent is due.");
    const before = await used(owner, "pages");
    expect(before).toBeGreaterThan(0);
    await trashDocuments(owner, { ids: [id] });
    expect(await used(owner, "storage")).toBeGreaterThan(0);
    await deleteDocuments(owner, { ids: [id] });
    expect(await used(owner, "storage")).toBe(0);
    expect(await used(owner, "pages")).toBe(before);
    await made.close();
  });

  test("of a command that is rolled back is none", async () => {
    const owner = await aContext({ role: "owner" });
    await limit(owner, "questions", 1);
    await countQuestion(owner, { documentId: null });
    const { id } = await startConversation(owner, {});
    await expect(recordQuestion(owner, { id, question: "And who else?" })).rejects.toMatchObject(
      full,
    );
    expect(await used(owner, "questions")).toBe(1);
    expect((await listUsageEvents(owner, { meter: "questions" })).items).toHaveLength(1);
  });

  test("is not for members, and not for another workspace", async () => {
    const owner = await aContext({ role: "owner" });
    await aDocument(owner);
    const member = await aColleague(owner);
    await expect(getUsage(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = await aContext({ role: "owner" });
    expect((await listUsageEvents(other, { meter: "storage" })).items).toEqual([]);
  });
});

describe("a quota", () => {
  test("refuses what does not fit, and hides and deletes nothing that is stored", async () => {
    const owner = await aContext({ role: "owner" });
    const document = await aDocument(owner, { size: 1_000 });
    await limit(owner, "storage", 10);
    await expect(aDocument(owner, { size: 1 })).rejects.toMatchObject(full);
    expect(await findSummary(owner, { id: document.id })).toMatchObject({ id: document.id });
    await limit(owner, "storage", null);
    await aDocument(owner, { size: 1 });
    expect(await used(owner, "storage")).toBe(1_001);
  });

  test("of pages is held before reading, and what has been read is never asked for again", async () => {
    const owner = await aContext({ role: "owner" });
    const document = await aDocument(owner);
    await limit(owner, "pages", 3);
    const job = inBackground(owner, {}, "process-document");
    await holdPages(job, { documentId: document.id, pages: 3 });
    const other = await aDocument(owner, { fileName: "other.txt" });
    await expect(holdPages(job, { documentId: other.id, pages: 1 })).rejects.toMatchObject(full);
    const read = { meter: "pages", subject: document.id, quantity: 3, at: new Date() };
    const key = `pages:${document.id}:1`;
    const { workspaceId } = owner;
    await database.platform.usageLedger.record([{ ...read, workspaceId, key }]);
    await holdPages(job, { documentId: document.id, pages: 3 });
    expect(await used(owner, "pages")).toBe(3);
  });

  test("of seats keeps a new member out", async () => {
    const owner = await aContext({ role: "owner" });
    await limit(owner, "seats", 1);
    await expect(aColleague(owner)).rejects.toThrow("quota_exceeded:seats:1");
  });

  test("that runs out is told to owners and admins, once", async () => {
    const owner = await aContext({ role: "owner" });
    const member = await aColleague(owner);
    const job = inBackground(owner, {}, "tell-usage");
    for (const level of [80, 80, 95])
      await tellLevel(job, { meter: "pages", level, startsAt: "2030-05-01" });
    const { items } = await listNotices(owner, {});
    expect(items.map(({ kind, count, path }) => [kind, count, path])).toEqual([
      ["quota", 95, "/settings/usage"],
      ["quota", 80, "/settings/usage"],
    ]);
    expect((await listNotices(member, {})).items).toEqual([]);
  });

  test("can be asked to be more; the answer holds at once", async () => {
    const owner = await aContext({ role: "owner" });
    const admin = aPlatformContext();
    await limit(owner, "questions", 1);
    await countQuestion(owner, { documentId: null });
    const wish = { meter: "questions", wanted: 100, reason: "A due diligence" } as const;
    const { id } = await askForMore(owner, wish);
    await expect(askForMore(owner, wish)).rejects.toMatchObject({ code: "CONFLICT" });
    const waiting = (await listQuotaRequests(admin, {})).items.find((each) => each.id === id);
    expect(waiting).toMatchObject({ state: "open", wanted: 100, workspaceId: owner.workspaceId });
    await answerQuotaRequest(admin, { id, hard: 50, answer: "Until May" });
    await countQuestion(owner, { documentId: null });
    expect((await getUsage(owner, {})).requests).toMatchObject([
      { id, state: "granted", answer: "Until May" },
    ]);
    await expect(answerQuotaRequest(admin, { id, hard: null })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(askForMore(await aColleague(owner), wish)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

test("an outlook follows the last four weeks, and needs one", async () => {
  const now = new Date("2030-05-11T00:00:00Z");
  const owner = await aContext({ role: "owner", clock: () => now });
  const { workspaceId } = owner;
  const day = (number: number) => new Date(now.getTime() - number * 86_400_000 + 3_600_000);
  const row = (number: number) => ({
    workspaceId,
    meter: "pages",
    quantity: 10,
    subject: "",
    at: day(number),
    key: newId("evt"),
  });
  const pages = async () =>
    (await getUsage(owner, {})).meters.find(({ meter }) => meter === "pages")?.outlook;
  await database.platform.usageLedger.record([row(1), row(2)]);
  expect(await pages()).toBeNull();
  await database.platform.usageLedger.record(Array.from({ length: 26 }, (_, at) => row(at + 3)));
  await limit(owner, "pages", 200);
  expect(await pages()).toEqual({
    atEnd: { low: 310, likely: 310, high: 310 },
    runsOut: {
      likely: new Date("2030-05-21T00:00:00Z"),
      earliest: new Date("2030-05-21T00:00:00Z"),
    },
  });
});
