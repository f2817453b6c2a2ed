import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { aColleague, aContext, database, inBackground } from "../../test/contexts";
import { anIndex, aReadyDocument, wordVectors } from "../../test/documents";
import { sql } from "../../test/models/releases";
import { verifyLog } from "../audit/chain/verify-log";
import { addComment } from "../comments/add-comment";
import type { WorkspaceContext } from "../context";
import { startExport } from "../exports/start-export";
import { createHold } from "../privacy/holds/create-hold";
import { releaseHold } from "../privacy/holds/release-hold";
import { createRequest } from "../privacy/requests/create-request";
import { createProject } from "../projects/create-project";
import { Receipt } from "../receipts/contract/receipt";
import { askToEnd } from "./ask-to-end";
import { beginErasure } from "./begin-erasure";
import { eraseFiles } from "./erase-files";
import { eraseWorkspace } from "./erase-workspace";
import { getDeparture } from "./get-departure";
import { takeBack } from "./take-back";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let made: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  made = await anIndex();
});
afterAll(() => made.close());

const name = "A test's own workspace";
const destroyed: string[] = [];
const anOwner = () =>
  aContext({
    role: "owner",
    ai: wordVectors,
    index: made.index,
    keyTree: {
      destroy: async (workspaceId) => {
        destroyed.push(workspaceId);
        return { versions: [1] };
      },
    },
  });
const later = (ctx: WorkspaceContext, days: number) => ({
  ...ctx,
  clock: () => new Date(Date.now() + days * 86_400_000),
});
const jobOf = (ctx: WorkspaceContext) => inBackground(ctx, undefined, "erase-workspace");

async function aFullWorkspace() {
  const owner = await anOwner();
  const document = await aReadyDocument(owner, "Quintessential rent is due on Monday.", {
    title: "Quintessential lease of Mill Lane",
  });
  await addComment(owner, { documentId: document.id, text: "Quintessential words" });
  await createProject(owner, { name: "Quintessential project" });
  await createRequest(owner, { kind: "access", subject: { names: ["Quintessential Person"] } });
  await startExport(owner, {});
  return { owner, document };
}

async function tablesWith(workspaceId: string, words: string): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
  );
  const held: string[] = [];
  for (const { name: table } of tables) {
    const rows = await sql<{ row: string }>(
      `select t::text as row from "${table}" t where workspace_id = '${workspaceId}' and t::text ilike '%${words}%' limit 1`,
    );
    if (rows.length > 0) held.push(table);
  }
  return held;
}

async function aDue(owner: WorkspaceContext) {
  const { id } = await askToEnd(owner, { name, days: 7 });
  return { id, after: later(owner, 8) };
}

