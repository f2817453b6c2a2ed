import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { makeDirectory } from "./make-directory";

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "besunny-make-"));
});

afterEach(() => rmSync(home, { recursive: true }));

test("it makes what is missing, and minds neither what is there nor company", async () => {
  const path = join(home, "a/b/c");
  await Promise.all([makeDirectory(path, 0o700), makeDirectory(path, 0o700)]);
  await makeDirectory(path, 0o700);

  expect(statSync(path).isDirectory()).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

test.each(["file", "file/below"])("it says that a file is in the way of %s", async (name) => {
  writeFileSync(join(home, "file"), "");

  await expect(makeDirectory(join(home, name), 0o700)).rejects.toMatchObject({ code: "ENOTDIR" });
});

test.skipIf(process.platform !== "linux")(
  "it comes to an end where nothing can ever be made",
  async () => {
    await expect(makeDirectory("/proc/besunny/data", 0o700)).rejects.toMatchObject({
      code: expect.stringMatching(/^E[A-Z]+$/),
    });
  },
);
