import { randomBytes } from "node:crypto";
import { createEncryptedFiles } from "@besunny/connectors/files/encryption/encrypted-files";
import { afterAll, beforeAll, expect, test } from "vitest";
import { directory } from "../../../test/contexts";
import { doTwice } from "../../../test/do-twice";
import { aHouseOfItsOwn } from "../../../test/engine";
import type { KeyTree } from "../../context";
import { encryptFiles } from "./encrypt-files";

let house: Awaited<ReturnType<typeof aHouseOfItsOwn>>;
beforeAll(async () => {
  house = await aHouseOfItsOwn();
});
afterAll(() => house.close());

const LATER_MS = 180_000;

/** A workspace with plain files, and the keys that encrypt them: the rows are real, and so are the files. */
async function aPlainWorkspace(names: readonly string[]) {
  const owner = await house.anOwner();
  const { workspaceId } = owner;
  const secrets = new Map<number, Uint8Array>();
  let version = 0;
  const { workspaceKeys } = house.db.platform;
  const keyOf = (number: number) => {
    const bytes = secrets.get(number) ?? randomBytes(32);
    secrets.set(number, bytes);
    return { version: number, bytes };
  };
  const wrapped = { wrapped: randomBytes(61), kekId: "local:test" };
  const files = createEncryptedFiles({
    files: owner.files,
    scratchDirectory: directory,
    ownerOf: (key) => (key.split("/")[1] === workspaceId ? workspaceId : null),
    asDamaged: (error) => error,
    keys: {
      async current() {
        if (version === 0) {
          version = 1;
          await workspaceKeys.addFirst(workspaceId, wrapped);
        }
        return keyOf(version);
      },
      find: async (_, number) => keyOf(number),
    },
  });
  const keyTree: Partial<KeyTree> = {
    mainKey: async () => ({ id: "local:test", place: "file" }),
    rewrap: async () => ({ rewrapped: 0, failed: 0, next: null }),
    renewFile: (key) => files.renew(key),
  };
  const keys = names.map((name) => `${name.replace("*", workspaceId)}`);
  for (const key of keys) await owner.files.write(key, Buffer.from(`words of ${key}`));
  return {
    ...owner,
    files,
    keys,
    rotate: async () => {
      version += 1;
      await workspaceKeys.addNext(workspaceId, version, wrapped, new Date());
    },
    upkeep: (given: Parameters<typeof house.upkeep>[0] = {}) =>
      house.upkeep({ keyTree, clock: () => new Date(Date.now() + LATER_MS), ...given }),
    progress: () =>
      house.db.read({ workspaceId, principals: [] }, ({ encryption }) => encryption.files()),
  };
}

test("plain files are encrypted once, whatever part of the work runs twice, and say the same as before", async () => {
  const it = await aPlainWorkspace([
    "uploads/*/a",
    "derived/*/doc_1/run/model",
    "models/*/b",
    "reports/*/c",
  ]);
  const ctx = it.upkeep();

  expect(await encryptFiles.look(ctx)).toContain(`${it.workspaceId} 0`);
  await doTwice(encryptFiles, ctx);
  for (const key of it.keys) {
    expect(await it.files.versionOf(key)).toBe(1);
    expect(Buffer.from(await it.files.read(key)).toString()).toBe(`words of ${key}`);
  }
  // The first file made the key, so the files are counted once more with it.
  await doTwice(encryptFiles, ctx);
  expect(await it.progress()).toMatchObject({ version: 1, files: 4, renewed: 0, failed: 0 });
  expect((await it.progress())?.endedAt).not.toBeNull();
  expect(await encryptFiles.look(ctx)).toBeNull();
});

test("a rotated key waits until every process knows it, then encrypts the files again", async () => {
  const it = await aPlainWorkspace(["uploads/*/a", "uploads/*/b"]);
  await doTwice(encryptFiles, it.upkeep());
  await doTwice(encryptFiles, it.upkeep());
  await it.rotate();

  expect(await encryptFiles.look(it.upkeep({ clock: () => new Date() }))).toBeNull();
  const { counts } = await doTwice(encryptFiles, it.upkeep());
  expect(counts.renewed).toBe(2);
  for (const key of it.keys) expect(await it.files.versionOf(key)).toBe(2);
  expect(await it.progress()).toMatchObject({ version: 2, files: 2, failed: 0 });
});

test("a file that cannot be read is counted, harms no other, and is tried again", async () => {
  const it = await aPlainWorkspace(["uploads/*/a", "uploads/*/b"]);
  const bad = it.keys[0] ?? "";
  const failing = it.upkeep({
    keyTree: {
      mainKey: async () => ({ id: "local:test", place: "file" }),
      rewrap: async () => ({ rewrapped: 0, failed: 0, next: null }),
      renewFile: async (key) => {
        if (key === bad) throw new Error("The disk does not read it");
        return it.files.renew(key);
      },
    },
  });
  await doTwice(encryptFiles, failing);
  expect(await it.progress()).toMatchObject({ failed: 1, endedAt: null });
  expect(await it.files.versionOf(it.keys[1] ?? "")).toBe(1);
  expect(await encryptFiles.look(failing)).toContain(it.workspaceId);
  await doTwice(encryptFiles, it.upkeep());
  await doTwice(encryptFiles, it.upkeep());
  expect(await it.progress()).toMatchObject({ failed: 0 });
  expect(await it.files.versionOf(bad)).toBe(1);
});
