import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
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

const tables =
  "payloads payload_access payload_projects passages spaces places gaps passage_terms blocks postings vocabulary".split(
    " ",
  );

/** The tables of the first form, with one document. */
const firstForm = `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE payloads (id INTEGER PRIMARY KEY, workspace TEXT NOT NULL, document TEXT NOT NULL, type TEXT, status TEXT NOT NULL,
    language TEXT, created_at TEXT NOT NULL);
  CREATE TABLE payload_access (workspace TEXT NOT NULL, principal TEXT NOT NULL,
    payload INTEGER NOT NULL REFERENCES payloads ON DELETE CASCADE, PRIMARY KEY (workspace, principal, payload)) WITHOUT ROWID;
  CREATE TABLE payload_projects (payload INTEGER NOT NULL REFERENCES payloads ON DELETE CASCADE, project TEXT NOT NULL,
    PRIMARY KEY (payload, project)) WITHOUT ROWID;
  CREATE TABLE passages (id INTEGER PRIMARY KEY, payload INTEGER NOT NULL REFERENCES payloads ON DELETE CASCADE,
    number INTEGER NOT NULL, page INTEGER NOT NULL, vector BLOB NOT NULL);
  CREATE TABLE bits (payload INTEGER NOT NULL, passage INTEGER NOT NULL, signs BLOB NOT NULL, PRIMARY KEY (payload, passage)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5 (scope, text, content = '', contentless_delete = 1);
  INSERT INTO about VALUES ('model', 'test-model 8');
  INSERT INTO payloads VALUES (1, 'wsp_a', 'doc_1', NULL, 'ready', NULL, '2026-01-01T00:00:00.000Z');
  INSERT INTO payload_access VALUES ('wsp_a', 'ws', 1);
  INSERT INTO words (rowid, scope, text) VALUES (1, 'w1', 'rent');
`;

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

test("a file with words of an older form keeps its vectors, says so, and has its words made again", async () => {
  const path = await aPath();
  const given = createSqliteIndex({ ...about, path });
  await given.replaceDocument("wsp_a", "doc_1", [aPassage]);
  await given.close();
  const database = new DatabaseSync(path);
  database.exec("UPDATE about SET value = 'older' WHERE name = 'words'");
  database.close();

  const index = createSqliteIndex({ ...about, path });
  const scope = indexScope("wsp_a", ["ws"]);
  const query = { vector: aPassage.vector, text: "rent", limit: 1 };
  const why = async () => (await index.search(scope, query))[0]?.why;
  expect(await why()).toEqual({ dense: 1, lexical: null });
  expect(await index.stats()).toMatchObject({ passages: 1, outdated: 1 });
  expect(await index.describe("wsp_a", ["doc_1"])).toMatchObject([{ isOutdated: true }]);
  await index.replaceWords("wsp_a", "doc_1", [aPassage]);
  expect(await why()).toEqual({ dense: 1, lexical: expect.any(Number) });
  expect(await index.stats()).toMatchObject({ passages: 1, outdated: 0 });
  await index.close();
});

test("a file of the first form, with a full text table, opens likewise", async () => {
  const path = await aPath();
  await mkdir(dirname(path));
  const database = new DatabaseSync(path);
  database.exec(firstForm);
  database
    .prepare("INSERT INTO passages VALUES (1, 1, 0, 1, ?)")
    .run(new Uint8Array(aPassage.vector.buffer));
  database.close();

  const index = createSqliteIndex({ ...about, path });
  await index.replaceWords("wsp_a", "doc_1", [aPassage]);
  const query = { vector: aPassage.vector, text: "rents", limit: 1 };
  expect(await index.search(indexScope("wsp_a", ["ws"]), query)).toMatchObject([
    { documentId: "doc_1", why: { dense: 1, lexical: expect.any(Number) } },
  ]);
  await index.close();
});

test.each([
  ["unmerged", 1_024],
  ["merged", 0],
])("nothing is left of %s words whose documents are gone", async (_, mostUnmerged) => {
  const path = await aPath();
  const index = createSqliteIndex({ ...about, path, mostUnmerged });
  const secret = { ...aPassage, text: "Zeppelinfahrt 4711" };
  await index.replaceDocument("wsp_a", "doc_1", [secret]);
  await index.replaceDocument("wsp_a", "doc_2", [aPassage, { ...secret, number: 1 }]);
  await index.replaceDocument("wsp_b", "doc_3", [secret]);
  await index.replaceDocument("wsp_a", "doc_2", [aPassage]);
  await index.removeDocument("wsp_a", "doc_1");
  await index.removeDocument("wsp_b", "doc_3");
  const files = async () => (await readFile(path)).toString("latin1");
  await index.close();
  expect(await files()).not.toMatch(/zeppelin|4711|wsp_b|doc_1|doc_3/);

  const again = createSqliteIndex({ ...about, path, mostUnmerged });
  const known = await again.nearTerms(indexScope("wsp_a", ["ws"]), ["zeppelinfahrt", "rents"]);
  expect(known.map(({ isKnown }) => isKnown)).toEqual([false, true]);
  await again.removeDocument("wsp_a", "doc_2");
  await again.close();
  const database = new DatabaseSync(path);
  for (const table of tables)
    expect(database.prepare(`SELECT * FROM ${table}`).all(), table).toEqual([]);
  database.close();
});

test("random writes leave an index that finds what a new one finds", async () => {
  const churned = createSqliteIndex({ ...about, path: await aPath(), mostUnmerged: 5 });
  const fresh = createSqliteIndex({ ...about, path: await aPath() });
  const words = "rent deposit keys boiler garden notice lease tenant".split(" ");
  let seed = 5;
  const random = (below: number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % below;
  };
  const held = new Map<string, (typeof aPassage)[]>();
  for (let step = 0; step < 120; step++) {
    const documentId = `doc_${random(12)}`;
    const passages = Array.from({ length: random(4) }, (_, number) => ({
      ...aPassage,
      documentId,
      number,
      text: Array.from({ length: 6 }, () => words[random(words.length)]).join(" "),
    }));
    await churned.replaceDocument("wsp_a", documentId, passages);
    held.set(documentId, passages);
  }
  for (const [documentId, passages] of held)
    await fresh.replaceDocument("wsp_a", documentId, passages);
  const scope = indexScope("wsp_a", ["ws"]);
  for (const text of words) {
    const query = { vector: aPassage.vector, text: `${text} ${words[0]}`, limit: 50 };
    expect(await churned.search(scope, query)).toEqual(await fresh.search(scope, query));
    const phrase = { ...query, phrases: [`${text} ${words[1]}`] };
    expect(await churned.search(scope, phrase)).toEqual(await fresh.search(scope, phrase));
  }
  await Promise.all([churned.close(), fresh.close()]);
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
