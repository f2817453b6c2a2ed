import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  RawAesKeyringNode,
  RawAesWrappingSuiteIdentifier,
} from "@aws-crypto/client-node";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Files } from "../files";
import { createLocalFiles } from "../local-files";
import type { DataKey } from "./data-keys";
import { createEncryptedFiles, type EncryptedFiles } from "./encrypted-files";
import { FRAME_BYTES } from "./message";

let directory: string;
let stored: Files;
let files: EncryptedFiles;
let keys: Map<number, DataKey>;
let newest: number;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "besunny-encrypted-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));
beforeEach(() => {
  keys = new Map();
  addKey(1);
  stored = createLocalFiles({ directory });
  files = encrypted(stored);
});

function addKey(version: number) {
  keys.set(version, { version, bytes: randomBytes(32) });
  newest = version;
}

function found(version: number): DataKey {
  const key = keys.get(version);
  if (!key) throw new Error("The key was destroyed");
  return key;
}

function encrypted(below: Files): EncryptedFiles {
  return createEncryptedFiles({
    files: below,
    scratchDirectory: join(directory, "scratch"),
    keys: { current: async () => found(newest), find: async (_, version) => found(version) },
    ownerOf: (key) => (key.startsWith("anchors/") ? null : (key.split("/")[1] ?? null)),
    asDamaged: (error) => (error instanceof Error ? error : new Error("unknown")),
  });
}

const key = "uploads/ws_1/a";
const rawOf = (name: string) => readFile(join(directory, "files", name));
const partOf = async (name: string, first: number, last: number) =>
  buffer(await files.streamPart(name, { first, last }));

