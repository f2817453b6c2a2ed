import { spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createEncryptedFiles } from "@besunny/connectors/files/encryption/encrypted-files";
import type { Files } from "@besunny/connectors/files/files";
import { createLocalFiles } from "@besunny/connectors/files/local-files";
import { createDatabase, type Database } from "@besunny/db/database";
import { stopEmbeddedPostgres } from "@besunny/db/server/embedded-postgres";
import { createReader } from "@besunny/reading/pool/reader";
import { createKeyRing } from "@besunny/runtime/keys/key-ring";
import { createKeyTree } from "@besunny/runtime/keys/key-tree";
import { createMainKeys } from "@besunny/runtime/keys/main-keys";

import { aDataDirectory, startDatabase } from "../database";
import { readingChild } from "../reading-child";
import { percentile, type Report } from "../report";

const root = join(import.meta.dirname, "../..");
const samples = join(root, "apps/cli/sample/files");
const LARGE_BYTES = 64 * 1024 * 1024;
const LARGE_FILES = 8;
const PARTS = 400;
const PART_BYTES = 64 * 1024;
const WORKSPACES = 1000;
const AT_ONCE = 200;

/**
 * Measures the cost of encrypting files beside plain files: storing, reading and parts of large files, and the ingest of the sample documents. Storing
 * is also measured beside `openssl enc`. Then it wraps the keys of 1,000 workspaces with a new main key.
 */
export async function encryption({ rounds = "5" }: { rounds?: string }): Promise<Report> {
  const directory = await aDataDirectory();
  const report: Report = { load_average_before: loadavg()[0] ?? 0 };
  try {
    const plain = createLocalFiles({ directory });
    const key = { version: 1, bytes: randomBytes(32) };
    const encrypted = createEncryptedFiles({
      files: plain,
      keys: { current: async () => key, find: async () => key },
      scratchDirectory: join(directory, "scratch"),
      ownerOf: () => "ws_bench",
      asDamaged: (error) => error,
    });
    Object.assign(report, await large(directory, { plain, encrypted }));
    Object.assign(report, await ingest(Number(rounds), { plain, encrypted }));
    Object.assign(report, await rewrap(directory));
  } finally {
    await stopEmbeddedPostgres({ dataDirectory: directory });
    await rm(directory, { recursive: true, force: true });
  }
  return report;
}

type Both = { plain: Files; encrypted: Files };

async function large(directory: string, both: Both): Promise<Report> {
  const source = join(directory, "large");
  await writeFile(source, randomBytes(LARGE_BYTES));
  const out = join(directory, "openssl");
  const perSecond = (ms: number) => LARGE_BYTES / 1024 / 1024 / (ms / 1000);
  const [stored, read, parts]: Record<string, number[]>[] = [{}, {}, {}];
  const add = (to: Record<string, number[]> | undefined, name: string, ms: number) => {
    if (to) to[name] = [...(to[name] ?? []), ms];
  };
  // They go by turns, so that a busy moment of the machine meets all. The first turn warms up.
  for (let turn = 0; turn <= LARGE_FILES; turn += 1) {
    const count = (to: typeof stored, name: string, ms: number) => turn > 0 && add(to, name, ms);
    for (const [name, files] of Object.entries(both)) {
      const key = `uploads/ws_bench/${name}-${turn}`;
      count(stored, name, await timed(() => files.writeFrom(key, source)));
      count(read, name, await timed(() => drained(files, key)));
      for (let n = 0; n < PARTS / LARGE_FILES; n += 1) {
        const first = Math.floor(Math.random() * (LARGE_BYTES - PART_BYTES));
        const part = { first, last: first + PART_BYTES - 1 };
        const take = async () => void (await buffer(await files.streamPart(key, part)));
        count(parts, name, await timed(take));
      }
      await files.remove(key);
    }
    count(stored, "openssl", await timed(async () => opensslOf(source, out)));
  }
  for (const path of [source, out]) await rm(path);
  const half = (of: typeof stored, name: string, share = 0.5) =>
    percentile(of?.[name] ?? [], share);
  const report: Report = { store_openssl_mb_s: perSecond(half(stored, "openssl")) };
  for (const name of Object.keys(both)) {
    report[`store_${name}_mb_s`] = perSecond(half(stored, name));
    report[`read_${name}_mb_s`] = perSecond(half(read, name));
    report[`part_${name}_ms_p50`] = half(parts, name);
    report[`part_${name}_ms_p95`] = half(parts, name, 0.95);
  }
  return report;
}

