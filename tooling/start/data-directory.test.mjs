import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { requireDataDirectory } from "./data-directory.mjs";

let home;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "besunny-place-"));
});

afterEach(() => rmSync(home, { recursive: true }));

test("it makes the directory and leaves nothing in it", async () => {
  const directory = join(home, "a/b");
  await requireDataDirectory(directory);
  await requireDataDirectory(directory);

  expect(readdirSync(directory)).toEqual([]);
});

test.each(["file", "file/below"])("it names a file that is in the way of %s", async (name) => {
  writeFileSync(join(home, "file"), "kept");

  await expect(requireDataDirectory(join(home, name))).rejects.toMatchObject({
    name: "Obstacle",
    message: expect.stringMatching(/it is a file, or is below one\.\n.*BESUNNY_DATA_DIR/),
  });
});

test.skipIf(process.platform !== "linux").each(["/proc/besunny", "/proc/self/a/b", "/sys/besunny"])(
  "it says that nothing can be written at %s, and ends",
  async (directory) => {
    await expect(requireDataDirectory(directory)).rejects.toMatchObject({
      name: "Obstacle",
      message: expect.stringMatching(/cannot hold BeSunny's data.*\n.*BESUNNY_DATA_DIR/),
    });
  },
);

test("it does not wait for a disk that never answers", async () => {
  const program = join(home, "hangs.mjs");
  writeFileSync(program, "setInterval(() => {}, 1000);");

  await expect(
    requireDataDirectory(join(home, "never"), { patienceMs: 300, program }),
  ).rejects.toMatchObject({ message: expect.stringMatching(/did not answer.*\n.*network share/) });
  expect(existsSync(join(home, "never"))).toBe(false);
});