describe("encrypted files", () => {
  test.each([0, 1, 2, 3, 1000, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 3 * FRAME_BYTES + 5])(
    "give back %i bytes whole and in parts, and store none of them",
    async (size) => {
      const plain = randomBytes(size);
      const path = join(directory, "source");
      await writeFile(path, plain);
      const ways: ((name: string) => Promise<void>)[] = [
        (name) => files.write(name, plain),
        (name) => files.write(name, Readable.from([plain], { objectMode: false })),
        (name) => files.writeFrom(name, path),
      ];
      for (const [number, write] of ways.entries()) {
        const name = `uploads/ws_1/${size}-${number}`;
        await write(name);
        expect((await rawOf(name)).indexOf(plain.subarray(0, 64)) === -1 || size < 4).toBe(true);
        expect(Buffer.from(await files.read(name)).equals(plain)).toBe(true);
        expect((await buffer(await files.stream(name))).equals(plain)).toBe(true);
        await files.withCopy(name, async (copy) =>
          expect((await readFile(copy)).equals(plain)).toBe(true),
        );
        for (const [first, last] of [
          [0, 0],
          [0, size - 1],
          [size - 1, size - 1],
          [FRAME_BYTES - 2, FRAME_BYTES + 2],
          [FRAME_BYTES, 2 * FRAME_BYTES],
          [2 * FRAME_BYTES + 7, size - 1],
        ] as const) {
          if (first < 0 || last < first || last >= size) continue;
          const part = await partOf(name, first, last);
          expect(part.equals(plain.subarray(first, last + 1)), `${first} to ${last}`).toBe(true);
        }
      }
    },
  );

  test("a file is a message that the AWS Encryption SDK opens by itself, and the other way round", async () => {
    const { decrypt, encrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
    for (const size of [0, 5, FRAME_BYTES, 2 * FRAME_BYTES + 77]) {
      const plain = randomBytes(size);
      const keyring = new RawAesKeyringNode({
        keyNamespace: "besunny",
        keyName: "ws_1/1/",
        unencryptedMasterKey: Uint8Array.from(found(1).bytes),
        wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
      });
      await files.write(key, plain);
      const { plaintext, messageHeader } = await decrypt(keyring, await rawOf(key));
      expect(plaintext.equals(plain)).toBe(true);
      const place = { workspace: "ws_1", object: key, kind: "uploads" };
      expect(messageHeader.encryptionContext).toEqual(place);

      const { result } = await encrypt(keyring, plain, {
        encryptionContext: place,
        frameLength: FRAME_BYTES,
        suiteId: AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY,
      });
      await stored.write(key, result);
      expect(Buffer.from(await files.read(key)).equals(plain)).toBe(true);
    }
  });

  test("a reader who goes away in the middle harms nothing", async () => {
    await files.write(key, randomBytes(3 * FRAME_BYTES));
    for (const open of [
      () => files.stream(key),
      () => files.streamPart(key, { first: 5, last: 2 * FRAME_BYTES }),
    ]) {
      const stream = await open();
      for await (const _ of stream) break;
      expect(stream.destroyed).toBe(true);
      (await open()).destroy();
    }
  });

  test("two files of the same bytes have nothing in common", async () => {
    const plain = Buffer.alloc(5000, "planted phrase ");
    await files.write("uploads/ws_1/one", plain);
    await files.write("uploads/ws_1/two", plain);
    const [one, two] = [await rawOf("uploads/ws_1/one"), await rawOf("uploads/ws_1/two")];
    expect(one.includes("planted phrase")).toBe(false);
    expect(one.subarray(-2000).equals(two.subarray(-2000))).toBe(false);
  });

  test("a file with any byte changed, cut or put elsewhere does not open", async () => {
    const plain = randomBytes(2 * FRAME_BYTES + 9);
    await files.write(key, plain);
    const good = await rawOf(key);
    const open = async () => {
      await expect(buffer(await files.stream(key))).rejects.toThrow();
      await expect(files.read(key)).rejects.toThrow();
    };
    for (const at of [20, 60, 200, 500, 3000, FRAME_BYTES + 900, good.length - 1]) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      await stored.write(key, bad);
      await open();
    }
    const part = async () => partOf(key, 2 * FRAME_BYTES, 2 * FRAME_BYTES + 8);
    await expect(part()).rejects.toThrow();
    for (const length of [good.length - 1, good.length - 40, FRAME_BYTES + 2000, 1500]) {
      await stored.write(key, good.subarray(0, length));
      await open();
    }
    await stored.write("uploads/ws_1/other", good);
    await expect(files.read("uploads/ws_1/other")).rejects.toThrow("another place");
    await stored.write("uploads/ws_2/a", good);
    await expect(files.read("uploads/ws_2/a")).rejects.toThrow("another place");
    await expect(buffer(await files.stream("uploads/ws_2/a"))).rejects.toThrow("another place");
    await expect(partOf("uploads/ws_2/a", 0, 3)).rejects.toThrow("another place");
  });

  test("frames that were moved within a file do not open", async () => {
    await files.write(key, randomBytes(3 * FRAME_BYTES));
    const raw = await rawOf(key);
    const each = FRAME_BYTES + 32;
    const bodyAt = raw.length - 3 * each - 40;
    const moved = Buffer.concat([
      raw.subarray(0, bodyAt),
      raw.subarray(bodyAt + each, bodyAt + 2 * each),
      raw.subarray(bodyAt, bodyAt + each),
      raw.subarray(bodyAt + 2 * each),
    ]);
    await stored.write(key, moved);
    await expect(partOf(key, 0, 10)).rejects.toThrow();
    await expect(files.read(key)).rejects.toThrow();
  });

  test("files that were plain stay readable, and some stay plain by their place", async () => {
    for (const plain of ["", "a", "ab", "a plain file", "\u0002\u0004x and more"]) {
      await stored.write(key, Buffer.from(plain));
      expect(Buffer.from(await files.read(key)).toString()).toBe(plain);
      expect((await buffer(await files.stream(key))).toString()).toBe(plain);
      if (plain) expect((await partOf(key, 0, 0)).toString()).toBe(plain[0]);
      expect(await files.versionOf(key)).toBe(0);
    }
    await files.write("anchors/ws_1/1", Buffer.from("an anchor"));
    expect((await rawOf("anchors/ws_1/1")).toString()).toBe("an anchor");
    expect(await files.versionOf("anchors/ws_1/1")).toBeNull();
    expect(await files.versionOf("uploads/ws_1/nothing")).toBeNull();
  });

  test("a plain file and one of an old key are encrypted anew once, and open without the old key", async () => {
    await stored.write(key, Buffer.from("a plain file"));
    expect(await files.renew(key)).toBe(true);
    expect(await files.renew(key)).toBe(false);
    expect(await files.versionOf(key)).toBe(1);
    addKey(2);
    expect(Buffer.from(await files.read(key)).toString()).toBe("a plain file");
    expect(await files.renew(key)).toBe(true);
    expect(await files.versionOf(key)).toBe(2);
    keys.delete(1);
    expect(Buffer.from(await files.read(key)).toString()).toBe("a plain file");
    expect(await files.renew("uploads/ws_1/nothing")).toBe(false);
  });

  test("a file that is written or removed while it is encrypted anew keeps what happened to it", async () => {
    const during = (act: () => Promise<void>) =>
      encrypted({
        ...stored,
        replace: async (name, content, since) => {
          const bytes = await buffer(content);
          await act();
          return stored.replace(name, Readable.from([bytes], { objectMode: false }), since);
        },
      });
    await stored.write(key, Buffer.from("before"));
    const written = during(() => stored.write(key, Buffer.from("meanwhile")));
    expect(await written.renew(key)).toBe(false);
    expect(Buffer.from(await files.read(key)).toString()).toBe("meanwhile");
    expect(await during(() => stored.remove(key)).renew(key)).toBe(false);
    expect(await files.exists(key)).toBe(false);
  });

  test("parts are right while a file is encrypted anew under their readers", async () => {
    const plain = randomBytes(2 * FRAME_BYTES);
    await files.write(key, plain);
    let isRenewing = true;
    const renewing = (async () => {
      for (let version = 2; version < 12; version += 1) {
        addKey(version);
        expect(await files.renew(key)).toBe(true);
      }
      isRenewing = false;
    })();
    while (isRenewing) {
      const part = await partOf(key, FRAME_BYTES - 10, FRAME_BYTES + 10);
      expect(part.equals(plain.subarray(FRAME_BYTES - 10, FRAME_BYTES + 11))).toBe(true);
    }
    await renewing;
  });

  test("a source that breaks off and a key that is away are heard of, and leave no half file that opens", async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from("the beginning");
        throw new Error("the source broke off");
      })(),
    );
    await expect(files.write("uploads/ws_1/broken", broken)).rejects.toThrow();
    await expect(files.read("uploads/ws_1/broken")).rejects.toThrow();
    await files.write(key, Buffer.from("hello"));
    keys.clear();
    await expect(files.read(key)).rejects.toThrow("The key was destroyed");
    await expect(buffer(await files.stream(key))).rejects.toThrow("The key was destroyed");
    await expect(partOf(key, 0, 1)).rejects.toThrow("The key was destroyed");
    await expect(files.write(key, Buffer.from("more"))).rejects.toThrow("The key was destroyed");
  });
});
