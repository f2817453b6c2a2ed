import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { DeleteObjectCommand, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { anS3Server, whyNoS3 } from "../../test/s3-server";
import { createLockedBucket } from "../anchors/locked-bucket";
import { createEncryptedFiles } from "./encryption/encrypted-files";
import { createS3Files } from "./s3-files";

const why = whyNoS3();

describe.skipIf(why !== null)(why ? `against S3 (${why})` : "against S3", () => {
  let s3: Awaited<ReturnType<typeof anS3Server>>;
  beforeAll(async () => {
    s3 = await anS3Server();
  });
  afterAll(() => s3?.close());

  test("files are written, read in parts, listed, replaced and removed", async () => {
    const files = createS3Files(s3.plain);
    const key = "uploads/ws_1/Jörg Müller ü €.pdf";
    const bytes = randomBytes(300_000);
    await files.write(key, Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]));
    expect(Buffer.from(await files.read(key)).equals(bytes)).toBe(true);
    const part = await buffer(await files.streamPart(key, { first: 99_990, last: 100_009 }));
    expect(part.equals(bytes.subarray(99_990, 100_010))).toBe(true);
    expect(await files.exists(key)).toBe(true);
    expect(await files.exists("uploads/ws_1/other")).toBe(false);
    expect(await files.list("uploads/ws_1")).toEqual([key]);
    expect(await files.listFolders("uploads")).toEqual(["ws_1"]);
    expect(await files.withCopy(key, async (path) => (await readFile(path)).length)).toBe(300_000);

    const since = (await files.modifiedAt(key)) ?? new Date(0);
    const other = () => Readable.from([Buffer.from("other")]);
    expect(await files.replace(key, other(), new Date(0))).toBe(false);
    expect(await files.replace(key, other(), since)).toBe(true);
    expect(Buffer.from(await files.read(key)).toString()).toBe("other");

    await files.remove(key);
    await files.remove(key);
    expect(await files.exists(key)).toBe(false);
    expect(await files.modifiedAt(key)).toBe(null);
    await expect(files.read(key)).rejects.toThrow();
  });

  test("large files go in pieces and are removed by their folder", async () => {
    const files = createS3Files(s3.plain);
    const bytes = randomBytes(12 * 1024 * 1024);
    await files.write("derived/ws_1/doc_1/large", Readable.from([bytes], { objectMode: false }));
    await files.write("derived/ws_1/doc_1/small", Buffer.from("x"));
    expect(Buffer.from(await files.read("derived/ws_1/doc_1/large")).equals(bytes)).toBe(true);
    await files.removeAll("derived/ws_1/doc_1");
    expect(await files.list("derived/ws_1")).toEqual([]);
  });

  test("encrypted files hold no word of theirs in the bucket, and are read in parts", async () => {
    const stored = createS3Files(s3.plain);
    const key = { version: 1, bytes: randomBytes(32) };
    const files = createEncryptedFiles({
      files: stored,
      keys: { current: async () => key, find: async () => key },
      scratchDirectory: s3.plain.scratchDirectory,
      ownerOf: () => "ws_1",
      asDamaged: (error) => error,
    });
    const text = Buffer.from("a planted phrase. ".repeat(40_000));
    await files.write("uploads/ws_1/hidden", text);
    expect(Buffer.from(await stored.read("uploads/ws_1/hidden")).includes("planted")).toBe(false);
    const part = { first: 262_100, last: 262_200 };
    expect(
      (await buffer(await files.streamPart("uploads/ws_1/hidden", part))).equals(
        text.subarray(part.first, part.last + 1),
      ),
    ).toBe(true);
  });

  test("a file that is held refuses to go, also to other programs, until it is let go", async () => {
    const files = createS3Files(s3.locked);
    await files.write("uploads/ws_1/held", Buffer.from("held"));
    expect(await files.setHold("uploads/ws_1/held", true)).toBe(true);
    const { Versions = [] } = await s3.client.send(
      new ListObjectVersionsCommand({ Bucket: "locked", Prefix: "uploads/ws_1/held" }),
    );
    const remove = () =>
      s3.client.send(
        new DeleteObjectCommand({
          Bucket: "locked",
          Key: "uploads/ws_1/held",
          VersionId: Versions[0]?.VersionId,
        }),
      );
    await expect(remove()).rejects.toThrow();
    expect(await files.setHold("uploads/ws_1/held", false)).toBe(true);
    await expect(remove()).resolves.toBeDefined();
  });

  test("a bucket without locks says that it holds nothing", async () => {
    const files = createS3Files(s3.plain);
    await files.write("uploads/ws_1/free", Buffer.from("free"));
    expect(await files.setHold("uploads/ws_1/free", true)).toBe(false);
    expect(await files.setHold("uploads/ws_1/none", true)).toBe(false);
  });

  test("an end of the audit log is kept once, and nobody removes or replaces it", async () => {
    const { scratchDirectory: _scratch, ...bucket } = s3.locked;
    const place = createLockedBucket({ ...bucket, days: 1 }, () => new Date());
    const key = "anchors/ws_1/000000000001.json";
    await place.keep(key, Buffer.from("first"));
    await place.keep(key, Buffer.from("second"));
    expect(await place.list("anchors/ws_1")).toEqual([
      { key, bytes: new Uint8Array(Buffer.from("first")) },
    ]);
    const { Versions = [] } = await s3.client.send(
      new ListObjectVersionsCommand({ Bucket: "locked", Prefix: key }),
    );
    await expect(
      s3.client.send(
        new DeleteObjectCommand({ Bucket: "locked", Key: key, VersionId: Versions[0]?.VersionId }),
      ),
    ).rejects.toThrow();
  });
});
