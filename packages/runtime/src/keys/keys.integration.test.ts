import { randomBytes, randomUUID } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalFiles } from "@besunny/connectors/files/local-files";
import { createDatabase } from "@besunny/db/database";
import { ensureSecrets, readSecrets } from "@besunny/db/server/secrets";
import { freshDatabase, queryOnce } from "@besunny/db/test/fresh-database";
import { beforeEach, expect, test } from "vitest";

import { readEnv } from "../env";
import { findPlaces } from "../places";
import { createKeys } from "./keys";

let made: Awaited<ReturnType<typeof freshDatabase>>;
let db: ReturnType<typeof createDatabase>;
let folder: string;
let open: { close(): void }[] = [];

beforeEach(async () => {
  made = await freshDatabase();
  db = createDatabase({
    app: made.appUrl,
    identity: made.identityUrl,
    platform: made.platformUrl,
  });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "besunny-keys-"));
  await ensureSecrets({ dataDirectory: folder });
  return async () => {
    for (const each of open) each.close();
    open = [];
    await db.close();
    await made.drop();
    await rm(folder, { recursive: true, force: true });
  };
});

const silent = { info() {}, warn() {}, error() {} };

/** The keys of another process with this data directory and these variables. */
async function keysWith(
  variables: Partial<ReturnType<typeof readEnv>> = {},
  data = folder,
  clock = () => new Date(),
) {
  const env = { ...readEnv(), BESUNNY_DATA_DIR: data, ...variables };
  const keys = await createKeys({
    env,
    places: { ...findPlaces(env), data, scratch: join(data, "scratch") },
    db: db.platform,
    clock,
    log: silent,
  });
  open.push(keys);
  return keys;
}

async function rewrapAll({ tree }: Awaited<ReturnType<typeof keysWith>>) {
  const sum = { rewrapped: 0, failed: 0 };
  let after: Parameters<typeof tree.rewrap>[0]["after"] = null;
  do {
    const part = await tree.rewrap({ after, limit: 7 });
    sum.rewrapped += part.rewrapped;
    sum.failed += part.failed;
    after = part.next;
  } while (after);
  return sum;
}

const aWorkspaceId = () => `ws_${randomUUID().replaceAll("-", "")}`;
const aMainKey = () => randomBytes(32).toString("base64");
const textOf = async (bytes: Promise<Uint8Array>) => Buffer.from(await bytes).toString();
const place = { table: "connections", column: "sealed_tokens", id: "con_1" };

async function everyByteBelow(path: string): Promise<string> {
  const found: string[] = [];
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      found.push(await readFile(join(entry.parentPath, entry.name), { encoding: "latin1" }));
  return found.join("\n");
}

test("without any variable files are encrypted with a key of their workspace, and the main key is in a file of its owner alone", async () => {
  const { files } = await keysWith();
  const one = `uploads/${aWorkspaceId()}/a`;
  await files.write(one, Buffer.from("planted phrase"));

  expect(await textOf(files.read(one))).toBe("planted phrase");
  expect(await everyByteBelow(join(folder, "files"))).not.toContain("planted phrase");
  expect((await stat(join(folder, "secrets.json"))).mode & 0o777).toBe(0o600);
  const other = await keysWith();
  expect(await textOf(other.files.read(one))).toBe("planted phrase");
});

test("processes that begin at once make one key", async () => {
  const workspaceId = aWorkspaceId();
  const all = await Promise.all(Array.from({ length: 4 }, () => keysWith()));
  await Promise.all(
    all.map(({ files }, number) =>
      files.write(`uploads/${workspaceId}/${number}`, Buffer.from("x")),
    ),
  );
  const [first] = all;
  for (const number of all.keys())
    expect(await first?.files.versionOf(`uploads/${workspaceId}/${number}`)).toBe(1);
  const rows = await queryOnce(
    made.superuserUrl,
    `select version from workspace_keys where workspace_id = '${workspaceId}'`,
  );
  expect(rows).toHaveLength(1);
});

