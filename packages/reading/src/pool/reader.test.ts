import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Limits } from "../contract/limits";
import type { ReadingError } from "../contract/reading-error";
import { createReader, type Reader } from "./reader";

const childEntry = fileURLToPath(new URL("../../test/misbehaving-child.mjs", import.meta.url));
const open: Reader[] = [];

function aReader(limits: Partial<Limits> = {}, concurrency = 1): Reader {
  const reader = createReader({ childEntry, concurrency, limits: { seconds: 1, ...limits } });
  open.push(reader);
  return reader;
}

const read = (reader: Reader, fileName: string, signal?: AbortSignal) =>
  reader.read({ path: fileName, fileName, outputDirectory: "", ...(signal && { signal }) });

const pidOf = async (reader: Reader) => Number(JSON.parse((await read(reader, "good")).text).pid);

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((reader) => reader.close()));
});

describe("createReader", { timeout: 60_000 }, () => {
  test.each([
    ["hang", "TIMEOUT"],
    ["silent", "TIMEOUT"],
    ["crash", "INTERNAL"],
    ["abort", "TOO_LARGE"],
    ["mumble", "CORRUPT"],
    ["lie", "CORRUPT"],
  ])(
    "fails a file that makes its child %s alone, with %s, and reads the next",
    async (fileName, code) => {
      const reader = aReader();
      await read(reader, "good");
      const bad = read(reader, fileName);
      const next = read(reader, "good");
      await expect(bad).rejects.toMatchObject({ name: "ReadingError", code });
      await expect(next).resolves.toMatchObject({ format: "text" });
    },
  );

  test.each([
    ["explode", { memoryBytes: 200 * 1024 * 1024 }],
    ["heap", { heapBytes: 40 * 1024 * 1024 }],
  ])("ends a child whose memory must %s, and reads the next", async (fileName, limits) => {
    const reader = aReader({ ...limits, seconds: 60 });
    await expect(read(reader, fileName)).rejects.toMatchObject({ code: "TOO_LARGE" });
    await expect(read(reader, "good")).resolves.toMatchObject({ format: "text" });
  });

  test("tells at once that it has no model for a language", () => {
    expect(() => createReader({ childEntry, languages: ["eng", "xyz"] })).toThrow(
      /no model for the language "xyz".*@tesseract\.js-data\/xyz/,
    );
  });

  test("keeps other files out of it when one hangs beside them", async () => {
    const reader = aReader({}, 2);
    const hanging = expect(read(reader, "hang")).rejects.toMatchObject({ code: "TIMEOUT" });
    const others = await Promise.all(Array.from({ length: 5 }, () => read(reader, "good")));
    expect(others).toHaveLength(5);
    await hanging;
  });

  test("stops at once when aborted, also while it still waits", async () => {
    const reader = aReader({ seconds: 60 });
    const [first, second] = [new AbortController(), new AbortController()];
    const running = expect(read(reader, "silent", first.signal)).rejects.toThrow("enough");
    const waiting = expect(read(reader, "good", second.signal)).rejects.toThrow("not needed");
    second.abort(new Error("not needed"));
    first.abort(new Error("enough"));
    await Promise.all([running, waiting]);
    await expect(read(reader, "good")).resolves.toMatchObject({ format: "text" });
  });

  test("keeps its child warm, and takes a new one after so many files", async () => {
    const reader = aReader({ filesPerChild: 2 });
    const pids = [await pidOf(reader), await pidOf(reader), await pidOf(reader)];
    expect(pids[0]).toBe(pids[1]);
    expect(pids[2]).not.toBe(pids[1]);
  });

  test("lets an idle child go", async () => {
    const reader = aReader({ idleSeconds: 0 });
    const pid = await pidOf(reader);
    await expect.poll(() => isAlive(pid), patiently).toBe(false);
  });

  test("lets no child go while it reads, and gives no file to one that is leaving", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const reader = aReader({ idleSeconds: 1, seconds: 60 });
    const first = await pidOf(reader);
    const reading = pidOf(reader);
    vi.advanceTimersByTime(60_000);
    expect(await reading).toBe(first);
    vi.advanceTimersByTime(1_000);
    expect(await pidOf(reader)).not.toBe(first);
  });

  test("has tidied up the home of a child that was leaving already when it is closed", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const reader = aReader({ idleSeconds: 1, seconds: 60 });
    const { environment } = JSON.parse((await read(reader, "good")).text);
    vi.advanceTimersByTime(1_000);
    await reader.close();
    expect(existsSync(environment.TMPDIR)).toBe(false);
  });

  test("gives its child none of the parent's secrets", async () => {
    process.env.READER_TEST_SECRET = "hunter2";
    expect((await read(aReader(), "good")).text).not.toContain("hunter2");
    delete process.env.READER_TEST_SECRET;
  });

  test.skipIf(process.platform === "win32")(
    "lets a file that took over its child reach nothing but itself and its attachments",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "reader-test-"));
      const path = join(folder, "source");
      await writeFile(path, "a");
      const reader = createReader({ childEntry, nativeTools: false });
      open.push(reader);
      const { text } = await reader.read({ path, fileName: "hostile", outputDirectory: folder });
      expect(JSON.parse(text)).toEqual({
        readTheFile: "done",
        writeAnAttachment: "done",
        readBesideTheFile: "ERR_ACCESS_DENIED",
        readTheSystem: "ERR_ACCESS_DENIED",
        writeElsewhere: "ERR_ACCESS_DENIED",
        startAProgram: "ERR_ACCESS_DENIED",
      });
      expect(await readFile(join(folder, "attachment"), "utf8")).toBe("a");
      await rm(folder, { recursive: true });
    },
  );

  test.skipIf(process.platform === "win32")(
    "hands out no file that a child calls its own and that lies elsewhere or is a link",
    async () => {
      const outputDirectory = await mkdtemp(join(tmpdir(), "reader-test-"));
      await symlink("/etc/hostname", join(outputDirectory, "link"));
      const reading = aReader().read({ path: "thief", fileName: "thief", outputDirectory });
      const { attachments, unwrapped } = await reading;
      expect(attachments.map(({ path }) => path)).toEqual([join(outputDirectory, "attachment-1")]);
      expect(unwrapped).toBeUndefined();
      await rm(outputDirectory, { recursive: true });
    },
  );

  test("hands out the copy without its signature where the caller wanted it", async () => {
    const outputDirectory = await mkdtemp(join(tmpdir(), "reader-test-"));
    const reading = aReader().read({ path: "any", fileName: "unwrapped", outputDirectory });
    expect((await reading).unwrapped).toBe(join(outputDirectory, "unwrapped"));
    await rm(outputDirectory, { recursive: true });
  });

  test.skipIf(process.platform !== "linux").each(["brood", "brood apart"])(
    "takes along the programs that a child started when it ends it: %s",
    async (fileName) => {
      const outputDirectory = await mkdtemp(join(tmpdir(), "reader-test-"));
      const reading = aReader().read({ path: fileName, fileName, outputDirectory });
      await expect(reading).rejects.toMatchObject({ code: "TIMEOUT" });
      const helper = Number(await readFile(join(outputDirectory, "pid"), "utf8"));
      expect(helper).toBeGreaterThan(0);
      await expect.poll(() => isAlive(helper), patiently).toBe(false);
      await rm(outputDirectory, { recursive: true });
    },
  );

  test("leaves no child behind when closed", async () => {
    const reader = aReader();
    const pid = await pidOf(reader);
    await reader.close();
    await expect.poll(() => isAlive(pid), patiently).toBe(false);
    await expect(read(reader, "good")).rejects.toMatchObject({ code: "INTERNAL" });
  });

  test("has tidied up its child's home once it is closed", async () => {
    const reader = aReader();
    const { environment } = JSON.parse((await read(reader, "good")).text);
    expect(existsSync(environment.TMPDIR)).toBe(true);
    await reader.close();
    expect(existsSync(environment.TMPDIR)).toBe(false);
  });

  test("starts no other child for what a warm one was reading when closed", async () => {
    const reader = aReader();
    await read(reader, "good");
    const [code] = await Promise.all([
      read(reader, "silent").catch(({ code }: ReadingError) => code),
      reader.close(),
    ]);
    expect(code).toBe("INTERNAL");
  });

  test("takes a new child after one that says it is spent", async () => {
    const reader = aReader({ seconds: 60 });
    const pid = await pidOf(reader);
    await expect(read(reader, "spent")).rejects.toMatchObject({ code: "CORRUPT" });
    expect(await pidOf(reader)).not.toBe(pid);
    await expect.poll(() => isAlive(pid), patiently).toBe(false);
  });

  test("leaves no child behind when its own process is killed", async () => {
    const orphan = await orphanedChild();
    await expect.poll(() => isAlive(orphan), patiently).toBe(false);
  });
});

const patiently = { timeout: 20_000 };

/** Returns the pid of a real child that was ready for work when its parent was killed. */
async function orphanedChild(): Promise<number> {
  const script = `
    const child = require("node:child_process").fork(
      ${JSON.stringify(fileURLToPath(new URL("../child/main.ts", import.meta.url)))},
      { execArgv: ["--import", ${JSON.stringify(import.meta.resolve("tsx"))}], serialization: "advanced" },
    );
    child.on("message", () => process.stdout.write(String(child.pid)));
    child.send({ kind: "read", id: 1, path: "nowhere", fileName: "nowhere", limits: {} });`;
  const parent = spawn(execPath, ["-e", script], { stdio: ["ignore", "pipe", "ignore"] });
  const pid = await new Promise<number>((resolve) =>
    parent.stdout.once("data", (chunk: Buffer) => resolve(Number(chunk.toString()))),
  );
  parent.kill("SIGKILL");
  return pid;
}

/** Returns false for a process that ended, also before its parent has collected its exit status. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync("/proc") || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
