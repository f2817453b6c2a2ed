import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { aColleague, aContext, database, inBackground } from "../../../test/contexts";
import {
  anIndex,
  anUnderstanding,
  aReadyDocument,
  uploadText,
  wordVectors,
} from "../../../test/documents";
import { sql } from "../../../test/models/releases";
import { recordSearch } from "../../analytics/record-search";
import { verifyLog } from "../../audit/chain/verify-log";
import { addComment } from "../../comments/add-comment";
import { readModel } from "../../content/contract/parsed-document-file";
import type { WorkspaceContext } from "../../context";
import { renameDocument } from "../../documents/rename-document";
import { listEntities } from "../../entities/list-entities";
import { documentsDeleted } from "../../events";
import { removeLeftovers } from "../../processing/remove-leftovers";
import { createProject } from "../../projects/create-project";
import { getReceipt } from "../../receipts/get-receipt";
import { verifyReceipt } from "../../receipts/verify-receipt";
import { findPassages } from "../../search/find-passages";
import { createHold } from "../holds/create-hold";
import { chooseForDocuments } from "./choose-for-documents";
import { confirmErasure } from "./confirm-erasure";
import { countUnproven } from "./count-unproven";
import { createRequest } from "./create-request";
import { deleteChosen } from "./delete-chosen";
import { endRequest } from "./end-request";
import { erasePerson } from "./erase-person";
import { extendRequest } from "./extend-request";
import { getSubjectData } from "./get-subject-data";
import { listRequests } from "./list-requests";
import { packSubjectData } from "./pack-subject-data";
import { previewErasure } from "./preview-erasure";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const name = "Quintilla Abernathy";
const address = "quintilla@abernathy.example";
const found = /quintilla|abernathy/i;

let made: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  made = await anIndex();
});
afterAll(() => made.close());

const anOwner = () => aContext({ role: "owner", ai: wordVectors, index: made.index });
const naming = anUnderstanding({
  entities: [{ kind: "person", text: name, confidence: 0.9, evidence: [[0, name.length]] }],
  summary: [{ text: `${name} signs.`, evidence: [[0, name.length]] }],
  facts: [{ name: "party", value: name, confidence: 0.9, evidence: [[0, name.length]] }],
});
const aPaper = (ctx: WorkspaceContext, about: string) =>
  aReadyDocument(ctx, `${name} signs ${about}. Write to ${address} at once.`, {
    title: `${about} of ${name}`,
    understanding: naming,
  });

/** The rows of the workspace that hold the name, by table. */
async function tablesWith({ workspaceId }: WorkspaceContext): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
  );
  const held: string[] = [];
  for (const { name: table } of tables) {
    const rows = await sql<{ row: string }>(
      `select t::text as row from "${table}" t where workspace_id = '${workspaceId}' and t::text ~* 'quintilla|abernathy'`,
    );
    if (rows.length > 0) held.push(table);
  }
  return held;
}

/** Does what the job and the one for deletions do. */
async function work(owner: WorkspaceContext, id: string) {
  const job = inBackground(owner, undefined, "erase-person");
  await deleteChosen(job, { id });
  const scope = { workspaceId: owner.workspaceId, principals: ["all"] };
  for (const event of await database.read(scope, ({ outbox }) => outbox.listUnsent()))
    if (event.name === documentsDeleted.event)
      await removeLeftovers(inBackground(owner, undefined, "remove-leftovers"), {
        documents: documentsDeleted.schema.parse(event.data).documents,
        runId: "run",
      });
  expect(await countUnproven(job, { id })).toEqual({ left: 0 });
  return erasePerson(job, { id });
}

