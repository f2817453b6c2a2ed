import { existsSync } from "node:fs";
import { glob, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { expectTrueSpans } from "../test/true-spans";
import { ReadingError } from "./contract/reading-error";
import { createReader } from "./pool/reader";

const data = fileURLToPath(new URL("../../../../shared/data", import.meta.url));

/** Every so many files of each folder, so that the test takes well under a minute; 1 walks all. */
const step = Number(process.env.READING_SURVIVAL_STEP ?? 100);

describe.skipIf(!existsSync(data))("reading other people's files (needs ../shared/data)", () => {
  test.each(["robustness", "docling", "docx", "mail", "contracts", "invoices"])(
    "ends every file of %s with true spans or a reason, and never with a lost child",
    { timeout: 30 * 60_000 },
    async (folder) => {
      const files: string[] = [];
      for await (const name of glob("**/*.*", { cwd: join(data, folder) })) files.push(name);
      files.sort();
      const chosen = files.filter((_, index) => index % step === 0);
      const outputDirectory = await mkdtemp(join(tmpdir(), "survival-"));
      const reader = createReader({
        childEntry: fileURLToPath(new URL("./child/main.ts", import.meta.url)),
      });
      const refused: string[] = [];
      let read = 0;
      for (const name of chosen) {
        const file = { path: join(data, folder, name), fileName: basename(name), outputDirectory };
        const outcome = await reader.read(file).catch((error: unknown) => error);
        if (outcome instanceof ReadingError) {
          expect(outcome.code, name).not.toBe("INTERNAL");
          expect(outcome.remedy, name).toMatch(/\.$/);
          refused.push(`${outcome.code} ${name}`);
        } else {
          expectTrueSpans(outcome, name);
          read += 1;
        }
      }
      await reader.close();
      await rm(outputDirectory, { recursive: true });
      expect(read + refused.length).toBe(chosen.length);
      expect(refused.length, refused.join("\n")).toBeLessThanOrEqual(read);
    },
  );
});