describe("the end of a workspace", () => {
  test("needs its name, a fresh proof and an owner, and can be taken back until its day", async () => {
    const owner = await anOwner();
    await expect(askToEnd(owner, { name: "Another" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    const admin = await aColleague(owner, { role: "admin" });
    await expect(askToEnd(admin, { name })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id, after } = await aDue(owner);
    await expect(askToEnd(owner, { name })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await beginErasure(jobOf(owner), { id })).toEqual({ outcome: "notDue" });
    expect((await getDeparture(owner, {})).departure).toMatchObject({ id, state: "waiting" });
    const stranger = await anOwner();
    await expect(takeBack(stranger, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await takeBack(owner, { id });
    await expect(takeBack(owner, { id })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await beginErasure(jobOf(after), { id })).toEqual({ outcome: "notDue" });
    expect(await eraseFiles(jobOf(after), { id, runId: "run" })).toMatchObject({ files: 0 });
    expect(await eraseWorkspace(jobOf(after), { id })).toEqual({ receiptId: null });
    expect((await getDeparture(owner, {})).departure).toBeNull();
    expect(destroyed).not.toContain(owner.workspaceId);
  });

  test("waits while a hold is in force, whichever came first", async () => {
    const owner = await anOwner();
    const { id: projectId } = await createProject(owner, { name: "Case" });
    const on = { kind: "project" as const, projectId };
    const held = { name: "Mill case", on, reason: "A lawsuit is expected." };
    const { id: first } = await createHold(owner, held);
    await expect(askToEnd(owner, { name })).rejects.toThrow("Mill case");
    await releaseHold(owner, { id: first, reason: "It is over." });
    const { id, after } = await aDue(owner);
    const { id: second } = await createHold(owner, held);
    expect(await beginErasure(jobOf(after), { id })).toEqual({ outcome: "held" });
    await releaseHold(owner, { id: second, reason: "It is over." });
    expect(await beginErasure(jobOf(after), { id })).toEqual({ outcome: "begun" });
  });

  test("leaves no row, no file and no passage, but a certificate, the chain of the log and proofs by ids", async () => {
    const { owner, document } = await aFullWorkspace();
    const { workspaceId } = owner;
    const { id, after } = await aDue(owner);
    const job = jobOf(after);
    expect(await beginErasure(job, { id })).toEqual({ outcome: "begun" });
    expect(await beginErasure(job, { id })).toEqual({ outcome: "under way" });
    await expect(takeBack(owner, { id })).rejects.toMatchObject({ code: "CONFLICT" });
    const { files } = await eraseFiles(job, { id, runId: "run" });
    expect(files).toBeGreaterThan(0);
    await eraseFiles(job, { id, runId: "run" });
    const { receiptId } = await eraseWorkspace(job, { id });
    expect(await eraseWorkspace(job, { id })).toEqual({ receiptId: null });

    expect(destroyed).toContain(workspaceId);
    expect(await tablesWith(workspaceId, "quintessential")).toEqual([]);
    expect(await sql(`select id from workspaces where id = '${workspaceId}'`)).toEqual([]);
    for (const folder of ["uploads", "derived", "models", "reports", "exports"])
      expect(await owner.files.list(`${folder}/${workspaceId}`)).toEqual([]);
    expect(await made.index.listDocumentIds(workspaceId)).toEqual([]);
    expect(await tablesWith(workspaceId, document.id)).not.toContain("documents");

    const departure = await database.platform.departures.find(id);
    expect(departure).toMatchObject({ state: "done", receiptId });
    const receipt = Receipt.parse(JSON.parse(departure?.certificate ?? ""));
    const { keyId, signature } = departure ?? {};
    const text = departure?.certificate ?? "";
    expect(owner.signer.isSigned(text, { keyId: keyId ?? "", signature: signature ?? "" })).toBe(
      true,
    );
    const lineOf = (store: string) => receipt.stores.find((each) => each.store === store);
    expect(lineOf("documents")).toMatchObject({ found: 1, removed: 1, kept: [] });
    expect(lineOf("document_comments")).toMatchObject({ found: 1, removed: 1 });
    expect(lineOf("files: uploads")).toMatchObject({ removed: 1 });
    expect(lineOf("keys of files")).toMatchObject({ found: 1, removed: 1 });
    expect(lineOf("audit_entries")?.kept).toHaveLength(1);
    expect(receipt.searched).toMatchObject({ found: 0 });
    expect(receipt.searched.phrases).toBeGreaterThan(0);
    expect(receipt.notYet).not.toHaveLength(0);
    const [words] = await sql<{ phrases: unknown }>(
      `select phrases from workspace_departures where id = '${id}'`,
    );
    expect(words?.phrases).toEqual([]);
    expect(await verifyLog(owner, {})).toMatchObject({ isWhole: true });
  });

  test("lets nothing of another workspace go", async () => {
    const { owner: other, document } = await aFullWorkspace();
    const count = () =>
      sql<{ table: string; count: string }>(
        `select table_name as table, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I where workspace_id = ''${other.workspaceId}''', table_name), true, false, '')))[1]::text as count
           from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
      );
    const before = await count();
    const { owner } = await aFullWorkspace();
    const { id, after } = await aDue(owner);
    await beginErasure(jobOf(after), { id });
    await eraseFiles(jobOf(after), { id, runId: "run" });
    await eraseWorkspace(jobOf(after), { id });
    expect(await count()).toEqual(before);
    expect(await made.index.listDocumentIds(other.workspaceId)).toEqual([document.id]);
  });
});

describe("the database", () => {
  test("erases nothing before somebody has begun, and takes nothing back after", async () => {
    const owner = await anOwner();
    const scope = { workspaceId: owner.workspaceId, principals: ["all"] };
    const erase = () => database.write(scope, ({ departures }) => departures.eraseRows());
    await expect(erase()).rejects.toThrow("nobody has begun");
    const { id, after } = await aDue(owner);
    await expect(erase()).rejects.toThrow("nobody has begun");
    await beginErasure(jobOf(after), { id });
    await expect(
      database.write(scope, ({ departures }) =>
        departures.move(id, "erasing", { state: "takenBack" }),
      ),
    ).rejects.toThrow("does not change back");
  });
});
