import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";

import { type ModelProcess, modelProcess } from "./model-process";

const childEntry = fileURLToPath(new URL("../../test/obliging-child.mjs", import.meta.url));
const patiently = { timeout: 20_000, interval: 5 };
const open: ModelProcess[] = [];

function models(idleMilliseconds: number): ModelProcess {
  const opened = modelProcess({ childEntry, cacheDirectory: "", idleMilliseconds });
  open.push(opened);
  return opened;
}

type Work = { milliseconds?: number; signal?: AbortSignal; crashOnceBy?: string };

/** The pid of the child that answered. `crashOnceBy` names a file: a child that cannot find it makes it and crashes. */
async function answerer(
  of: ModelProcess,
  { milliseconds = 0, signal, crashOnceBy = "" }: Work = {},
): Promise<number> {
  const texts = [String(milliseconds), crashOnceBy];
  const input = { texts, role: "passage" as const };
  const [vector] = await of.call<"embed">({ name: "embed", lane: "interactive", input }, signal);
  return vector?.[0] ?? 0;
}

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((each) => each.close()));
});

describe("a child with nothing to do", { timeout: 60_000 }, () => {
  test("leaves, however often it says that it lives, and another comes when asked", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const asked = models(1_000);
    const first = await answerer(asked);
    vi.advanceTimersByTime(999);
    // Time for the child to say it a few times more.
    await sleep(300);
    vi.advanceTimersByTime(1);
    expect(asked.pid()).toBeNull();
    await expect.poll(() => isAlive(first), patiently).toBe(false);
    expect(await answerer(asked)).not.toBe(first);
  });

  test("is not given what is asked while it leaves: the call has both of its tries left", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const folder = await mkdtemp(join(tmpdir(), "models-test-"));
    const asked = models(1_000);
    const first = await answerer(asked);
    vi.advanceTimersByTime(1_000);
    const second = await answerer(asked, { crashOnceBy: join(folder, "crashed") });
    expect(second).not.toBe(first);
    await rm(folder, { recursive: true });
  });

  test("leaves after work that nobody wants any more", async () => {
    const asked = models(50);
    await answerer(asked);
    const controller = new AbortController();
    const unwanted = answerer(asked, { milliseconds: 600_000, signal: controller.signal });
    controller.abort();
    await expect(unwanted).rejects.toThrow(/abort/i);
    await expect.poll(() => asked.pid(), patiently).toBeNull();
  });

  test("is gone when closing ends, also when it was leaving already", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const asked = models(1_000);
    const first = await answerer(asked);
    vi.advanceTimersByTime(1_000);
    await asked.close();
    expect(isAlive(first)).toBe(false);
  });
});

describe("a child at work", { timeout: 60_000 }, () => {
  test("is not cut off when the time is over for which idle ones are kept", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const asked = models(1_000);
    const first = await answerer(asked);
    const working = answerer(asked, { milliseconds: 300 });
    vi.advanceTimersByTime(30_000);
    expect(await working).toBe(first);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
