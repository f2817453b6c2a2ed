import type { AnswerInput } from "@besunny/ai/ai";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { aColleague, aContext, auditOf, database, inBackground } from "../../../test/contexts";
import {
  aModel,
  anIndex,
  anUnderstanding,
  aReadyDocument,
  readerOf,
  runOf,
  uploadText,
  wordVectors,
} from "../../../test/documents";
import { sql } from "../../../test/models/releases";
import { askQuestion } from "../../answers/ask-question";
import type { WorkspaceContext } from "../../context";
import { getDocument } from "../../documents/get-document";
import { listDocuments } from "../../documents/list-documents";
import { renameDocument } from "../../documents/rename-document";
import { trashDocuments } from "../../documents/trash-documents";
import { listEntities } from "../../entities/list-entities";
import { startRun } from "../../processing/runs/start-run";
import { processStage } from "../../processing/stages/process-stage";
import { syncIndexRange } from "../../search/sync-index-range";
import { createRequest } from "../requests/create-request";
import { listRequests } from "../requests/list-requests";
import { createRule } from "../retention/create-rule";
import { listRules } from "../retention/list-rules";
import { liftRestriction } from "./lift-restriction";
import { listRestrictions } from "./list-restrictions";
import { restrict } from "./restrict";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let made: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  made = await anIndex();
});
afterAll(() => made.close());

const reason = "The person disputes what the lease says.";
const name = "Quintessa Shelley";
const anOwner = () => aContext({ role: "owner", ai: wordVectors, index: made.index });
const naming = anUnderstanding({
  entities: [{ kind: "person", text: name, confidence: 0.9, evidence: [[0, name.length]] }],
});
const aLease = (ctx: WorkspaceContext, day = "Monday") =>
  aReadyDocument(ctx, `${name} pays the rent on ${day}.`, {
    understanding: naming,
    title: `Lease of ${name}`,
  });

/** Returns the tables of an export of everything in which the words are. */
async function exportedWith({ workspaceId }: WorkspaceContext, words: string): Promise<string[]> {
  const seenBy = ["all", "ws", "jobs"];
  const scope = { workspaceId, principals: seenBy };
  return database.write(scope, async ({ exportRows }) => {
    const found: string[] = [];
    await exportRows.open();
    for (const { table, keptBecause } of exportRows.tables()) {
      // The audit log is no processing of the document: it keeps who did what, with the titles of then.
      if (keptBecause || table === "audit_entries") continue;
      const rows = await exportRows.page(table, { after: null, limit: 500, seenBy });
      if (rows.some(({ line }) => line.includes(words))) found.push(`export of ${table}`);
    }
    const originals = await exportRows.originals({ after: "", limit: 100, seenBy });
    if (originals.length > 0) found.push("export of originals");
    return found;
  });
}

/** Asks a question, and returns whether a model was given the words. */
async function isAnsweredFrom(ctx: WorkspaceContext): Promise<boolean> {
  const given: AnswerInput[] = [];
  const ai = {
    ...ctx.ai,
    ...wordVectors,
    async *answer(input: AnswerInput) {
      given.push(input);
      yield { kind: "text" as const, text: "No." };
      yield {
        kind: "done" as const,
        found: false,
        citations: [],
        sent: null,
        producedBy: { kind: "local" as const, model: "a-test", release: "1" },
        cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
      };
    },
  };
  for await (const _ of askQuestion({ ...ctx, ai }, { question: "Who pays the rent on Monday?" }));
  return JSON.stringify(given).includes("Quintessa");
}

/** Returns all places from which a person, a job or an export gets at the document. */
async function places(ctx: WorkspaceContext, id: string): Promise<string[]> {
  const found: string[] = [];
  const job = inBackground(ctx, undefined, "sync-index");
  await syncIndexRange(job, { fromSeq: 0, toSeq: Number.MAX_SAFE_INTEGER });
  const isIn = async (place: string, items: Promise<{ items: { id: string }[] }>) => {
    if ((await items).items.some((each) => each.id === id)) found.push(place);
  };
  await isIn("list", listDocuments(ctx, {}));
  await isIn("search", listDocuments(ctx, { q: "Quintessa" }));
  if ((await listEntities(ctx, { q: "Quintessa" })).items.length > 0) found.push("entities");
  if (await isAnsweredFrom(ctx)) found.push("answers");
  if ((await made.index.describe(ctx.workspaceId, [id])).length > 0) found.push("index");
  await getDocument(ctx, { id }).then(
    () => found.push("document"),
    () => undefined,
  );
  const scope = { workspaceId: ctx.workspaceId, principals: ["all", "jobs"] };
  if (await database.read(scope, ({ documents }) => documents.find(id))) found.push("jobs");
  return [...found, ...(await exportedWith(ctx, "Quintessa"))];
}