async function drained(files: Files, key: string): Promise<void> {
  for await (const _ of await files.stream(key));
}

/** Stores each sample file, takes it out again as readers do, and reads its text. */
async function ingest(rounds: number, both: Both): Promise<Report> {
  const reader = createReader({ childEntry: await readingChild(), concurrency: 1 });
  // One sample asks for a password.
  const names = (await readdir(samples)).filter((name) => !name.startsWith("Salaries"));
  const sums: Record<string, number[]> = { plain: [], encrypted: [], openssl: [] };
  const take = async (name: string, files: Files) => {
    const key = `uploads/ws_bench/${randomUUID()}`;
    await files.writeFrom(key, join(samples, name));
    await files.withCopy(key, async (path, outputDirectory) => {
      await mkdir(outputDirectory, { recursive: true });
      await reader.read({ path, fileName: name, outputDirectory });
    });
    await files.remove(key);
  };
  const out = join(tmpdir(), `besunny-openssl-${randomUUID()}`);
  for (const name of names) await take(name, both.plain);
  for (let round = 0; round < rounds; round += 1) {
    // They go by turns, so that a busy moment of the machine meets all.
    const sum = { plain: 0, encrypted: 0, openssl: 0 };
    for (const name of names) {
      sum.plain += await timed(() => take(name, both.plain));
      sum.encrypted += await timed(() => take(name, both.encrypted));
      sum.openssl += await timed(async () => opensslOf(join(samples, name), out));
    }
    for (const [way, ms] of Object.entries(sum)) sums[way]?.push(ms);
  }
  await reader.close();
  await rm(out, { force: true });
  const [plain, encrypted, openssl] = ["plain", "encrypted", "openssl"].map((way) =>
    percentile(sums[way] ?? [], 0.5),
  );
  return {
    ingest_files: names.length,
    ingest_plain_ms: plain ?? 0,
    ingest_encrypted_ms: encrypted ?? 0,
    ingest_cost_percent: (((encrypted ?? 0) - (plain ?? 0)) / (plain || 1)) * 100,
    ingest_openssl_cost_percent: ((openssl ?? 0) / (plain || 1)) * 100,
  };
}

async function rewrap(dataDirectory: string): Promise<Report> {
  const db = await aDatabase(dataDirectory);
  const clock = () => new Date();
  const mainKeys = createMainKeys({
    dataDirectory,
    env: {
      ENCRYPTION_KEY: undefined,
      ENCRYPTION_KEY_BEFORE: undefined,
      ENCRYPTION_KMS_KEY: undefined,
      ENCRYPTION_KMS_REGION: undefined,
      ENCRYPTION_KMS_ENDPOINT: undefined,
    },
  });
  const ring = createKeyRing({ store: db.platform.workspaceKeys, mainKeys, clock });
  const log = { info: () => undefined, warn: console.error, error: console.error };
  const tree = createKeyTree({
    db: db.platform,
    ring,
    mainKeys,
    files: { renew: async () => false },
    clock,
    log,
  });
  for (let n = 0; n < WORKSPACES; n += 1) await ring.current(`ws_${n}`);
  await tree.replaceMainKey();
  let rewrapped = 0;
  const ms = await timed(async () => {
    let after: Parameters<typeof tree.rewrap>[0]["after"] = null;
    do {
      const part = await tree.rewrap({ after, limit: AT_ONCE });
      rewrapped += part.rewrapped;
      after = part.next;
    } while (after);
  });
  await db.close();
  return { rewrapped, rewrap_ms: ms };
}

function opensslOf(source: string, out: string): void {
  const pass = ["-pbkdf2", "-iter", "1", "-pass", "pass:bench"];
  const { status } = spawnSync("openssl", [
    "enc",
    "-aes-256-ctr",
    ...pass,
    "-in",
    source,
    "-out",
    out,
  ]);
  if (status !== 0) throw new Error("openssl did not encrypt");
}

async function aDatabase(dataDirectory: string): Promise<Database> {
  const { roles } = await startDatabase(dataDirectory);
  return createDatabase(roles);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
