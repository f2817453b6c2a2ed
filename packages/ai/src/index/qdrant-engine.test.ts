import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test, vi } from "vitest";

import { aQdrantEdgeServer } from "../../test/qdrant-edge";
import { indexScope } from "./index-scope";
import type { PassageIndex } from "./passage-index";
import { conformsToPassageIndex } from "./passage-index.conformance";
import { createQdrantIndex } from "./qdrant-index";
import { createSqliteIndex } from "./sqlite-index";
import { aPassage } from "./test-passages";

// Real processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const workerEntry = fileURLToPath(new URL("./sqlite-worker.ts", import.meta.url));
const scope = indexScope("wsp_a", ["ws", "usr_1"]);

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
        ...aPassage({
          number,
          text: text(5 + random(30)),
          documentId: `doc_${document}`,
          vector: vector(),
          access: [random(4) === 0 ? "usr_2" : "ws"],
          language: [null, "de", "en"][random(3)] ?? null,
        }),
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