describe("a restricted person", () => {
  test("is in no list, search, answer, index, job or export, until it is lifted", async () => {
    const owner = await anOwner();
    const { id } = await aLease(owner);
    const before = await places(owner, id);
    expect(before).toEqual(
      expect.arrayContaining([
        ...["list", "search", "entities", "answers", "index", "document", "jobs"],
        ...["export of documents", "export of page_texts", "export of originals"],
      ]),
    );
    const asked = await createRequest(owner, { kind: "restrict", subject: { names: [name] } });
    const restricted = await restrict(owner, { requestId: asked.id, reason });

    expect(restricted.documents).toBe(1);
    expect(await places(owner, id)).toEqual([]);
    for (const act of [
      () => renameDocument(owner, { id, title: "Other" }),
      () => trashDocuments(owner, { ids: [id] }).then(({ ids }) => expect(ids).toEqual([])),
    ])
      await act().catch((error: unknown) => expect(error).toMatchObject({ code: "NOT_FOUND" }));
    expect((await listRequests(owner, {})).items).toMatchObject([
      { state: "done", subject: { names: [], addresses: [] } },
    ]);
    expect((await listRestrictions(owner, {})).items).toMatchObject([
      { id: restricted.id, reason, total: 1, liftedAt: null, documents: [{ id }] },
    ]);

    await liftRestriction(owner, { id: restricted.id, reason: "It was settled." });
    expect((await places(owner, id)).toSorted()).toEqual(before.toSorted());
    expect(await sql(`select subject from restrictions where id = '${restricted.id}'`)).toEqual([
      { subject: {} },
    ]);
    expect((await auditOf(owner)).map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(["privacy.restrict", "privacy.lift-restriction"]),
    );
  });

  test("is understood by no model in a document that comes later", async () => {
    const owner = await anOwner();
    const asked = await createRequest(owner, { kind: "restrict", subject: { names: [name] } });
    const { id: restriction } = await restrict(owner, { requestId: asked.id, reason });
    let understood = 0;
    const understand = async () => {
      understood += 1;
      return naming;
    };
    const { document } = await uploadText(owner, `${name} came again.`);
    const read = readerOf(aModel(`${name} came again.`));
    const job = inBackground({ ...owner, ai: { ...owner.ai, understand }, reader: read });
    const run = await runOf(owner, document.id);
    await startRun(job, run);
    for (const stage of ["read", "understood", "indexed"] as const)
      await processStage(job, { ...run, stage }).catch((error: unknown) =>
        expect(error).toMatchObject({ code: "NOT_FOUND" }),
      );

    expect(understood).toBe(0);
    expect(await places(owner, document.id)).toEqual([]);
    expect((await listRestrictions(owner, {})).items).toMatchObject([
      { id: restriction, total: 1 },
    ]);
  });
});

describe("a restricted document", () => {
  test("takes its attachments with it, stays while another restriction keeps it, and no rule of retention removes it", async () => {
    const owner = await anOwner();
    const [{ id: mail }, { id: inMail }] = [await aLease(owner), await aLease(owner, "Sunday")];
    await sql(`update documents set parent_id = '${mail}' where id = '${inMail}'`);
    const one = await restrict(owner, { documentIds: [inMail], reason });
    expect(one.documents).toBe(2);
    expect(await places(owner, mail)).toEqual([]);
    await createRule(owner, { name: "All", amount: 1, unit: "days", expected: 0 });
    expect((await listRules(owner, {})).items).toMatchObject([{ decided: 0 }]);

    await expect(restrict(owner, { documentIds: [mail], reason })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await liftRestriction(owner, { id: one.id, reason });
    expect(await places(owner, mail)).toContain("document");
    await expect(liftRestriction(owner, { id: one.id, reason })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("is named to owners and admins alone who saw it before", async () => {
    const owner = await anOwner();
    const { id } = await aLease(owner);
    await sql(`update documents set visibility = 'owner', access = '{jobs}' where id = '${id}'`);
    const asked = await createRequest(owner, { kind: "restrict", subject: { names: [name] } });
    await restrict(owner, { requestId: asked.id, reason });
    expect((await listRestrictions(owner, {})).items).toMatchObject([
      { total: 1, documents: [{ id, title: null }] },
    ]);
  });
});

test("restrictions are made, seen and lifted by owners and admins, and are nowhere next door", async () => {
  const owner = await anOwner();
  const { id: documentId } = await aLease(owner);
  const { id } = await restrict(owner, { documentIds: [documentId], reason });
  const member = await aColleague(owner);
  const stranger = await anOwner();
  expect((await listRestrictions(stranger, {})).items).toEqual([]);
  for (const act of [
    () => restrict(member, { documentIds: [documentId], reason }),
    () => liftRestriction(member, { id, reason }),
    () => listRestrictions(member, {}),
  ])
    await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN" });
  for (const act of [
    () => restrict(stranger, { documentIds: [documentId], reason }),
    () => liftRestriction(stranger, { id, reason }),
  ])
    await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
});