test("a new main key wraps every key anew while files are read, and a process of before goes on", async () => {
  const workspaceIds = Array.from({ length: 20 }, aWorkspaceId);
  const before = await keysWith();
  for (const id of workspaceIds) await before.files.write(`uploads/${id}/a`, Buffer.from(id));
  const sealed = before.sealer.seal("token", place);
  const { id: oldId } = await before.tree.mainKey();

  const { id: newId } = await before.tree.replaceMainKey();
  expect(newId).not.toBe(oldId);
  // It stops in the middle, as when the process is killed, and goes on in another.
  const part = await before.tree.rewrap({ after: null, limit: 7 });
  expect(part).toMatchObject({ rewrapped: 7, failed: 0 });
  const after = await keysWith();
  for (const id of workspaceIds)
    for (const { files } of [before, after])
      expect(await textOf(files.read(`uploads/${id}/a`))).toBe(id);
  expect(await rewrapAll(after)).toEqual({ rewrapped: 20 + 1 - 7, failed: 0 });

  const keks = await queryOnce<{ kek_id: string }>(
    made.superuserUrl,
    `select distinct kek_id from workspace_keys where workspace_id in (${workspaceIds.map((id) => `'${id}'`).join()})`,
  );
  expect(keks).toEqual([{ kek_id: newId }]);
  expect(after.sealer.open(sealed, place)).toBe("token");
  expect((await readSecrets({ dataDirectory: folder }))?.encryptionKeysBefore).toHaveLength(1);
  await before.files.write(`uploads/${workspaceIds[0]}/b`, Buffer.from("later"));
  expect(await textOf(after.files.read(`uploads/${workspaceIds[0]}/b`))).toBe("later");
});

test("a main key in a variable wraps what the file wrapped before, and without it nothing opens", async () => {
  const key = `uploads/${aWorkspaceId()}/a`;
  await (await keysWith()).files.write(key, Buffer.from("hello"));
  const ENCRYPTION_KEY = aMainKey();
  const moved = await keysWith({ ENCRYPTION_KEY });
  expect(await rewrapAll(moved)).toEqual({ rewrapped: 2, failed: 0 });
  expect(await textOf(moved.files.read(key))).toBe("hello");
  await expect(moved.tree.replaceMainKey()).rejects.toMatchObject({ code: "CONFLICT" });

  const without = await keysWith();
  await expect(without.files.read(key)).rejects.toMatchObject({
    code: "CORRUPT",
    hint: expect.stringContaining("ENCRYPTION_KEY_BEFORE"),
  });
  expect(await rewrapAll(await keysWith({ ENCRYPTION_KEY: aMainKey() }))).toEqual({
    rewrapped: 0,
    failed: 2,
  });
  const other = await keysWith({
    ENCRYPTION_KEY: aMainKey(),
    ENCRYPTION_KEY_BEFORE: [ENCRYPTION_KEY],
  });
  expect(await textOf(other.files.read(key))).toBe("hello");
});

test("a rotated key encrypts new files, old ones open, and each is encrypted anew once", async () => {
  const workspaceId = aWorkspaceId();
  const keys = await keysWith();
  const [old, young] = [`uploads/${workspaceId}/old`, `uploads/${workspaceId}/young`];
  await keys.files.write(old, Buffer.from("old"));
  expect(await keys.tree.rotate(workspaceId)).toEqual({ version: 2 });
  await keys.files.write(young, Buffer.from("young"));
  expect(await keys.files.versionOf(old)).toBe(1);
  expect(await keys.files.versionOf(young)).toBe(2);
  expect(await keys.tree.renewFile(old)).toBe(true);
  expect(await keys.tree.renewFile(old)).toBe(false);
  expect(await textOf(keys.files.read(old))).toBe("old");
  const other = await keysWith();
  expect(await textOf(other.files.read(young))).toBe("young");
  expect(await keys.tree.rotate(workspaceId)).toEqual({ version: 3 });
  // The other process has not heard of it.
  await expect(other.tree.rotate(workspaceId)).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await other.tree.rotate(workspaceId)).toEqual({ version: 4 });
});

