import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test, vi } from "vitest";

import { aQdrantEdgeServer } from "../../test/qdrant-edge";
import { aQdrantServer } from "../../test/qdrant-server";
import { indexScope } from "./index-scope";
import type { IndexedPassage, PassageIndex } from "./passage-index";
import { conformsToPassageIndex } from "./passage-index.conformance";
import { pointId } from "./qdrant/points";
import { createQdrantIndex } from "./qdrant-index";
import { createSqliteIndex } from "./sqlite-index";

// Real processes and models, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

// The one adapter test that needs a server: say where one is, or see it reported as skipped.
const workerEntry = fileURLToPath(new URL("./sqlite-worker.ts", import.meta.url));
const url = process.env.QDRANT_URL;
const apiKey = process.env.QDRANT_API_KEY;
if (url)
  conformsToPassageIndex("Qdrant index", async (about) =>
    createQdrantIndex({ ...about, url, ...(apiKey && { apiKey }) }),
  );
else test.skip("Qdrant index conforms (needs QDRANT_URL)", () => {});

// Qdrant's engine without its server: the rules of filters, phrases, counts and rarity are Qdrant's own.
const python = process.env.QDRANT_EDGE_PYTHON;
if (python) {
  conformsToPassageIndex("Qdrant index on Qdrant's engine", (given) => onEngine(python, given));
  test("Qdrant's engine and SQLite give the same hits, cosines and BM25 scores", async () => {
    const folder = await mkdtemp(join(tmpdir(), "besunny-same-"));
    const path = join(folder, "passages.sqlite");
    const indexes = [
      await onEngine(python, { dimensions: 8, model: "test-model" }),
      createSqliteIndex({ dimensions: 8, model: "test-model", path, workerEntry }),
    ];
    const hits = await Promise.all(indexes.map(searchMany));
    expect(hits[0]?.length).toBeGreaterThan(300);
    expect(hits[0]).toEqual(hits[1]);
    await Promise.all(indexes.map((index) => index.close()));
    await rm(folder, { recursive: true });
  });
} else test.skip("Qdrant index conforms on Qdrant's engine (needs QDRANT_EDGE_PYTHON)", () => {});

async function onEngine(python: string, given: { dimensions: number; model: string }) {
  const server = await aQdrantEdgeServer(python);
  const index = createQdrantIndex({ ...given, url: server.url });
  return { ...index, close: () => server.close() };
}

/** Fills an index with passages of random words and languages, and returns what many searches find in it. */
async function searchMany(index: PassageIndex) {
  const random = seeded(3);
  const words = "rent deposit Wohnungen Wohnung garden notices notice Miete keys INV-0024".split(
    " ",
  );
  const vector = () => Float32Array.from({ length: 8 }, () => random(1_000) - 500);
  const text = (length: number) =>
    Array.from({ length }, () => words[random(words.length)]).join(" ");
  for (let document = 0; document < 40; document++)
    await index.replaceDocument(
      "wsp_a",
      `doc_${document}`,
      Array.from({ length: 3 }, (_, number) => ({
        ...aPassage(number, text(5 + random(30))),
        documentId: `doc_${document}`,
        vector: vector(),
        payload: {
          ...aPassage(number).payload,
          access: [random(4) === 0 ? "usr_2" : "ws"],
          language: [null, "de", "en"][random(3)] ?? null,
        },
      })),
    );
  const found = [];
  for (let query = 0; query < 30; query++) {
    const asked = { vector: vector(), text: text(3), limit: 20 };
    const phrases = query % 3 === 0 ? [text(2)] : [];
    for (const { documentId, number, why } of await index.search(scope, { ...asked, phrases })) {
      const rounded = [why.dense, why.lexical].map((each) => each?.toFixed(3) ?? null);
      found.push([query, documentId, number, ...rounded].join(" "));
    }
  }
  return found.sort();
}

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 16_807) % 2_147_483_647;
    return state % below;
  };
}

