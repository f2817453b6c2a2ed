import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";

import type { Ai } from "@besunny/ai/ai";
import type { PassageIndex } from "@besunny/ai/index/passage-index";
import { createSqliteIndex } from "@besunny/ai/index/sqlite-index";
import type { ChokePoint } from "@besunny/ai/outside/choke-point";
import { dualIndex } from "@besunny/ai/renewal/dual-index";
import {
  type Generation,
  type GenerationName,
  generationId,
  type IndexGenerations,
  readGenerationId,
} from "@besunny/ai/renewal/generations";
import { findPredecessor } from "@besunny/ai/renewal/predecessor";
import type { Database } from "@besunny/db/database";

import { chooseEmbedder } from "./choose-embedder";
import type { Env } from "./env";
import type { Places } from "./places";

type Given = {
  env: Env;
  places: Places;
  ai: Ai;
  db: Pick<Database, "platform">;
  wayOut: () => Promise<ChokePoint>;
};

/**
 * Returns the index to search, and the indexes behind it. There is one for each embedding model: a SQLite file, or a collection in Qdrant
 * where QDRANT_URL names it. The database says which one answers, so a new one can be filled first.
 */
export async function chooseIndex(
  given: Given,
): Promise<{ index: PassageIndex; generations: IndexGenerations }> {
  const { env, ai, db } = given;
  const adapter = env.QDRANT_URL ? "qdrant" : "sqlite";
  const name = { adapter, model: ai.embeddingModel, dimensions: ai.dimensions } as const;
  const wantedId = generationId(name);
  const wanted = await openIndex(given, name);
  const { predecessor, refresh } = findPredecessor({
    wantedId,
    async servingId() {
      const all = await db.platform.indexGenerations.list();
      return all.find(({ state }) => state === "serving")?.id ?? null;
    },
    open: (id) => openGeneration(given, id),
    now: () => Date.now(),
  });
  const remove = (id: string) => removeIndex(given, id);
  return {
    index: dualIndex({ wanted, predecessor }),
    generations: { wantedId, wanted, predecessor, refresh, remove },
  };
}

async function openGeneration(given: Given, id: string): Promise<Generation | null> {
  const name = readGenerationId(id);
  if (!name) return null;
  const isThere =
    name.adapter === "qdrant"
      ? given.env.QDRANT_URL !== undefined
      : existsSync(fileOf(given.places, name));
  if (!isThere) return null;
  const index = await openIndex(given, name);
  const { embedder, close } = await chooseEmbedder(given, name);
  return {
    id,
    index,
    embedder,
    dimensions: name.dimensions,
    close: async () => void (await Promise.all([index.close(), close()])),
  };
}

async function openIndex({ env, places }: Given, name: GenerationName): Promise<PassageIndex> {
  const { adapter, model, dimensions } = name;
  if (adapter === "qdrant" && env.QDRANT_URL) {
    // Qdrant's client is loaded only where it is used.
    const { createQdrantIndex } = await import("@besunny/ai/index/qdrant-index");
    return createQdrantIndex({ url: env.QDRANT_URL, dimensions, model, ...keyOf(env) });
  }
  const path = fileOf(places, name);
  return createSqliteIndex({ path, dimensions, model, workerEntry: places.indexWorker });
}

async function removeIndex({ env, places }: Given, id: string): Promise<void> {
  const name = readGenerationId(id);
  if (name?.adapter === "sqlite") {
    for (const suffix of ["", "-wal", "-shm"])
      await rm(`${fileOf(places, name)}${suffix}`, { force: true });
  } else if (name && env.QDRANT_URL) {
    const { removeCollection } = await import("@besunny/ai/index/qdrant-index");
    await removeCollection({ url: env.QDRANT_URL, ...name, ...keyOf(env) });
  }
}

function fileOf(places: Places, { model }: GenerationName): string {
  return join(places.data, "index", `${model.replaceAll(/[^\w.-]+/g, "-")}.sqlite`);
}

function keyOf({ QDRANT_API_KEY }: Env) {
  return QDRANT_API_KEY ? { apiKey: QDRANT_API_KEY } : {};
}
