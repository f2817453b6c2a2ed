import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSqliteIndex } from "@besunny/ai/index/sqlite-index";
import { dualIndex } from "@besunny/ai/renewal/dual-index";
import type { Embedder, IndexGenerations } from "@besunny/ai/renewal/generations";
import { findPredecessor } from "@besunny/ai/renewal/predecessor";

import type { PlatformContext } from "../src/context";
import { wordVectors } from "./documents";

/** The models of two releases: the same directions of words, in another order. */
type Model = Omit<Embedder, "as">;
export const olderModel: Model = wordVectors;
export const newerModel: Model = {
  dimensions: wordVectors.dimensions,
  embeddingModel: "words-again",
  embed: async (texts) => (await wordVectors.embed(texts)).map(reversed),
  embedQuestion: async (question) => reversed(await wordVectors.embedQuestion(question)),
};

/** Index files of two models in one folder, as one process after another wants them. `close` them in the end. */
export async function indexesOfTwoModels(db: PlatformContext["db"]) {
  const folder = await mkdtemp(join(tmpdir(), "besunny-generations-"));
  const workerEntry = new URL(import.meta.resolve("@besunny/ai/index/sqlite-worker")).pathname;
  const removed: string[] = [];
  const opened = new Map(
    [olderModel, newerModel].map(({ embeddingModel: model, dimensions }) => [
      model,
      createSqliteIndex({ path: join(folder, `${model}.sqlite`), dimensions, model, workerEntry }),
    ]),
  );
  const indexOf = ({ embeddingModel }: Model) => {
    const index = opened.get(embeddingModel);
    if (!index) throw new Error(`No index of ${embeddingModel}`);
    return index;
  };
  const close = async () => {
    await Promise.all([...opened.values()].map((index) => index.close()));
    await rm(folder, { recursive: true, force: true });
  };

  /** The tools of a process whose embedding model this is. `isGone`: the model of the other index is not here. */
  function wanting(model: Model, { isGone = false } = {}) {
    const wanted = indexOf(model);
    const wantedId = model.embeddingModel;
    const other = model === newerModel ? olderModel : newerModel;
    const { predecessor, refresh } = findPredecessor({
      wantedId,
      servingId: async () =>
        (await db.platform.indexGenerations.list()).find(({ state }) => state === "serving")?.id ??
        null,
      open: async (id) => ({
        id,
        index: indexOf(other),
        embedder: isGone ? null : other,
        dimensions: other.dimensions,
        close: async () => undefined,
      }),
      now: () => Date.now(),
    });
    const generations: IndexGenerations = {
      wantedId,
      wanted,
      predecessor,
      refresh,
      remove: async (id) => void removed.push(id),
    };
    return { generations, index: dualIndex({ wanted, predecessor }), ai: model };
  }
  return { wanting, indexOf, removed, close };
}

function reversed(vector: Float32Array): Float32Array {
  return vector.toReversed();
}
