import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { aRecording } from "../../test/a-recording";
import { createReader } from "./reader";

const folder = await mkdtemp(join(tmpdir(), "cut-"));
const reader = createReader({
  childEntry: fileURLToPath(new URL("../child/main.ts", import.meta.url)),
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true });
});

test("the child, which may touch nothing else, cuts a recording and hands its pieces out", async () => {
  const path = join(folder, "source");
  await writeFile(path, await aRecording("m4a", 700));
  const outputDirectory = await mkdtemp(join(folder, "out-"));

  const file = { path, fileName: "weekly.m4a", outputDirectory };
  const { pieces, format } = await reader.cut(file);

  expect(format).toBe("m4a");
  expect(pieces.map((piece) => piece.path)).toEqual(
    ["piece-1.m4a", "piece-2.m4a"].map((name) => join(outputDirectory, name)),
  );
  expect((await readdir(outputDirectory)).sort()).toEqual(["piece-1.m4a", "piece-2.m4a"]);
  await expect(reader.read(file)).rejects.toMatchObject({
    code: "NO_TRANSCRIPTION",
    remedy: expect.stringContaining("TRANSCRIPTION_MODEL"),
  });
});