describe("a person who is erased", () => {
  test("is in no table, file or index afterwards but where the workspace keeps them, and the log's chain holds", async () => {
    const owner = await anOwner();
    const second = await aColleague(owner, { role: "admin" });
    const [gone, redacted, kept] = [
      await aPaper(owner, "lease"),
      await aPaper(owner, "letter"),
      await aPaper(owner, "judgement"),
    ];
    await addComment(owner, { documentId: redacted.id, text: `Ask ${name.toUpperCase()}\nsoon` });
    await renameDocument(owner, { id: redacted.id, title: `The letter of ${name}` });
    await recordSearch(owner, {
      kind: "search",
      words: `where is ${name}`,
      filters: {},
      results: 0,
      tookMs: 1,
      byMeaning: 0,
      byWords: 0,
    });

    const { id } = await createRequest(owner, {
      kind: "erase",
      subject: { names: [name], addresses: [address] },
    });
    const preview = await previewErasure(owner, { id });
    expect(preview.documents.map((each) => each.id).toSorted()).toEqual(
      [gone.id, redacted.id, kept.id].toSorted(),
    );
    expect(preview.documents[0]?.places).toEqual(
      expect.arrayContaining(["title", "text", "names"]),
    );
    expect((await getSubjectData(owner, { id })).tables[0]?.rows.length).toBeGreaterThan(3);
    await chooseForDocuments(owner, { id, documentIds: [gone.id], choice: { kind: "delete" } });
    await chooseForDocuments(owner, {
      id,
      documentIds: [kept.id],
      choice: { kind: "keep", because: "The law demands it for ten years." },
    });
    await expect(confirmErasure(owner, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(confirmErasure(second, { id })).rejects.toMatchObject({ code: "CONFLICT" });
    await chooseForDocuments(owner, { id, choice: { kind: "redact" } });
    await confirmErasure(second, { id });

    const { receiptId } = await work(owner, id);
    expect(await erasePerson(inBackground(owner, undefined, "erase-person"), { id })).toEqual({
      receiptId,
    });

    const rows = await sql<{ row: string }>(
      `select t::text as row from documents t where workspace_id = '${owner.workspaceId}' and id <> '${kept.id}'`,
    );
    expect(rows).toHaveLength(1);
    for (const { row } of rows) expect(row).not.toMatch(found);
    const ofKept = [
      "classification_results",
      "document_facts",
      "document_features",
      "documents",
      "entities",
      "entity_mentions",
      "page_texts",
      "passages",
    ];
    for (const table of await tablesWith(owner)) expect(ofKept).toContain(table);
    for (const file of await owner.files.list(`derived/${owner.workspaceId}/${redacted.id}`))
      if (file.endsWith("model.json.gz"))
        expect(JSON.stringify(await readModel(owner.files, file))).not.toMatch(found);
    const hits = (await findPassages(owner, { q: "Quintilla" })).items;
    for (const hit of hits.map((each) => JSON.stringify(each)))
      if (found.test(hit)) expect(hit).toContain(kept.id);
    expect(hits.length).toBeGreaterThan(0);
    expect((await listEntities(owner, { q: "Quintilla" })).items).toMatchObject([
      { documentCount: 1 },
    ]);
    expect(await verifyLog(owner, {})).toMatchObject({ isWhole: true });

    const signed = await getReceipt(owner, { id: receiptId });
    expect(JSON.stringify(signed)).not.toMatch(found);
    expect(signed.receipt).toMatchObject({
      kind: "person",
      searched: { phrases: 2, found: 0 },
      notYet: [{ confirmedBy: "the terms of the provider" }],
    });
    expect(signed.receipt.stores[0]).toMatchObject({
      found: 3,
      removed: 1,
      kept: [{ count: 1 }, { count: 1, because: "The law demands it for ten years." }],
    });
    expect(await verifyReceipt(owner, { signed })).toMatchObject({ isSigned: true });
    expect((await listRequests(owner, {})).items).toMatchObject([
      { id, state: "done", receiptId, subject: { names: [], addresses: [] } },
    ]);
  });

  test("loses their membership, their things and their account if they are a member", async () => {
    const owner = await anOwner();
    const second = await aColleague(owner, { role: "admin" });
    const member = await aColleague(owner);
    const userId = member.actor.id;
    await sql(`update users set name = '${name}' where id = '${userId}'`);
    const paper = await aPaper(member, "note");
    const { id } = await createRequest(owner, { kind: "erase", subject: {}, userId });
    await chooseForDocuments(owner, { id, choice: { kind: "delete" } });
    await confirmErasure(second, { id });
    await work(owner, id);

    expect(await tablesWith(owner)).toEqual([]);
    expect(await sql(`select id from users where id = '${userId}'`)).toEqual([]);
    expect(await sql(`select id from documents where id = '${paper.id}'`)).toEqual([]);
  });
});

describe("an erasure", () => {
  test("is refused while a hold keeps a document that is to be deleted", async () => {
    const owner = await anOwner();
    const second = await aColleague(owner, { role: "admin" });
    const project = await createProject(owner, { name: "Case" });
    await aReadyDocument(owner, `${name} signs.`, { projectIds: [project.id] });
    await createHold(owner, {
      name: "Case 9",
      on: { kind: "project", projectId: project.id },
      reason: "A lawsuit.",
    });
    const { id } = await createRequest(owner, { kind: "erase", subject: { names: [name] } });
    expect((await previewErasure(owner, { id })).documents).toMatchObject([{ hold: "Case 9" }]);
    await chooseForDocuments(owner, { id, choice: { kind: "delete" } });
    await expect(confirmErasure(second, { id })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Case 9"),
    });
  });

  test("keeps names out of the audit log, and forgets them when it is refused", async () => {
    const owner = await anOwner();
    const { id } = await createRequest(owner, { kind: "erase", subject: { names: [name] } });
    await endRequest(owner, { id, as: "refused", outcome: "We hold nothing of this person." });
    expect(await tablesWith(owner)).toEqual([]);
    for (const again of [
      () => endRequest(owner, { id, as: "refused", outcome: "Again." }),
      () => chooseForDocuments(owner, { id, choice: { kind: "delete" } }),
    ])
      await expect(again()).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("is due in 30 days, and at most in 90", async () => {
    const owner = await anOwner();
    const { id } = await createRequest(owner, { kind: "access", subject: { names: [name] } });
    const [request] = (await listRequests(owner, {})).items;
    const days = (n: number) => new Date((request?.askedAt.getTime() ?? 0) + n * 86_400_000);
    expect(request?.dueAt).toEqual(days(30));
    await extendRequest(owner, { id, dueAt: days(60), reason: "There is much to read." });
    await expect(
      extendRequest(owner, { id, dueAt: days(91), reason: "More." }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const late = { ...owner, clock: () => days(61) };
    expect((await listRequests(late, {})).items).toMatchObject([{ isLate: true }]);
  });

  test("for access holds the originals that the person uploaded, and that the owner sees", async () => {
    const owner = await anOwner();
    const member = await aColleague(owner);
    const { document } = await uploadText(member, "A paper of mine.", { fileName: "mine?.txt" });
    const { document: secret } = await uploadText(member, "A private paper.");
    await sql(
      `update documents set visibility = 'owner', access = array['jobs', '${member.actor.id}'] where id = '${secret.id}'`,
    );
    const { id } = await createRequest(owner, {
      kind: "access",
      subject: { names: [name] },
      userId: member.actor.id,
    });
    const { originals, leftOut } = await packSubjectData(owner, { id });
    expect(originals.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
      [`originals/${document.id}/mine_.txt`, "A paper of mine."],
    ]);
    expect(leftOut).toEqual([]);
    await expect(packSubjectData(member, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(packSubjectData(await anOwner(), { id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("is for owners and admins, and nowhere next door", async () => {
    const owner = await anOwner();
    const { id } = await createRequest(owner, { kind: "erase", subject: { names: [name] } });
    const [member, stranger] = [await aColleague(owner), await anOwner()];
    for (const act of [
      () => createRequest(member, { kind: "erase", subject: { names: [name] } }),
      () => previewErasure(member, { id }),
      () => confirmErasure(member, { id }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const act of [
      () => previewErasure(stranger, { id }),
      () => chooseForDocuments(stranger, { id, choice: { kind: "delete" } }),
      () => confirmErasure(stranger, { id }),
      () => endRequest(stranger, { id, as: "refused", outcome: "Not ours." }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
