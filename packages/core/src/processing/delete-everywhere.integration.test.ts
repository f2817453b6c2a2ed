import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inBackground } from "../../test/contexts";
import { anIndex, anUnderstanding, aReadyDocument, wordVectors } from "../../test/documents";
import { aHouseOfItsOwn } from "../../test/engine";
import { recordClick } from "../analytics/record-click";
import { recordSearch } from "../analytics/record-search";
import type { WorkspaceContext } from "../context";
import { deleteDocuments } from "../documents/delete-documents";
import { trashDocuments } from "../documents/trash-documents";
import { documentsDeleted } from "../events";
import { getReceipt } from "../receipts/get-receipt";
import { listReceipts } from "../receipts/list-receipts";
import { verifyReceipt } from "../receipts/verify-receipt";
import { findPassages } from "../search/find-passages";
import { removeLeftovers } from "./remove-leftovers";

const secret = "The vault behind the third painting opens with the brass key.";
const name = "Firm of the Brass Key";

// Many documents, and whole databases to search, on machines that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let house: Awaited<ReturnType<typeof aHouseOfItsOwn>>;
let made: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  [house, made] = [await aHouseOfItsOwn(), await anIndex()];
});
afterAll(async () => {
  await made.close();
  await house.close();
});

/** Every table of the database that still has a row with this text. */
async function tablesWith(text: string): Promise<string[]> {
  const rows = await house.sql<{ name: string }>(`
    select tablename as name from pg_tables where schemaname = 'public'
       and (xpath('/row/held/text()', query_to_xml(format(
             'select count(*) as held from %I t where strpos(t::text, %L) > 0', tablename, '${text}'), false, true, '')))[1]::text::int > 0
     order by 1`);
  return rows.map(({ name }) => name);
}

async function aSecretDocument() {
  const owner = await house.anOwner({ index: made.index, ai: wordVectors });
  const document = await aReadyDocument(owner, secret, {
    title: "The vault",
    understanding: anUnderstanding({
      entities: [{ kind: "organisation", text: name, confidence: 0.9, evidence: [[0, 9]] }],
      summary: [{ text: secret, evidence: [[0, secret.length]] }],
      facts: [{ name: "parties", value: "brass key", confidence: 0.9, evidence: [[51, 60]] }],
    }),
  });
  const searched = {
    kind: "search",
    filters: {},
    results: 1,
    tookMs: 5,
    byMeaning: 1,
    byWords: 1,
  } as const;
  const { id } = await recordSearch(owner, { ...searched, words: "vault" });
  await recordClick(owner, { id, documentId: document.id, rank: 1 });
  await recordSearch(owner, { ...searched, words: `where is "${secret}"` });
  return { owner, document };
}

async function deleteForGood(owner: WorkspaceContext, id: string) {
  await trashDocuments(owner, { ids: [id] });
  await deleteDocuments(owner, { ids: [id] });
  const scope = { workspaceId: owner.workspaceId, principals: ["all"] };
  const events = await owner.db.read(scope, ({ outbox }) => outbox.listUnsent());
  const event = events.findLast((each) => each.name === documentsDeleted.event);
  return documentsDeleted.schema.parse(event?.data);
}

describe("a document that is deleted for good", () => {
  test("is in no store afterwards, and its audit log holds the receipt", async () => {
    const { owner, document } = await aSecretDocument();
    const before = await tablesWith("brass key");
    expect(before).toEqual(
      expect.arrayContaining(["page_texts", "passages", "classification_results", "search_log"]),
    );

    const { documents } = await deleteForGood(owner, document.id);
    const keys = documents.flatMap((each) => each.keys);
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(await owner.files.exists(key)).toBe(true);
    await removeLeftovers(inBackground(owner, undefined, "remove-leftovers"), {
      documents,
      runId: "run",
    });

    expect(await tablesWith("brass key")).toEqual([]);
    expect(await tablesWith("Brass Key")).toEqual([]);
    expect(await tablesWith(document.id)).toEqual([
      "audit_entries",
      "audit_links",
      "outbox",
      "privacy_receipts",
      "usage_events",
    ]);
    for (const key of keys) expect(await owner.files.exists(key)).toBe(false);
    expect(await owner.files.list(`derived/${owner.workspaceId}/${document.id}`)).toEqual([]);
    expect(await made.index.describe(owner.workspaceId, [document.id])).toEqual([]);
    expect((await findPassages(owner, { q: "vault brass key" })).items).toEqual([]);
    const [receipt] = (await auditRows(owner)).filter(
      ({ operation }) => operation === "processing.record-deletion",
    );
    expect(receipt).toMatchObject({
      changes: [{ subject: document.id, after: { isGone: true, phrases: 1, left: {} } }],
    });
    const [listed] = (await listReceipts(owner, {})).items;
    const signed = await getReceipt(owner, { id: listed?.id ?? "" });
    expect(signed.receipt).toMatchObject({
      kind: "document",
      subject: { documentId: document.id, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      searched: { ids: 1, phrases: 1, found: 0 },
      notYet: [],
    });
    const stores = new Map(signed.receipt.stores.map(({ store, removed }) => [store, removed]));
    expect(stores.get("passages")).toBe(1);
    expect(stores.get("files")).toBe(keys.length);
    expect(stores.get("index")).toBe(1);
    expect(JSON.stringify(signed)).not.toMatch(/brass key|The vault/i);
    expect(await verifyReceipt(owner, { signed })).toEqual({
      isSigned: true,
      isKeyKnown: true,
      isOfThisWorkspace: true,
    });
    const forged = {
      ...signed,
      receipt: { ...signed.receipt, madeAt: "2020-01-01T00:00:00.000Z" },
    };
    expect(await verifyReceipt(owner, { signed: forged })).toMatchObject({ isSigned: false });
    const longer = { ...signed, receipt: { ...signed.receipt, also: "all mails" } };
    await expect(verifyReceipt(owner, { signed: longer })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect(JSON.stringify(receipt?.changes)).toContain(listed?.id);
    expect(JSON.stringify(receipt?.input)).not.toContain("besunny-receipt");
  });

  test("is reported with the table that still quotes it", async () => {
    const { owner, document } = await aSecretDocument();
    const { documents } = await deleteForGood(owner, document.id);
    await house.sql(
      `insert into search_log (id, workspace_id, user_id, kind, words, results, took_ms)
       values ('slg_late', '${owner.workspaceId}', 'usr_x', 'ask', 'is it true: ${secret}', 1, 1)`,
    );
    const removing = () =>
      removeLeftovers(inBackground(owner, undefined, "remove-leftovers"), {
        documents,
        runId: "run",
      });

    await expect(removing()).rejects.toThrow("Deleted documents left 1 in search_log");
    await house.sql("delete from search_log where id = 'slg_late'");
    await removing();
    expect(await tablesWith("brass key")).toEqual([]);
  });
});

/** In this database, which is not the one of other tests. */
async function auditRows(owner: WorkspaceContext) {
  const scope = { workspaceId: owner.workspaceId, principals: ["all"] };
  const { items } = await owner.db.read(scope, ({ audit }) => audit.list({}, { limit: 50 }));
  return items;
}