const scope = indexScope("wsp_a", ["ws", "usr_1"]);
const about = { dimensions: 2, model: "test-model" };
const [a, b] = ["5a3c1a52-6c43-5e1b-8f8f-5d0c6f9f2a11", "5a3c1a52-6c43-5e1b-8f8f-5d0c6f9f2a12"];

const uuidOf = (number: number) => pointId("wsp_a", "doc_1", number);

function aPassage(number: number, text = "The tenant pays the rent."): IndexedPassage {
  return {
    documentId: "doc_1",
    number,
    vector: Float32Array.from([0.6, 0.8]),
    text,
    payload: {
      projectIds: ["prj_1"],
      access: ["ws"],
      type: null,
      status: "ready",
      language: "en",
      createdAt: "2026-01-01T00:00:00+01:00",
      page: 2,
    },
  };
}

async function anIndex({
  exists = true,
  hits = [],
}: Partial<Parameters<typeof aQdrantServer>[0]> = {}) {
  const server = await aQdrantServer({ exists, hits });
  const index = createQdrantIndex({ ...about, url: server.url, apiKey: "secret" });
  return { server, index, [Symbol.asyncDispose]: () => server.close() };
}

describe("what the Qdrant adapter asks of the server", () => {
  test("has every filtered field indexed before the first point, workspaces as tenants", async () => {
    await using given = await anIndex({ exists: false });
    await given.index.replaceDocument("wsp_a", "doc_1", [aPassage(0)]);
    const operations = given.server.asked.map(({ operation }) => operation);
    expect(operations.indexOf("PUT /points")).toBeGreaterThan(operations.lastIndexOf("PUT /index"));
    expect(given.server.bodies("PUT /index")).toContainEqual({
      field_name: "workspace_id",
      field_schema: { type: "keyword", is_tenant: true },
    });
    expect(given.server.bodies("PUT /index")).toHaveLength(12);
    expect(given.server.asked.every(({ headers }) => headers["api-key"] === "secret")).toBe(true);
  });

  test("writes a passage under the same id each time, and takes the others of its document away", async () => {
    await using given = await anIndex();
    await given.index.replaceDocument("wsp_a", "doc_1", [aPassage(0)]);
    await given.index.replaceDocument("wsp_a", "doc_1", [aPassage(0)]);
    const [first, second] = given.server.bodies("PUT /points");
    expect(first).toEqual(second);
    expect(first).toMatchObject({
      points: [
        {
          payload: {
            workspace_id: "wsp_a",
            document_id: "doc_1",
            created_at: "2025-12-31T23:00:00.000Z",
          },
        },
      ],
    });
    expect(given.server.bodies("POST /points/delete")[0]).toMatchObject({
      filter: {
        must: [{ key: "workspace_id" }, { key: "document_id" }],
        must_not: [{ has_id: [expect.any(String)] }],
      },
    });
  });

  test("sends long documents in parts", async () => {
    await using given = await anIndex();
    const passages = Array.from({ length: 300 }, (_, number) => aPassage(number));
    await given.index.replaceDocument("wsp_a", "doc_1", passages);
    expect(given.server.bodies("PUT /points")).toHaveLength(3);
  });

  test("puts workspace and principals at the root of every leg's filter", async () => {
    const hits = [
      [{ id: a, score: 0.9, payload: { document_id: "doc_1", number: 0 } }],
      [{ id: b, score: 4, payload: { document_id: "doc_2", number: 3 } }],
      [{ id: b, score: 0.1, payload: { document_id: "doc_2", number: 3 } }],
    ];
    await using given = await anIndex({ hits });
    const filter = {
      projectId: "prj_1",
      documentIds: ["doc_1"],
      type: "invoice",
      from: "2026-01-01",
    };
    const query = { vector: Float32Array.from([1, 0]), text: "rent", filter, limit: 5 };
    const found = await given.index.search(scope, query);

    const visible = [
      { key: "workspace_id", match: { value: "wsp_a" } },
      { key: "access", match: { any: ["ws", "usr_1"] } },
    ];
    expect(given.server.bodies("POST /points/query/batch")[0]).toMatchObject({
      searches: [
        { using: "dense", filter: { must: expect.arrayContaining(visible) } },
        { using: "bm25", filter: { must: expect.arrayContaining(visible) } },
      ],
    });
    const corpus = { must: expect.arrayContaining(visible) };
    expect(given.server.bodies("POST /points/query/batch")[0]).toMatchObject({
      searches: [{}, { params: { idf: { corpus } } }],
    });
    expect(given.server.bodies("POST /points/query")[0]).toMatchObject({
      filter: { must: expect.arrayContaining([...visible, { has_id: [b] }]) },
    });
    expect(found).toEqual([
      { documentId: "doc_1", number: 0, score: 0.5, why: { dense: 0.9, lexical: null } },
      { documentId: "doc_2", number: 3, score: 0.5, why: { dense: 0.1, lexical: 4 } },
    ]);
  });

  test("asks nothing for somebody who may see nothing", async () => {
    await using given = await anIndex();
    const nobody = indexScope("wsp_a", []);
    const query = { vector: Float32Array.from([1, 0]), text: "rent", limit: 5 };
    expect(await given.index.search(nobody, query)).toEqual([]);
    expect(await given.index.count(nobody)).toBe(0);
    expect(given.server.asked).toEqual([]);
  });

  test("leaves the lexical leg out when a question has no words", async () => {
    await using given = await anIndex({ hits: [[]] });
    await given.index.search(scope, { vector: Float32Array.from([1, 0]), text: "?!", limit: 5 });
    expect(given.server.bodies("POST /points/query/batch")[0]).toMatchObject({
      searches: [{ using: "dense" }],
    });
  });

  test("has the fields indexed that an older collection lacks", async () => {
    await using given = await anIndex();
    await given.index.count(scope);
    const named = given.server.bodies("PUT /index").map((body) => Object(body).field_name);
    expect(named).toContain("row");
    expect(named).not.toContain("workspace_id");
  });

  test("makes phrases conditions of both legs", async () => {
    await using given = await anIndex({ hits: [[]] });
    const conditions = { phrases: ["the rent"], without: ["fax"] };
    const query = { vector: Float32Array.from([1, 0]), text: "rent", limit: 5, ...conditions };
    await given.index.search(scope, query);
    const row = { key: "row", match: { phrase: expect.stringMatching(/^\w+ \w+$/) } };
    const filter = {
      must: expect.arrayContaining([{ should: [row] }]),
      must_not: [{ key: "row", match: { phrase: expect.stringMatching(/^\w+$/) } }],
    };
    expect(given.server.bodies("POST /points/query/batch")[0]).toMatchObject({
      searches: [{ filter }, { filter }],
    });
  });

  test("makes words again of the points that there are, in their language", async () => {
    await using given = await anIndex({
      hits: [[{ id: uuidOf(0), score: 0, payload: { language: "de" } }]],
    });
    await given.index.replaceWords("wsp_a", "doc_1", [
      { number: 0, text: "Die Wohnungen" },
      { number: 9, text: "gone" },
    ]);
    expect(given.server.bodies("POST /points/batch")).toMatchObject([
      {
        operations: [
          { update_vectors: { points: [{ id: uuidOf(0) }] } },
          {
            set_payload: {
              points: [uuidOf(0)],
              payload: { stemmed_as: "de", words: ["die", "wohnungen"] },
            },
          },
        ],
      },
    ]);
  });

  test("counts, patches and removes within the workspace", async () => {
    await using given = await anIndex();
    expect(await given.index.count(scope, { status: "ready" })).toBe(7);
    await given.index.updatePayload("wsp_a", "doc_1", { access: ["prj_1"], type: null });
    await given.index.removeDocument("wsp_a", "doc_1");
    expect(given.server.bodies("POST /points/payload")[0]).toMatchObject({
      payload: { access: ["prj_1"], type: null },
      filter: {
        must: [{ key: "workspace_id", match: { value: "wsp_a" } }, { key: "document_id" }],
      },
    });
    expect(await given.index.stats()).toEqual({
      passages: 7,
      documents: 1,
      outdated: 7,
      adapter: "qdrant",
      model: "test-model",
    });
  });
});
