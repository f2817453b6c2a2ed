import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Files } from "./files";
import { createLocalFiles } from "./local-files";

let directory: string;
let files: Files;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "besunny-files-"));
  files = createLocalFiles({ directory });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

describe("local files", () => {
  test("gives back the bytes that were written", async () => {
    await files.write("uploads/ws_1/a", new Uint8Array([1, 2, 250]));
    expect([...(await files.read("uploads/ws_1/a"))]).toEqual([1, 2, 250]);
  });

  test("never leaves its directory", async () => {
    await expect(files.write("../outside", new Uint8Array([1]))).rejects.toThrow();
    expect(existsSync(join(directory, "outside"))).toBe(false);
  });

  test("keeps what was there when a write breaks off", async () => {
    const broken = () =>
      Readable.from(
        (async function* () {
          yield Buffer.from("the beginning");
          await setImmediate();
          throw new Error("the source broke off");
        })(),
      );
    await files.write("uploads/ws_1/kept", new Uint8Array([1, 2]));
    for (const key of ["uploads/ws_1/kept", "uploads/ws_1/new"])
      await expect(files.write(key, broken())).rejects.toThrow("broke off");
    expect([...(await files.read("uploads/ws_1/kept"))]).toEqual([1, 2]);
    expect(await files.exists("uploads/ws_1/new")).toBe(false);
    expect(await readdir(join(directory, "scratch"))).toEqual([]);
  });

  test("streams a part of a file, and nothing beside its directory", async () => {
    await files.write("uploads/ws_1/b", new TextEncoder().encode("0123456789"));
    const part = async (key: string) =>
      Buffer.concat(await (await files.streamPart(key, { first: 3, last: 5 })).toArray());
    expect((await part("uploads/ws_1/b")).toString()).toBe("345");
    await expect(part("../../secrets.json")).rejects.toThrow("leaves the directory");
  });

  test("lends a copy and takes it away again, also when the work fails", async () => {
    const source = join(directory, "source.txt");
    await writeFile(source, "hello");
    await files.writeFrom("uploads/ws_1/b", source);

    let lent = "";
    const failing = files.withCopy("uploads/ws_1/b", async (path) => {
      lent = path;
      expect(await readFile(path, "utf8")).toBe("hello");
      throw new Error("the work failed");
    });

    await expect(failing).rejects.toThrow("the work failed");
    expect(existsSync(lent)).toBe(false);
  });

  test("tells what is stored below a prefix, and since when", async () => {
    const began = Date.now();
    for (const key of ["derived/ws_1/doc_1/a", "derived/ws_1/doc_2/b/c", "derived/ws_2/doc_3/d"])
      await files.write(key, new Uint8Array([1]));

    expect(await files.listFolders("derived")).toEqual(["ws_1", "ws_2"]);
    expect((await files.list("derived/ws_1")).sort()).toEqual([
      "derived/ws_1/doc_1/a",
      "derived/ws_1/doc_2/b/c",
    ]);
    expect((await files.modifiedAt("derived/ws_1/doc_1/a"))?.getTime()).toBeGreaterThan(
      began - 10_000,
    );
    expect(await files.modifiedAt("derived/ws_1/nothing")).toBeNull();
    expect(await files.listFolders("nothing")).toEqual([]);
    expect(await files.list("nothing")).toEqual([]);
  });

  test("forgets what was removed, and removing twice is no error", async () => {
    await files.write("uploads/ws_1/c", new Uint8Array([1]));
    await files.remove("uploads/ws_1/c");
    await files.remove("uploads/ws_1/c");
    expect(await files.exists("uploads/ws_1/c")).toBe(false);
  });
});
