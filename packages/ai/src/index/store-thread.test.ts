import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { storeThread } from "./store-thread";

// Real threads, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const entry = fileURLToPath(new URL("./sqlite-worker.ts", import.meta.url));
let folder: string;
let thread: ReturnType<typeof storeThread>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  folder = await mkdtemp(join(tmpdir(), "store-thread-"));
  const path = join(folder, "passages.sqlite");
  thread = storeThread(entry, { path, model: "test", dimensions: 8, idleMilliseconds: 1_000 });
});

afterEach(async () => {
  vi.useRealTimers();
  await thread.close();
  await rm(folder, { recursive: true });
});

test("a thread with nothing to do ends, and the next call has another that finds what was written", async () => {
  await thread.call("updatePayload", ["wsp_a", "doc_1", { status: "ready" }]);
  const first = thread.threadId();
  vi.advanceTimersByTime(999);
  expect(thread.threadId()).toBe(first);
  vi.advanceTimersByTime(1);
  expect(thread.threadId()).toBeNull();
  expect(await thread.call("listWorkspaceIds", [])).toEqual([]);
  expect(thread.threadId()).not.toBe(first);
});

test("a thread at work is kept, and what is asked in the moment of leaving is answered", async () => {
  await thread.call("ping", []);
  const first = thread.threadId();
  const working = thread.call("ping", []);
  vi.advanceTimersByTime(60_000);
  await working;
  expect(thread.threadId()).toBe(first);
  vi.advanceTimersByTime(1_000);
  await Promise.all([thread.call("ping", []), thread.call("stats", [])]);
  expect(thread.threadId()).not.toBe(first);
});
