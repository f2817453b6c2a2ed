import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test, vi } from "vitest";

import { indexScope } from "./index-scope";
import { conformsToPassageIndex } from "./passage-index.conformance";
import { createSqliteIndex } from "./sqlite-index";

// Real processes and models, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const workerEntry = fileURLToPath(new URL("./sqlite-worker.ts", import.meta.url));
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function aPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "besunny-index-"));
  folders.push(folder);
  return join(folder, "deep", "passages.sqlite");
}

const about = { dimensions: 8, model: "test-model", workerEntry };
const aPassage = {
  documentId: "doc_1",
  number: 0,
  vector: new Float32Array([1, 0, 0, 0, 0, 0, 0, 0]),
  text: "The tenant pays the rent.",
  payload: {
    projectIds: [],
    access: ["ws"],
    type: null,
    status: "ready",
    language: null,
    createdAt: "2026-01-01T00:00:00Z",
    page: 1,
  },
};

conformsToPassageIndex("SQLite index", async (given) =>
  createSqliteIndex({ ...given, path: await aPath(), workerEntry }),
);

conformsToPassageIndex("SQLite index that merges at once", async (given) =>
  createSqliteIndex({ ...given, path: await aPath(), workerEntry, mostUnmerged: 0 }),
);

test("a second process sees what the first has written, and still does after both were closed", async () => {
  const path = await aPath();
  const first = createSqliteIndex({ ...about, path });
  const second = createSqliteIndex({ ...about, path });
  const scope = indexScope("wsp_a", ["ws"]);

  await Promise.all(
    [first, second].flatMap((index, half) =>
      Array.from({ length: 10 }, (_, n) =>
        index.replaceDocument("wsp_a", `doc_${half}_${n}`, [aPassage]),
      ),
    ),
  );
  expect(await second.count(scope)).toBe(20);
  await Promise.all([first.close(), second.close()]);

  const reopened = createSqliteIndex({ ...about, path });
  expect(await reopened.count(scope)).toBe(20);
  await reopened.close();
});

test("an index of another model is refused rather than searched with strange vectors", async () => {
  const path = await aPath();
  const index = createSqliteIndex({ ...about, path });
  await index.replaceDocument("wsp_a", "doc_1", [aPassage]);
  await index.close();

  const other = createSqliteIndex({ ...about, path, model: "another-model" });
  await expect(other.stats()).rejects.toThrow("another-model");
  await other.close();
});

test("the nearest is found among more passages than are compared one by one", async () => {
  const index = createSqliteIndex({ ...about, dimensions: 16, path: await aPath() });
  let seed = 7;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647 - 0.5;
  };
  const vector = () => Float32Array.from({ length: 16 }, random);
  const many = Array.from({ length: 21_000 }, (_, number) => ({
    ...aPassage,
    number,
    vector: vector(),
    text: "",
  }));
  await index.replaceDocument("wsp_a", "doc_1", many);

  const wanted = many[4_321]?.vector ?? new Float32Array(16);
  const hits = await index.search(indexScope("wsp_a", ["ws"]), {
    vector: wanted,
    text: "",
    limit: 1,
  });
  expect(hits[0]?.number).toBe(4_321);
  await index.close();
});
