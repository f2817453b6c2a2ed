import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { hasProgram } from "./has-program";

test.skipIf(process.platform === "win32")(
  "finds a program in any folder of the path, and no other file",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "programs-"));
    try {
      await writeFile(join(folder, "words"), "");
      await writeFile(join(folder, "printer"), "#!/bin/sh");
      await chmod(join(folder, "printer"), 0o755);
      const path = ["/nowhere", folder].join(delimiter);

      expect(hasProgram("printer", path)).toBe(true);
      expect(hasProgram("words", path)).toBe(false);
      expect(hasProgram("printer", "/nowhere")).toBe(false);
      expect(hasProgram("printer", "")).toBe(false);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
