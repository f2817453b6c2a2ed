import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { aColleague, aContext, inBackground } from "../../test/contexts";
import { anIndex, aReadyDocument, wordVectors } from "../../test/documents";
import { sql } from "../../test/models/releases";
import { aReadyTakenFile } from "../../test/sources";
import type { WorkspaceContext } from "../context";
import { clearExports } from "./clear-exports";
import { failExport } from "./fail-export";
import { finishExport } from "./finish-export";
import { listExports } from "./list-exports";
import { openExport } from "./open-export";
import { planExport } from "./plan-export";
import { removeExport } from "./remove-export";
import { startExport } from "./start-export";
import { writeDocuments } from "./write-documents";
import { writeTable } from "./write-table";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let made: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  made = await anIndex();
});
afterAll(() => made.close());

const anOwner = () => aContext({ role: "owner", ai: wordVectors, index: made.index });
const jobOf = (ctx: WorkspaceContext) => inBackground(ctx, undefined, "export-workspace");

/** Does what the job does; with `isKilled` each part is written twice. */
async function work(owner: WorkspaceContext, id: string, { isKilled = false } = {}) {
  const job = jobOf(owner);
  const { tables } = await planExport(job, { id });
  let n = 0;
  for (const { table, keptBecause } of tables) {
    if (keptBecause !== null) continue;
    n += 1;
    for (let times = isKilled ? 2 : 1; times > 0; times -= 1)
      await writeTable(job, { id, n, table });
  }
  let documents = 0;
  for (let after: string | null = ""; after !== null; ) {
    n += 1;
    const part = { id, n, after };
    if (isKilled) await writeDocuments(job, part);
    const written: { documents: number; next: string | null } = await writeDocuments(job, part);
    documents += written.documents;
    after = written.next;
  }
  await finishExport(job, { id, parts: n, documents });
}

const Listed = z.record(z.string(), z.string());

