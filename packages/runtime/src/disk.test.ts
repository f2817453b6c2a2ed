import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

import { createDisk } from "./disk";

test("it measures the disk below a directory, in bytes", async () => {
  const { freeBytes, totalBytes } = await createDisk(tmpdir()).free();

  expect(totalBytes).toBeGreaterThan(1_000_000);
  expect(freeBytes).toBeGreaterThanOrEqual(0);
  expect(freeBytes).toBeLessThan(totalBytes);
});

test("a data directory that is gone is no disk with much room", async () => {
  await expect(createDisk(join(tmpdir(), "besunny-is-not-here")).free()).rejects.toThrow(/ENOENT/);
});