test("after crypto-erase neither the files nor a copy of before open, and no new key takes the place", async () => {
  const [gone, stays] = [aWorkspaceId(), aWorkspaceId()];
  const keys = await keysWith();
  for (const id of [gone, stays])
    for (const name of ["a", "b"])
      await keys.files.write(`uploads/${id}/${name}`, Buffer.from(`planted ${id}`));
  await keys.tree.rotate(gone);
  const backup = await mkdtemp(join(tmpdir(), "besunny-backup-"));
  await cp(folder, backup, { recursive: true });

  expect(await keys.tree.destroy(gone)).toEqual({ versions: [1, 2] });
  expect(await keys.tree.destroy(gone)).toEqual({ versions: [] });

  const restored = await keysWith({}, backup);
  for (const { files } of [keys, restored]) {
    await expect(files.read(`uploads/${gone}/a`)).rejects.toThrow("were destroyed");
    await expect(files.write(`uploads/${gone}/c`, Buffer.from("x"))).rejects.toThrow("destroyed");
    expect(await textOf(files.read(`uploads/${stays}/a`))).toBe(`planted ${stays}`);
  }
  const raw = await createLocalFiles({ directory: backup }).read(`uploads/${gone}/a`);
  expect(Buffer.from(raw).toString("latin1")).not.toContain("planted");
  const rows = await queryOnce<{ state: string; wrapped: Buffer | null; kek_id: string | null }>(
    made.superuserUrl,
    `select state, wrapped, kek_id from workspace_keys where workspace_id = '${gone}'`,
  );
  expect(rows).toEqual(Array(2).fill({ state: "destroyed", wrapped: null, kek_id: null }));
  await expect(
    queryOnce(
      made.superuserUrl,
      `update workspace_keys set state = 'retired', wrapped = 'x', kek_id = 'y' where workspace_id = '${gone}'`,
    ),
  ).rejects.toThrow("stays destroyed");
  await rm(backup, { recursive: true, force: true });
});

test("a process that had the key in memory forgets it within its minute", async () => {
  const workspaceId = aWorkspaceId();
  let now = Date.now();
  const other = await keysWith({}, folder, () => new Date(now));
  const key = `uploads/${workspaceId}/a`;
  await other.files.write(key, Buffer.from("hello"));
  await (await keysWith()).tree.destroy(workspaceId);
  now += 60_001;
  await expect(other.files.read(key)).rejects.toMatchObject({ code: "CORRUPT" });
});

test("secrets that the main key sealed before there were keys of their own still open", async () => {
  const { createSealer } = await import("./sealer");
  const secrets = await readSecrets({ dataDirectory: folder });
  const old = createSealer({ current: secrets?.encryptionKey ?? "" }).seal("token", place);
  const { sealer } = await keysWith();
  expect(sealer.open(old, place)).toBe("token");
  const renewed = sealer.rotate(old, place);
  expect(renewed && sealer.open(renewed, place)).toBe("token");
});

test("a wrapped key that was put in another's place does not unwrap", async () => {
  const [one, two] = [aWorkspaceId(), aWorkspaceId()];
  const keys = await keysWith();
  for (const id of [one, two]) await keys.files.write(`uploads/${id}/a`, Buffer.from("x"));
  await queryOnce(
    made.superuserUrl,
    `update workspace_keys set wrapped = (select wrapped from workspace_keys where workspace_id = '${two}') where workspace_id = '${one}'`,
  );
  await expect((await keysWith()).files.read(`uploads/${one}/a`)).rejects.toMatchObject({
    code: "CORRUPT",
    hint: expect.stringContaining("workspace_keys"),
  });
});
