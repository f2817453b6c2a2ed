import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createNativeTesseract, parseTsv } from "./native-tesseract";

const picture = { pixels: new Uint8Array(64 * 64).fill(255), width: 64, height: 64 };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tesseract-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Creates a program that answers as tesseract and then runs the line of shell. */
async function aTesseractThat(does: string): Promise<string> {
  const program = join(folder, `tesseract-${does.length}`);
  await writeFile(program, `#!/bin/sh\n[ "$1" = --version ] && exit 0\n${does}\n`);
  await chmod(program, 0o755);
  return program;
}

describe.skipIf(process.platform === "win32")("createNativeTesseract", () => {
  test("says so where there is none", async () => {
    const program = join(folder, "nowhere");
    expect(await createNativeTesseract(["eng"], { program })).toBeNull();
  });

  test.each(["exit 3", "kill -9 $$"])("fails when the program ends with %s", async (does) => {
    const program = await aTesseractThat(does);
    const engine = await createNativeTesseract(["eng"], { program });
    await expect(engine?.recognise(picture, "columns")).rejects.toThrow("tesseract ended");
  });

  test("ends a program that hangs", async () => {
    const program = await aTesseractThat("exec sleep 600");
    const engine = await createNativeTesseract(["eng"], { program, timeoutSeconds: 0.2 });
    await expect(engine?.recognise(picture, "columns")).rejects.toThrow("tesseract ended");
  });
});

test("reads lines and words of tesseract's table", () => {
  const tsv = [
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
    "4\t1\t1\t1\t1\t0\t10\t20\t100\t15\t-1\t",
    "5\t1\t1\t1\t1\t1\t10\t20\t40\t15\t96.5\tRent",
    "5\t1\t1\t1\t1\t2\t60\t20\t50\t15\t-1\t ",
    "4\t1\t1\t1\t2\t0\t10\t50\t100\t15\t-1\t",
  ].join("\n");
  expect(parseTsv(tsv)).toEqual([
    {
      box: [10, 20, 100, 15],
      words: [{ text: "Rent", box: [10, 20, 40, 15], confidence: 96.5 }],
    },
  ]);
});