/** Reads an archive with another program than ours. Returns its files, in hexadecimal. */
function unzipped(bytes: Uint8Array): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "export-"));
  try {
    writeFileSync(join(folder, "a.zip"), bytes);
    const script =
      "import sys,zipfile,json\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps({n:z.read(n).hex() for n in z.namelist()}))";
    const read = execFileSync("python3", ["-c", script, join(folder, "a.zip")], {
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    const files = Object.entries(Listed.parse(JSON.parse(read)));
    return new Map(files.map(([path, hex]) => [path, Buffer.from(hex, "hex")]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function download(owner: WorkspaceContext, id: string) {
  const { open, size } = await openExport(owner, { id });
  const bytes = await buffer(await open());
  expect(bytes.length).toBe(size);
  return { bytes, open, size };
}

describe("an export", () => {
  test("holds each original as it was, each table, and a signed list that is true, though a job was killed", async () => {
    const owner = await anOwner();
    const document = await aReadyDocument(owner, "The tenant pays the rent on Monday.", {
      title: "Lease of Mill Lane",
      fileName: "Lease: 2026?.txt",
    });
    const { id } = await startExport(owner, {});
    await work(owner, id, { isKilled: true });
    const { bytes, open, size } = await download(owner, id);
    const files = unzipped(bytes);

    const original = files.get(`originals/${document.id}/v1/Lease_ 2026_.txt`);
    expect(original?.toString()).toBe("The tenant pays the rent on Monday.");
    const rows = files.get("data/documents.jsonl")?.toString().trim().split("\n") ?? [];
    expect(rows.map((row) => JSON.parse(row))).toMatchObject([
      { id: document.id, title: "Lease of Mill Lane" },
    ]);
    expect(files.get("data/page_texts.jsonl")?.toString()).toContain("pays the rent");
    expect(files.get("index.html")?.toString()).toContain("documents/");
    expect([...files.keys()].some((path) => path.includes("workspace_keys"))).toBe(false);

    const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "");
    for (const { path, bytes: length, sha256 } of manifest.files) {
      const held = files.get(path);
      expect([path, held?.length]).toEqual([path, length]);
      expect(
        createHash("sha256")
          .update(held ?? "")
          .digest("hex"),
      ).toBe(sha256);
    }
    const signature = JSON.parse(files.get("signature.json")?.toString() ?? "");
    expect(owner.signer.isSigned(files.get("manifest.json")?.toString() ?? "", signature)).toBe(
      true,
    );

    const part = await buffer(await open({ first: 1000, last: size - 11 }));
    expect(part.equals(bytes.subarray(1000, size - 10))).toBe(true);
    const { items } = await listExports(owner, {});
    expect(items).toMatchObject([{ id, state: "ready", bytes: size, documents: 1 }]);
  });

  test("holds no secret, and nothing of documents, searches and notices that its owner does not see", async () => {
    const owner = await anOwner();
    const member = await aColleague(owner);
    await aReadyTakenFile(member, "The hidden contract names Zebedee.", { title: "Zebedee" });
    await sql(
      `insert into search_log (id, workspace_id, user_id, kind, words, results, took_ms) values ('slg_${owner.workspaceId}', '${owner.workspaceId}', '${member.actor.id}', 'search', 'divorce lawyer', 1, 1)`,
    );
    await sql(
      `insert into invitations (id, workspace_id, email, role, token_hash, invited_by_id, expires_at) values ('inv_${owner.workspaceId}', '${owner.workspaceId}', 'x@example.test', 'member', 'secret-${owner.workspaceId}', '${owner.actor.id}', now())`,
    );
    const { id } = await startExport(owner, {});
    await work(owner, id);
    const files = unzipped((await download(owner, id)).bytes);
    for (const [path, bytes] of files)
      for (const word of ["Zebedee", "divorce lawyer", `secret-${owner.workspaceId}`])
        expect([path, word, bytes.includes(word)]).toEqual([path, word, false]);
    expect(files.get("index.html")?.toString()).toContain("1 private documents");
    expect(files.get("data/invitations.jsonl")?.toString()).toContain("x@example.test");
  });

  test("is made while a payment is missing, one at a time, and by owners alone", async () => {
    const owner = await anOwner();
    const restricted = { ...owner, actor: { ...owner.actor, isReadOnly: true } };
    const { id } = await startExport(restricted, {});
    await expect(startExport(owner, {})).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(openExport(owner, { id })).rejects.toMatchObject({ code: "CONFLICT" });
    for (const role of ["admin", "member", "viewer"] as const) {
      const other = await aColleague(owner, { role });
      await expect(startExport(other, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(openExport(other, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const stale = { ...owner.actor.via, confirmedAt: new Date(0) };
    const unproven = { ...owner, actor: { ...owner.actor, via: stale } };
    await expect(startExport(unproven, {})).rejects.toMatchObject({ code: "STEP_UP_NEEDED" });
    const stranger = await anOwner();
    await expect(openExport(stranger, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removeExport(stranger, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("that was removed, has expired or failed is not there any more, and neither are its files", async () => {
    const owner = await anOwner();
    const { id } = await startExport(owner, {});
    await work(owner, id);
    const folder = `exports/${owner.workspaceId}`;
    expect((await owner.files.list(folder)).length).toBeGreaterThan(10);

    const later = { ...owner, clock: () => new Date(Date.now() + 8 * 86_400_000) };
    await expect(openExport(later, { id })).rejects.toMatchObject({ code: "CONFLICT" });
    const sweep = { ...inBackground(owner, undefined, "run-schedule") };
    expect(await clearExports(sweep, {})).toEqual({ removed: 0 });
    const swept = { ...sweep, clock: later.clock };
    expect(await clearExports(swept, {})).toEqual({ removed: 1 });
    expect(await clearExports(swept, {})).toEqual({ removed: 0 });
    expect(await owner.files.list(folder)).toEqual([]);

    const { id: second } = await startExport(owner, {});
    await failExport(jobOf(owner), { id: second, problem: "The storage is full." });
    await failExport(jobOf(owner), { id: second, problem: "again" });
    const { items } = await listExports(owner, {});
    expect(items).toMatchObject([
      { state: "failed", problem: "The storage is full." },
      { state: "removed" },
    ]);
    await removeExport(owner, { id: second });
    const notices = await sql<{ kind: string }>(
      `select kind from notices where workspace_id = '${owner.workspaceId}' and user_id = '${owner.actor.id}'`,
    );
    expect(notices.map(({ kind }) => kind)).toEqual(["export", "export"]);
  });
});
